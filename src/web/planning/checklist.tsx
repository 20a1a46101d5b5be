import { StateTag } from '../design/state-tag.tsx';
import { useSay } from '../words/words.tsx';
import type { Step } from './path-shapes.ts';
import styles from './planning.module.css';

type Item = Step['checklist'][number];

/** What the register sees of a session: ticked by fact, never asked. */
export function Checklist({ items }: { items: readonly Item[] }) {
  const say = useSay();
  return (
    <ul className={styles.checks}>
      {items.map((item) => (
        <li key={item.key}>
          <StateTag state={item.isDone ? 'present' : 'missing'}>
            {say.dynamic(`planning.item.${item.key}`)}
          </StateTag>
          <small>
            {item.count !== null && item.count > 0
              ? say('planning.seen', { count: item.count })
              : say('planning.not-seen')}
            {item.isEssential && !item.isDone && ` · ${say('planning.essential')}`}
          </small>
        </li>
      ))}
    </ul>
  );
}
