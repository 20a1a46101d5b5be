import { Link } from 'react-router';
import { Section } from '../design/page.tsx';
import { addressOfTerritory } from '../territories/territory-shapes.ts';
import { useSay } from '../words/words.tsx';
import type { Compliance } from './compliance-shapes.ts';
import styles from './compliance.module.css';

/** Territories by class, in order of name: there is nothing here to sort or to number. */
export function TerritoryGroups({ groups }: { groups: Compliance['groups'] }) {
  const say = useSay();
  const filled = groups.filter(({ territories }) => territories.length > 0);
  if (filled.length === 0) return null;
  return (
    <Section title={say('compliance.by-territory')}>
      <p>{say('compliance.by-territory-lead')}</p>
      <div className={styles.groups}>
        {filled.map((group) => (
          <details key={group.class} open={group.class !== 'none-due'}>
            <summary>
              {say(`compliance.class.${group.class}`)} ({group.territories.length})
            </summary>
            <ul className={styles.places}>
              {group.territories.map((one) => (
                <li key={one.reference}>
                  <Link to={addressOfTerritory(one.reference)}>{one.name}</Link>
                </li>
              ))}
            </ul>
          </details>
        ))}
      </div>
    </Section>
  );
}
