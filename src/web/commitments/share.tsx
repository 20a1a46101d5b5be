import { useState } from 'react';
import { Button } from '../design/button.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import { addressOfCommitment, shortNameOf, stateWords, type Commitment } from './commitment-shapes.ts';
import styles from './commitments.module.css';

/** A short text and a link without personal data, for a message on a phone. Without script it can be copied by hand. */
export function Share({ commitment, origin }: { commitment: Commitment; origin: string }) {
  const say = useSay();
  const text = useShareText(commitment, origin);
  const [isCopied, setIsCopied] = useState(false);
  const share = async () => {
    const isPhone = typeof navigator.share === 'function';
    await (isPhone ? navigator.share({ text }) : navigator.clipboard.writeText(text)).catch(() => undefined);
    setIsCopied(!isPhone);
  };
  return (
    <div className={styles.share}>
      <label>
        {say('commitment.share-text')}
        <textarea readOnly rows={6} value={text} />
      </label>
      <p className={styles.deeds}>
        <Button type="button" look="plain" onClick={() => void share()}>
          {say('commitment.share-do')}
        </Button>
        <a href={`https://wa.me/?text=${encodeURIComponent(text)}`} rel="noreferrer">
          WhatsApp
        </a>
      </p>
      <p role="status">{isCopied && say('commitment.share-copied')}</p>
    </div>
  );
}

function useShareText(commitment: Commitment, origin: string): string {
  const say = useSay();
  const format = useFormat();
  const { main } = commitment;
  return say('commitment.share-words', {
    who: shortNameOf(commitment.obligor),
    what: commitment.what,
    day: format.day(main?.dueOn ?? commitment.dueOn),
    state: main ? stateWords(say, main) : say.dynamic(`commitments.standing.${commitment.standing}`),
    link: `${origin}${addressOfCommitment(commitment.id)}`,
  });
}
