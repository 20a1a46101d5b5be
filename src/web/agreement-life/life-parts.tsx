import { Link } from 'react-router';
import { Day } from '../design/date-words.tsx';
import { DateField, FileField, Select, TextArea, TextInput } from '../design/field.tsx';
import { Section } from '../design/page.tsx';
import { StateTag } from '../design/state-tag.tsx';
import { looks } from '../agreements/agreement-shapes.ts';
import { useFormat, useSay, useToday } from '../words/words.tsx';
import { addressOfLife, type Life } from './life-shapes.ts';
import { Reason, StepForm } from './step.tsx';
import styles from './life.module.css';

/** Addenda, each with how it stands. */
export function Addenda({ life }: { life: Life }) {
  const say = useSay();
  if (life.kind === 'addendum') return null;
  return (
    <Section title={say('agreement-life.addenda')}>
      {life.addenda.length === 0 && <p>{say('agreement-life.no-addenda')}</p>}
      <ul className={styles.lines}>
        {life.addenda.map((addendum) => (
          <li key={addendum.id}>
            <Link to={addressOfLife(addendum.id)}>{addendum.title}</Link>{' '}
            <StateTag state={looks[addendum.standing]}>
              {say.dynamic(`agreements.standing.${addendum.standing}`)}
            </StateTag>
            <small>{say(`agreement-life.addendum.${addendum.kind}`)}</small>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const outcomes = ['cured', 'withdrawn', 'persists'] as const;

/** Formal notices with their reply beside them, and what can be done to each. */
export function Notices({ life }: { life: Life }) {
  const say = useSay();
  const format = useFormat();
  if (life.notices.length === 0) return null;
  return (
    <Section title={say('agreement-life.notices')} id="requerimientos">
      <ul className={styles.lines}>
        {life.notices.map((notice) => (
          <li key={notice.id}>
            <strong>{say('agreement-life.notice-line', { by: notice.by.name, to: notice.to.name })}</strong>
            <small>
              <Day day={notice.givenOn} /> ·{' '}
              {say('agreement-life.notice-cure-by', { day: format.day(notice.cureBy) })}
            </small>
            <p>{notice.facts}</p>
            {notice.commitments.filter(Boolean).length > 0 && (
              <p>{format.list(notice.commitments.filter(Boolean))}</p>
            )}
            <p>
              {notice.reply === null
                ? say('agreement-life.no-reply')
                : `${say('agreement-life.reply')}: ${notice.reply}`}
            </p>
            {notice.outcome && (
              <p>
                {say(`agreement-life.outcome.${notice.outcome}`)}
                {notice.outcomeReason && `: ${notice.outcomeReason}`}
              </p>
            )}
            <small>
              {notice.publishedOn === null
                ? say('agreement-life.not-published', { day: format.day(notice.publishableFrom) })
                : say('agreement-life.published')}
            </small>
            <NoticeForms life={life} notice={notice} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function NoticeForms({ life, notice }: { life: Life; notice: Life['notices'][number] }) {
  const say = useSay();
  const yours = (id: string) => life.parties.some((party) => party.id === id && party.isYours);
  const isOpen = notice.outcome === null && life.standing === 'under-notice';
  return (
    <>
      {isOpen && notice.reply === null && yours(notice.to.id) && (
        <StepForm
          name={`reply--${notice.id}`}
          title={say('agreement-life.step.reply')}
          lead={say('agreement-life.lead.reply')}
          version={life.version}
        >
          <TextArea name="reply" label={say('agreement-life.field.reply')} required />
        </StepForm>
      )}
      {isOpen && (yours(notice.by.id) || life.oversees) && (
        <StepForm
          name={`outcome--${notice.id}`}
          title={say('agreement-life.step.decide-notice')}
          lead={say('agreement-life.lead.decide-notice')}
          version={life.version}
          look="plain"
        >
          <Select
            name="outcome"
            label={say('agreement-life.field.outcome')}
            options={outcomes.map((value) => ({ value, label: say(`agreement-life.outcome.${value}`) }))}
            required
          />
          <Reason />
        </StepForm>
      )}
      {notice.publishedOn === null && life.oversees && (
        <StepForm
          name={`publish--${notice.id}`}
          title={say('agreement-life.step.publish-notice')}
          lead={say('agreement-life.lead.publish-notice')}
          version={life.version}
          look="plain"
        />
      )}
    </>
  );
}

/** What one party owes another, and what becomes of it. */
export function Settlement({ life }: { life: Life }) {
  const say = useSay();
  const format = useFormat();
  const isSettling = life.standing === 'settlement';
  if (!isSettling && life.balances.length === 0) return null;
  return (
    <Section title={say('agreement-life.settlement')}>
      {life.balances.length === 0 && <p>{say('agreement-life.no-balances')}</p>}
      <ul className={styles.lines}>
        {life.balances.map((balance) => {
          const amount = `${balance.currency} ${balance.amount}`;
          const isOpen = balance.paidOn === null && balance.waivedOn === null;
          return (
            <li key={balance.id}>
              <strong>
                {say('agreement-life.balance-line', {
                  debtor: balance.debtor.name,
                  creditor: balance.creditor.name,
                  amount,
                })}
              </strong>
              <small>
                {balance.reason} · {say('agreement-life.balance-due', { day: format.day(balance.dueOn) })}
              </small>
              {balance.paidOn && (
                <p>
                  {say('agreement-life.balance-paid', {
                    day: format.day(balance.paidOn),
                    reference: balance.paidReference ?? '',
                  })}
                </p>
              )}
              {balance.waivedOn && (
                <p>
                  {say('agreement-life.balance-waived', {
                    day: format.day(balance.waivedOn),
                    reason: balance.waiverReason ?? '',
                  })}
                </p>
              )}
              {isOpen && isSettling && <BalanceForms life={life} balance={balance} />}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function BalanceForms({ life, balance }: { life: Life; balance: Life['balances'][number] }) {
  const say = useSay();
  const today = useToday();
  const isCreditor = life.parties.some(({ id, isYours }) => id === balance.creditor.id && isYours);
  if (life.abilities.length === 0) return null;
  return (
    <>
      <StepForm name={`pay--${balance.id}`} title={say('agreement-life.pay')} version={life.version}>
        <DateField
          name="on"
          label={say('agreement-life.field.on')}
          defaultValue={today}
          max={today}
          required
        />
        <TextInput
          name="reference"
          label={say('agreement-life.field.reference')}
          help={say('agreement-life.field.reference-help')}
          required
        />
      </StepForm>
      {isCreditor && (
        <StepForm
          name={`waive--${balance.id}`}
          title={say('agreement-life.waive')}
          version={life.version}
          look="plain"
        >
          <Reason />
        </StepForm>
      )}
    </>
  );
}

const maximumBytes = 20_000_000;

/** Sessions of the commission: called, held, with or without quorum. */
export function Sessions({ life }: { life: Life }) {
  const say = useSay();
  const format = useFormat();
  const today = useToday();
  if (life.kind === 'addendum') return null;
  return (
    <Section title={say('agreement-life.sessions')}>
      {life.sessions.length === 0 && <p>{say('agreement-life.no-sessions')}</p>}
      <ul className={styles.lines}>
        {life.sessions.map((session) => (
          <li key={session.id}>
            {say('agreement-life.session-line', {
              day: format.day(session.calledOn),
              seats: session.seats,
              quorum: session.quorum,
            })}{' '}
            <StateTag
              state={
                session.verdict === 'valid' ? 'fulfilled' : session.verdict === 'called' ? 'on-time' : 'late'
              }
            >
              {say(`agreement-life.session.${session.verdict}`)}
            </StateTag>
            {session.heldOn && (
              <small>
                {say('agreement-life.session-present', {
                  present: session.present ?? 0,
                  day: format.day(session.heldOn),
                })}
              </small>
            )}
            {session.decisions && <p>{session.decisions}</p>}
            {life.oversees && session.heldOn === null && (
              <StepForm
                name={`hold--${session.id}`}
                title={say('agreement-life.hold')}
                version={life.version}
              >
                <DateField
                  name="heldOn"
                  label={say('agreement-life.field.on')}
                  defaultValue={today}
                  max={today}
                  required
                />
                <TextInput
                  name="present"
                  label={say('agreement-life.field.present')}
                  inputMode="numeric"
                  required
                />
                <TextArea name="decisions" label={say('agreement-life.field.decisions')} />
              </StepForm>
            )}
            {life.oversees && session.heldOn !== null && !session.hasFile && (
              <StepForm
                name={`minutes--${session.id}`}
                title={say('agreement-life.attach-minutes')}
                version={life.version}
                encType="multipart/form-data"
                look="plain"
              >
                <FileField
                  name="file"
                  label={say('agreement-life.field.file')}
                  maximumBytes={maximumBytes}
                  required
                />
              </StepForm>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
