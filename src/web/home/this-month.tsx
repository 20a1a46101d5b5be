import { ButtonLink, Buttons } from '../design/button.tsx';
import { Section } from '../design/page.tsx';
import { DueLines } from '../ledger/due-lines.tsx';
import { AgreementLines } from '../territories/cooperation-here.tsx';
import { PlanLines } from '../plans/plan-lines.tsx';
import { useSay } from '../words/words.tsx';
import { ReportsDue } from './reports-due.tsx';
import type { loadAgreements, loadPlans, Month } from './load-month.ts';
import styles from './home.module.css';

/** This month: what I owe with what to do about it, what waits for my verification, and what I am owed. */
export function ThisMonth({ month, title }: { month: Month; title: string }) {
  const say = useSay();
  const { owe, owed, reports, verify } = month;
  return (
    <Section title={title}>
      <div className={styles.month}>
        <div>
          <h3>{say('home.owe')}</h3>
          {owe.items.length === 0 ? (
            <p>{say('home.owe-none')}</p>
          ) : (
            <DueLines rows={owe.items} tells="action" />
          )}
          {owe.next !== null && (
            <ButtonLink look="quiet" to="/seguimiento?lado=owe">
              {say('home.owe-all', { count: owe.count.count })}
            </ButtonLink>
          )}
        </div>
        <ReportsDue reports={reports} />
        {verify.items.length > 0 && (
          <div>
            <h3>{say('home.verify')}</h3>
            <DueLines rows={verify.items} tells="action" />
          </div>
        )}
        {owed.items.length > 0 && (
          <div>
            <h3>{say('home.owed')}</h3>
            <DueLines rows={owed.items} tells="who" />
          </div>
        )}
      </div>
      <Buttons>
        <ButtonLink to="/seguimiento">{say('home.ledger')}</ButtonLink>
        <ButtonLink look="quiet" icon="calendar" to="/seguimiento/calendario">
          {say('home.calendar')}
        </ButtonLink>
      </Buttons>
    </Section>
  );
}

/** The plans and how each stands; nothing where there is none. */
export function Plans({ plans, title }: { plans: Awaited<ReturnType<typeof loadPlans>>; title: string }) {
  if (plans.length === 0) return null;
  return (
    <Section title={title}>
      <PlanLines plans={plans} />
    </Section>
  );
}

/** The agreements of whoever opens the page; nothing where there are none. */
export function MyAgreements({ agreements }: { agreements: Awaited<ReturnType<typeof loadAgreements>> }) {
  const say = useSay();
  if (agreements.length === 0) return null;
  return (
    <Section title={say('home.agreements')}>
      <AgreementLines agreements={agreements} />
      <Buttons>
        <ButtonLink to="/convenios">{say('home.agreements-all')}</ButtonLink>
      </Buttons>
    </Section>
  );
}
