import type { Drawing, Mark } from '#domain/analysis/drawing.ts';
import styles from './drawing-view.module.css';

const tones: Readonly<Record<Mark['tone'], string | undefined>> = {
  ink: styles.ink,
  soft: styles.soft,
  rule: styles.rule,
  action: styles.action,
  pale: styles.pale,
  none: styles.none,
  'class-high': styles.high,
  'class-middle': styles.middle,
  'class-low': styles.low,
  'class-none-due': styles.due,
};

/** The drawing that the PDF and the DOCX have, with the page's own colours. What it shows also stands in the table below it. */
export function DrawingView({ drawing, alternative }: { drawing: Drawing; alternative: string }) {
  return (
    // What can be pushed sideways can be reached by keyboard, as a table's frame.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.frame} role="group" tabIndex={0} aria-label={alternative}>
      <svg
        xmlns="http://www.w3.org/2000/svg"
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
        role="img"
        aria-label={alternative}
        className={styles.drawing}
      >
        {drawing.marks.map((mark, index) => (
          // Marks have no names of their own; a drawing is drawn anew as a whole.
          // oxlint-disable-next-line react/no-array-index-key
          <OneMark key={index} mark={mark} />
        ))}
      </svg>
    </div>
  );
}

function OneMark({ mark }: { mark: Mark }) {
  const tone = tones[mark.tone] ?? '';
  switch (mark.kind) {
    case 'rect': {
      const { x, y, width, height } = mark;
      return <rect x={x} y={y} width={width} height={height} className={tone} />;
    }
    case 'line': {
      const [[x1, y1], [x2, y2]] = [mark.from, mark.to];
      return <line x1={x1} y1={y1} x2={x2} y2={y2} className={`${styles.line} ${tone}`} />;
    }
    case 'path':
      return <path d={mark.d} className={`${mark.isDashed ? styles.approximate : styles.area} ${tone}`} />;
    default:
      return (
        <text x={mark.at[0]} y={mark.at[1]} textAnchor={mark.anchor} className={`${styles.text} ${tone}`}>
          {mark.text}
        </text>
      );
  }
}
