import { Link } from 'react-router';
import type { Answer } from '../api.ts';
import { Section } from '../design/page.tsx';
import { StateTag } from '../design/state-tag.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import { Example } from './example.tsx';
import { addressOfCommitment } from './ledger-shapes.ts';
import styles from './ledger.module.css';

/** From what is held back to its cause, step by step. */
export function Chain({ nodes }: { nodes: Answer<'getWaitingChain'>['chain'] }) {
  const say = useSay();
  const format = useFormat();
  return (
    <Section title={say('ledger.chain')}>
      <p>{say(nodes.length > 1 ? 'ledger.chain-lead' : 'ledger.chain-alone')}</p>
      <ol className={styles.chain}>
        {nodes.map((node) => (
          <li key={node.id}>
            <Link to={addressOfCommitment(node.id)}>{node.what}</Link>
            <Example row={node} /> {node.isLate && <StateTag state="late" />}
            <span className={styles.soft}>
              {node.obligor.name} · {node.territory.name} · {format.day(node.dueOn)}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
