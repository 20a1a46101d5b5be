import { useFormat, useToday } from '../words/words.tsx';

/** A day as people say it ("hace 12 días"), with the exact date on hover and in print. */
export function RelativeDay({ day }: { day: string }) {
  const format = useFormat();
  const today = useToday();
  return (
    <time dateTime={day} title={format.longDay(day)} data-print={format.day(day)}>
      {format.relativeDay(day, today)}
    </time>
  );
}

/** A day in figures, day before month. */
export function Day({ day }: { day: string }) {
  const format = useFormat();
  return (
    <time dateTime={day} title={format.longDay(day)}>
      {format.day(day)}
    </time>
  );
}

/** An instant, in the installation's time. */
export function Moment({ instant }: { instant: string }) {
  const format = useFormat();
  return <time dateTime={instant}>{format.moment(instant)}</time>;
}
