import { StateTag } from '../design/state-tag.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import type { Step } from './path-shapes.ts';

/** How a session stands, in words first. */
export function SessionState({ step }: { step: Step }) {
  const say = useSay();
  const format = useFormat();
  if (step.doneOn)
    return <StateTag state="fulfilled">{say('planning.done-on', { day: format.day(step.doneOn) })}</StateTag>;
  if (step.reachedOn)
    return (
      <StateTag state="on-time">{say('planning.reached-on', { day: format.day(step.reachedOn) })}</StateTag>
    );
  return <StateTag state="not-applicable">{say('planning.not-reached')}</StateTag>;
}
