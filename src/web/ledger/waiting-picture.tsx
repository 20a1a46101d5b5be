import { useId } from 'react';
import { useSay } from '../words/words.tsx';
import styles from './ledger.module.css';
import type { Layout } from './waiting-layout.ts';

/** Who waits on whom as a picture: an arrow goes from whoever waits to whom they wait on. Thick and with a second number where something is late. */
export function WaitingPicture({ drawn }: { drawn: Layout }) {
  const say = useSay();
  const id = useId().replaceAll(/[^\w-]/g, '');
  return (
    // Focus is what lets the keyboard move it sideways.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.picture} tabIndex={0} role="group" aria-label={say('ledger.waiting')}>
      <svg
        width={drawn.width}
        height={drawn.height}
        viewBox={`0 0 ${drawn.width} ${drawn.height}`}
        role="img"
        aria-label={say('ledger.waiting-picture', { count: drawn.arrows.length })}
      >
        <defs>
          <marker
            id={id}
            viewBox="0 0 8 8"
            refX="8"
            refY="4"
            markerWidth="10"
            markerHeight="10"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0 0 8 4 0 8z" className={styles.head} />
          </marker>
        </defs>
        {drawn.arrows.map((arrow) => (
          <path
            key={arrow.key}
            className={arrow.late > 0 ? styles.late : styles.line}
            d={`M${arrow.points.map(({ x, y }) => `${x} ${y}`).join(' L')}`}
            markerEnd={`url(#${id})`}
          />
        ))}
        {drawn.boxes.map((box) => (
          <g key={box.id}>
            <rect
              className={styles.box}
              x={box.x - box.width / 2}
              y={box.y - box.height / 2}
              width={box.width}
              height={box.height}
              rx={4}
            />
            {box.lines.map((text, index) => (
              <text
                key={text}
                className={styles.name}
                x={box.x}
                y={box.y - box.height / 2 + 20 + index * 18}
                textAnchor="middle"
              >
                {text}
              </text>
            ))}
          </g>
        ))}
        {drawn.arrows.map((arrow) => {
          const middle = arrow.points[Math.floor(arrow.points.length / 2)];
          if (!middle) return null;
          return (
            <text key={arrow.key} className={styles.weight} x={middle.x} y={middle.y - 8} textAnchor="middle">
              {arrow.late > 0
                ? say('ledger.waiting-label', { count: arrow.count, late: arrow.late })
                : arrow.count}
            </text>
          );
        })}
      </svg>
    </div>
  );
}
