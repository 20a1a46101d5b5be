import { Link } from 'react-router';
import type { Answer } from '../api.ts';
import { useSay } from '../words/words.tsx';
import { Example } from './example.tsx';
import { addressOfCommitment, stateInWords } from './ledger-shapes.ts';
import styles from './ledger.module.css';
import { weeksOf } from './month-grid.ts';

type Days = Answer<'getLedgerMonth'>['days'];

/**
 * A month of weeks: what falls due on each day, and the days on which several things of one party coincide.
 * On a phone it is the list of the days on which something falls due.
 */
export function MonthTable({
  month,
  title,
  days,
  today,
}: {
  month: string;
  title: string;
  days: Days;
  today: string;
}) {
  const say = useSay();
  const names = new Intl.DateTimeFormat(say.language === 'en' ? 'en-GB' : 'es-419', {
    weekday: 'long',
    timeZone: 'UTC',
  });
  const weeks = weeksOf(month);
  const byDay = new Map(days.map((day) => [day.on, day]));
  const weekdays = [5, 6, 7, 8, 9, 10, 11].map((date) => names.format(new Date(Date.UTC(2026, 0, date))));
  return (
    // Focus is what lets the keyboard move it sideways.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.frame} tabIndex={0} aria-label={title}>
      <table className={styles.month}>
        <thead>
          <tr>
            {weekdays.map((weekday) => (
              <th key={weekday} scope="col">
                {weekday}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week.find((day) => day !== null) ?? ''}>
              {week.map((day, index) => (
                <td
                  key={day ?? `empty-${index}`}
                  data-weekday={weekdays[index]}
                  className={day === today ? styles.today : undefined}
                  aria-current={day === today ? 'date' : undefined}
                >
                  {day !== null && <Day day={day} due={byDay.get(day)} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Day({ day, due }: { day: string; due: Days[number] | undefined }) {
  const say = useSay();
  return (
    <>
      {Number(day.slice(8))}
      {due?.collides && (
        <span className={styles.collision}>{say('ledger.collision', { count: due.count })}</span>
      )}
      {due && (
        <ul className={styles.dues}>
          {due.items.map((row) => (
            <li key={row.id}>
              <Link to={addressOfCommitment(row.commitmentId)}>{row.what}</Link>
              <Example row={row} />
              <span className={styles.soft}>
                {row.obligor.name} · {stateInWords(say, row)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
