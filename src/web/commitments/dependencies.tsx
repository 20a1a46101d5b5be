import { Link } from 'react-router';
import { Section } from '../design/page.tsx';
import { StateTag } from '../design/state-tag.tsx';
import { useSay } from '../words/words.tsx';
import { addressOfCommitment, shortNameOf, stateWords, type Commitment } from './commitment-shapes.ts';
import styles from './commitments.module.css';

/** What a commitment needs first, and what waits for it. */
export function Dependencies({ commitment }: { commitment: Commitment }) {
  const say = useSay();
  const { dependsOn, holdsBack, possible } = commitment;
  if (dependsOn.length === 0 && holdsBack.length === 0 && !possible.includes('dependency-added')) return null;
  return (
    <Section title={say('commitment.dependencies')}>
      <h3>{say('commitment.depends-on')}</h3>
      {dependsOn.length === 0 ? (
        <p className={styles.quiet}>{say('commitment.depends-on-nothing')}</p>
      ) : (
        <Others others={dependsOn} word={say('commitment.holds-this-back')} />
      )}
      {holdsBack.length > 0 && (
        <>
          <h3>{say('commitment.waits-for-this')}</h3>
          <Others others={holdsBack} word={say('commitment.held-back')} />
        </>
      )}
      {possible.includes('dependency-added') && (
        <p>
          <Link to={`${addressOfCommitment(commitment.id)}/estado#dependencias`}>
            {say('commitment.change-dependencies')}
          </Link>
        </p>
      )}
    </Section>
  );
}

function Others({ others, word }: { others: Commitment['dependsOn']; word: string }) {
  const say = useSay();
  return (
    <ul className={styles.others}>
      {others.map((other) => (
        <li key={other.id}>
          <p>
            <Link to={addressOfCommitment(other.id)}>{other.what}</Link>
            <small>
              {shortNameOf(other.obligor)}
              {other.reason && ` · ${other.reason}`}
            </small>
          </p>
          {other.state && <StateTag state={other.state.tone}>{stateWords(say, other.state)}</StateTag>}
          {other.holdsBack && <span className={styles.quiet}>{word}</span>}
        </li>
      ))}
    </ul>
  );
}
