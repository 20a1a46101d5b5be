import { Link } from 'react-router';
import type { Answer } from '../api.ts';
import { Empty } from '../design/notice.tsx';
import { Section } from '../design/page.tsx';
import { StateTag } from '../design/state-tag.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import { addressOfCommitment } from './ledger-shapes.ts';
import { Example } from './example.tsx';
import styles from './ledger.module.css';

type Items = Answer<'getHoldingBack'>['items'];

/** What is late and holds back most, with who waits and the way to the chain. */
export function HoldingBack({ items, territory }: { items: Items; territory: string }) {
  const say = useSay();
  const format = useFormat();
  return (
    <Section title={say('ledger.holding')}>
      <p>{say('ledger.holding-lead')}</p>
      {items.length === 0 ? (
        <Empty title={say('ledger.holding-none')} />
      ) : (
        <ol className={styles.holding}>
          {items.map((item) => (
            <li key={item.id}>
              <Link to={addressOfCommitment(item.id)}>{item.what}</Link>
              <Example row={item} />
              <p>
                <StateTag state="late">{say('ledger.holding-late', { days: item.days })}</StateTag>
              </p>
              <p>{item.obligor.name}</p>
              <p>
                {say('ledger.holding-held', { count: item.held, places: item.territories.length })}{' '}
                {say('ledger.holding-who', { names: format.list(item.parties.map(({ name }) => name)) })}
              </p>
              <ul>
                {item.examples.map((one) => (
                  <li key={one.id}>
                    <Link to={`/seguimiento/esperas?territorio=${territory}&desde=${one.id}`}>
                      {say('ledger.chain-of', { what: one.what })}
                    </Link>{' '}
                    <span className={styles.soft}>
                      {one.obligor.name} · {one.territory.name} · {format.day(one.dueOn)}
                    </span>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
