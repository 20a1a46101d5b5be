import { Link } from 'react-router';
import { call, pageOfRequest } from '../api.ts';
import { ButtonLink, Buttons } from '../design/button.tsx';
import { Empty, Notice } from '../design/notice.tsx';
import { Page } from '../design/page.tsx';
import { InPlace, useFormat, useSay } from '../words/words.tsx';
import type { Route } from './+types/month.route';
import { Example } from './example.tsx';
import { addressOfCommitment, askedOf, changed, stateInWords } from './ledger-shapes.ts';
import styles from './ledger.module.css';
import { weeksOf } from './month-grid.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { search, searchParams } = new URL(request.url);
  const { by: _, from: _from, to: _to, ...asked } = askedOf(request);
  const given = searchParams.get('mes') ?? '';
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(given) ? given : pageOfRequest(context).today.slice(0, 7);
  const shown = await call(context, 'getLedgerMonth', { ...asked, month }, request);
  return { month, shown, search };
}

/** A month as a grid: what falls due on each day, with the days on which several things of one party coincide. */
export default function MonthPage({ loaderData: { month, shown, search } }: Route.ComponentProps) {
  const say = useSay();
  const format = useFormat();
  const to = (other: string) => `/seguimiento/calendario${changed(search, { mes: other })}`;
  const title = format.month(`${month}-15`);
  return (
    <InPlace today={shown.today}>
      <Page
        title={title}
        lead={say('ledger.calendar-lead')}
        crumbs={[{ to: `/seguimiento${changed(search, { mes: null })}`, title: say('ledger.title') }]}
      >
        <Buttons>
          <ButtonLink look="quiet" to={to(monthFrom(month, -1))}>
            {say('ledger.month-before')}
          </ButtonLink>
          <ButtonLink look="quiet" to={to(monthFrom(month, 1))}>
            {say('ledger.month-after')}
          </ButtonLink>
        </Buttons>
        {shown.days.length === 0 && <Empty title={say('ledger.month-none')} />}
        {shown.isMore && <Notice>{say('ledger.month-more')}</Notice>}
        <Grid month={month} title={title} days={shown.days} today={shown.today} />
      </Page>
    </InPlace>
  );
}

type Days = Route.ComponentProps['loaderData']['shown']['days'];

function Grid({ month, title, days, today }: { month: string; title: string; days: Days; today: string }) {
  const say = useSay();
  const names = new Intl.DateTimeFormat(say.language === 'en' ? 'en-GB' : 'es-419', {
    weekday: 'long',
    timeZone: 'UTC',
  });
  const weeks = weeksOf(month);
  const byDay = new Map(days.map((day) => [day.on, day]));
  return (
    // Focus is what lets the keyboard move it sideways.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.frame} tabIndex={0} aria-label={title}>
      <table className={styles.month}>
        <thead>
          <tr>
            {[5, 6, 7, 8, 9, 10, 11].map((date) => (
              <th key={date} scope="col">
                {names.format(new Date(Date.UTC(2026, 0, date)))}
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

function monthFrom(month: string, step: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + step, 1)).toISOString().slice(0, 7);
}
