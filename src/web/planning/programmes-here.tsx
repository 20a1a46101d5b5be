import { Link } from 'react-router';
import type { Answer } from '../api.ts';
import { ButtonLink, Buttons } from '../design/button.tsx';
import { Section } from '../design/page.tsx';
import { saysExample } from '../design/says-example.ts';
import { useSay } from '../words/words.tsx';
import styles from './planning.module.css';

type Inventory = Pick<Answer<'listInventory'>, 'items' | 'count'>;

/** The programmes of the inventory that are done in a territory; nothing where there are none. */
export function ProgrammesHere({ reference, inventory }: { reference: string; inventory: Inventory }) {
  const say = useSay();
  if (inventory.count === 0) return null;
  return (
    <Section title={say('inventory.here')}>
      <ul className={styles.programmes}>
        {inventory.items.map((line) => (
          <li key={line.id}>
            <Link to={line.origin === 'plan' ? `/planes/${line.id}` : `/inventario/${line.id}`}>
              {line.title}
            </Link>
            <small>
              {line.example && !saysExample(line.title) && `${say('inventory.example')} · `}
              {say('inventory.link')}: {say(`inventory.link.${line.link}`).toLowerCase()}
              {line.organisation && ` · ${line.organisation.name}`}
            </small>
          </li>
        ))}
      </ul>
      <Buttons>
        <ButtonLink to={`/inventario?lugar=${reference}`}>
          {say('inventory.here-all', { count: inventory.count })}
        </ButtonLink>
      </Buttons>
    </Section>
  );
}
