import type { Answer } from '../api.ts';
import { ButtonLink, Buttons } from '../design/button.tsx';
import { Section } from '../design/page.tsx';
import { DueLines } from '../ledger/due-lines.tsx';
import { LedgerTable } from '../ledger/ledger-table.tsx';
import { MonthTable } from '../ledger/month-table.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import type { Month } from './load-month.ts';
import styles from './home.module.css';

/** Every commitment of the institution in the country, as a table and as the month, with the days on which several coincide. */
export function OurCommitments({ month, days }: { month: Month; days: Answer<'getLedgerMonth'> }) {
  const say = useSay();
  const format = useFormat();
  const { owe, owed, verify, today } = month;
  const collisions = days.days.filter((day) => day.collides).length;
  const title = say('home.commitments-month', { month: format.month(today) });
  return (
    <>
      <Section title={say('home.commitments')}>
        <p>{say('home.commitments-lead')}</p>
        <LedgerTable rows={owe.items} side="owe" downloads={[]} />
        {owe.count.count > 0 && (
          <Buttons>
            <ButtonLink to="/seguimiento?lado=owe">
              {say('home.commitments-all', { count: owe.count.count })}
            </ButtonLink>
          </Buttons>
        )}
      </Section>
      {days.days.length > 0 && (
        <Section title={title}>
          {collisions > 0 && <p>{say('home.collisions', { count: collisions })}</p>}
          <MonthTable month={today.slice(0, 7)} title={title} days={days.days} today={days.today} />
        </Section>
      )}
      {verify.items.length > 0 && (
        <Section title={say('home.verify')}>
          <DueLines rows={verify.items} tells="action" />
        </Section>
      )}
      {owed.items.length > 0 && (
        <Section title={say('home.owed')}>
          <div className={styles.month}>
            <DueLines rows={owed.items} tells="who" />
          </div>
        </Section>
      )}
    </>
  );
}
