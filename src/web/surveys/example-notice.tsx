import { Notice } from '../design/notice.tsx';
import { useSay } from '../words/words.tsx';

/** That a survey or a round is invented, with its figures. */
export function ExampleNotice() {
  const say = useSay();
  return (
    <Notice kind="warning" title={say('surveys.example')}>
      <p>{say('surveys.example-lead')}</p>
    </Notice>
  );
}
