import { Notice } from '../design/notice.tsx';
import { useSay } from '../words/words.tsx';

/** Says above a commitment that is invented that it is. */
export function ExampleNotice({ commitment }: { commitment: { readonly example: boolean } }) {
  const say = useSay();
  return (
    commitment.example && <Notice title={say('commitment.example')}>{say('commitment.example-lead')}</Notice>
  );
}
