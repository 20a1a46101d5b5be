import { Link } from 'react-router';
import { Button, Buttons } from '../design/button.tsx';
import { Moment } from '../design/date-words.tsx';
import { TextArea } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Section } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import { ConfirmText } from './draft-form.tsx';
import { addressOfAction, mayWrite, type Plan, type Remark } from './plan-shapes.ts';
import styles from './plans.module.css';

/** The remarks of those who review, each with its answer or the place for it. */
export function Remarks({ plan }: { plan: Plan }) {
  const say = useSay();
  return (
    <Section title={say('plans.remarks')} id="observaciones">
      <ul className={styles.lines}>
        {plan.remarks?.map((remark) => (
          <li key={remark.id}>
            <RemarkText planId={plan.id} remark={remark} />
            {remark.standing === 'open' && mayWrite(plan) && <AnswerForm remark={remark} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** A remark as it was written, what it is about, and how it stands. */
export function RemarkText({ planId, remark }: { planId: string; remark: Remark }) {
  const say = useSay();
  return (
    <>
      {remark.body}
      <small>
        {remark.action && (
          <>
            <Link to={addressOfAction(planId, remark.action.id)}>{remark.action.title}</Link>
            {' · '}
          </>
        )}
        {remark.field && `${say.dynamic(`plans.field.${remark.field}`)} · `}
        {say.dynamic(`plans.remark-standing.${remark.standing}`)} · <Moment instant={remark.at} />
      </small>
      {remark.answer && <p>{say('plans.answered', { answer: remark.answer })}</p>}
    </>
  );
}

function AnswerForm({ remark }: { remark: Remark }) {
  const say = useSay();
  const name = `answer-${remark.id}`;
  return (
    <DataForm name={name}>
      <input type="hidden" name="remarkId" value={remark.id} />
      <input type="hidden" name="version" value={remark.version} />
      <TextArea name="answer" label={say('plans.answer')} rows={2} required />
      <ConfirmText form={name} />
      <Buttons>
        <Button look="plain">{say('plans.answer-now')}</Button>
      </Buttons>
    </DataForm>
  );
}
