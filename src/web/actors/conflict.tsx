import { useActionData } from 'react-router';
import type { FormAnswer } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { SideBySide } from '../design/side-by-side.tsx';
import { useSay } from '../words/words.tsx';

type Fields = Readonly<Record<string, string>>;

/**
 * Somebody else saved first: both versions side by side, nothing overwritten. Below it the form holds what was written;
 * saving again is now a decision. `lists` names the fields whose values are words of a closed list.
 */
export function Conflict({ labels, lists = {} }: { labels: Fields; lists?: Fields }) {
  const say = useSay();
  const answer = useActionData<FormAnswer>();
  if (answer?.refused?.status !== 412) return null;
  const worded = (value: unknown) =>
    typeof value === 'object' && value !== null ? wordsOf(value as Record<string, unknown>, lists, say) : {};
  return (
    <Notice kind="warning" title={say('actor-pages.changed-meanwhile')}>
      <p>{say('actor-pages.changed-lead')}</p>
      <SideBySide mine={worded(answer.typed)} theirs={worded(answer.refused.current)} labels={labels} />
    </Notice>
  );
}

function wordsOf(values: Record<string, unknown>, lists: Fields, say: ReturnType<typeof useSay>) {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const list = lists[name];
      return [
        name,
        list && typeof value === 'string' && value ? say.dynamic(`actors.${list}.${value}`) : value,
      ];
    }),
  );
}
