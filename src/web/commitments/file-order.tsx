import { StateTag } from '../design/state-tag.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import type { Evidence } from './commitment-shapes.ts';

type Redaction = NonNullable<NonNullable<Evidence['file']>['redaction']>;

/** What an order made of a file of evidence. */
export function FileOrder({ redaction }: { redaction: Redaction }) {
  const say = useSay();
  const format = useFormat();
  const { order, at, isWithdrawn, isOriginalKept } = redaction;
  return (
    <p>
      <StateTag state="at-risk">
        {say(isWithdrawn ? 'agreement-life.file-withdrawn' : 'agreement-life.file-replaced')}
      </StateTag>{' '}
      {say('agreement-life.file-order', { order, day: format.moment(at) })}{' '}
      {say(isOriginalKept ? 'agreement-life.original-kept' : 'agreement-life.original-destroyed')}
    </p>
  );
}
