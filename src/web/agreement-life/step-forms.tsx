import { Link } from 'react-router';
import { ButtonLink } from '../design/button.tsx';
import { DateField, Select, TextArea, TextInput } from '../design/field.tsx';
import { useFormat, useSay, useToday } from '../words/words.tsx';
import { EndingForm } from './ending-forms.tsx';
import {
  addressOfLife,
  addressOfSigning,
  presentParties,
  yourParties,
  type Life,
  type Step,
} from './life-shapes.ts';
import { Choices, Reason, StepForm } from './step.tsx';
import styles from './life.module.css';

type Parts = { life: Life; step: Step['act'] };

/** What can be done now, as a form that says what it will do. */
export function StepOf({ life, step }: Parts) {
  switch (step) {
    case 'sign':
      return <GoTo to={addressOfSigning(life.id)} step={step} />;
    case 'add-addendum':
      return <GoTo to={`/convenios/${life.id}/adendas/nueva`} step={step} />;
    case 'seal':
    case 'resume':
      return <PlainForm life={life} step={step} />;
    case 'record-gate':
      return <GateForm life={life} />;
    case 'suspend':
      return <SuspendForm life={life} />;
    case 'give-notice':
      return <NoticeForm life={life} />;
    case 'call-session':
      return <SessionForm life={life} />;
    case 'reschedule':
      return <RescheduleForm life={life} />;
    case 'reply':
    case 'decide-notice':
    case 'publish-notice':
      return <AtNotice life={life} step={step} />;
    default:
      return <EndingForm life={life} step={step} />;
  }
}

function useStep(step: Step['act']) {
  const say = useSay();
  return { say, title: say(`agreement-life.step.${step}`) };
}

function GoTo({ to, step }: { to: string; step: 'sign' | 'add-addendum' }) {
  const { say, title } = useStep(step);
  return (
    <div className={styles.step}>
      <div>
        <p>{say(`agreement-life.lead.${step}`)}</p>
        <div>
          <ButtonLink to={to}>{title}</ButtonLink>
        </div>
      </div>
    </div>
  );
}

function AtNotice({ life, step }: { life: Life; step: 'reply' | 'decide-notice' | 'publish-notice' }) {
  const { say, title } = useStep(step);
  return (
    <div className={styles.step}>
      <div>
        <Link to={`${addressOfLife(life.id)}#requerimientos`}>{title}</Link>
        <small>{say(`agreement-life.lead.${step}`)}</small>
      </div>
    </div>
  );
}

function PlainForm({ life, step }: { life: Life; step: 'seal' | 'resume' }) {
  const { say, title } = useStep(step);
  return (
    <StepForm name={step} title={title} lead={say(`agreement-life.lead.${step}`)} version={life.version}>
      {step === 'resume' && <Reason />}
    </StepForm>
  );
}

const results = ['done', 'favourable', 'observations', 'refused'] as const;

function GateForm({ life }: { life: Life }) {
  const { say, title } = useStep('record-gate');
  const today = useToday();
  return (
    <StepForm name="gate" title={title} lead={say('agreement-life.lead.record-gate')} version={life.version}>
      <Select
        name="kind"
        label={say('agreement-life.field.gate')}
        options={life.gatesMissing.map((kind) => ({
          value: kind,
          label: say.dynamic(`agreement-life.gate.${kind}`),
        }))}
        required
      />
      <TextInput name="body" label={say('agreement-life.field.body')} required />
      <TextInput name="reference" label={say('agreement-life.field.reference')} />
      <DateField name="on" label={say('agreement-life.field.on')} defaultValue={today} max={today} required />
      <Select
        name="result"
        label={say('agreement-life.field.result')}
        options={results.map((value) => ({ value, label: say(`agreement-life.result.${value}`) }))}
        required
      />
    </StepForm>
  );
}

function SuspendForm({ life }: { life: Life }) {
  const { say, title } = useStep('suspend');
  return (
    <StepForm
      name="suspend"
      title={title}
      lead={say('agreement-life.lead.suspend')}
      version={life.version}
      look="plain"
    >
      <Reason />
      <DateField name="reviewOn" label={say('agreement-life.field.review-on')} required />
    </StepForm>
  );
}

function NoticeForm({ life }: { life: Life }) {
  const { say, title } = useStep('give-notice');
  const format = useFormat();
  const commitments = life.openCommitments.map(({ instanceId, what, dueOn }) => ({
    value: instanceId,
    label: `${what} (${say('agreement-life.due', { day: format.day(dueOn) })})`,
  }));
  return (
    <StepForm
      name="notice"
      title={title}
      lead={say('agreement-life.lead.give-notice', { days: life.cureDays })}
      version={life.version}
      look="plain"
    >
      <Select
        name="byPartyId"
        label={say('agreement-life.field.party')}
        options={yourParties(life)}
        required
      />
      <Select
        name="toPartyId"
        label={say('agreement-life.field.to-party')}
        empty={say('agreement-life.choose')}
        options={presentParties(life)}
        required
      />
      <TextArea
        name="facts"
        label={say('agreement-life.field.facts')}
        help={say('agreement-life.field.facts-help')}
        required
      />
      <Choices name="instances" legend={say('agreement-life.field.commitments')} options={commitments} />
      <Choices
        name="clauses"
        legend={say('agreement-life.field.clauses')}
        options={life.clauses.map((clause) => ({ value: clause.id, label: clause.title }))}
      />
      <DateField
        name="cureBy"
        label={say('agreement-life.field.cure-by')}
        help={say('agreement-life.field.cure-by-help')}
      />
    </StepForm>
  );
}

function SessionForm({ life }: { life: Life }) {
  const { say, title } = useStep('call-session');
  return (
    <StepForm
      name="session"
      title={title}
      lead={say('agreement-life.lead.call-session')}
      version={life.version}
      look="plain"
    >
      <DateField name="calledOn" label={say('agreement-life.field.called-on')} required />
      <TextInput name="seats" label={say('agreement-life.field.seats')} inputMode="numeric" required />
      <TextInput name="quorum" label={say('agreement-life.field.quorum')} inputMode="numeric" required />
    </StepForm>
  );
}

function RescheduleForm({ life }: { life: Life }) {
  const { say, title } = useStep('reschedule');
  const format = useFormat();
  const sessions = life.sessions
    .filter(({ verdict }) => verdict === 'valid')
    .map(({ id, heldOn }) => ({ value: id, label: heldOn === null ? '' : format.day(heldOn) }));
  const commitments = life.openCommitments.map(({ instanceId, what }) => ({
    value: instanceId,
    label: what,
  }));
  return (
    <StepForm
      name="reschedule"
      title={title}
      lead={say('agreement-life.lead.reschedule')}
      version={life.version}
      look="plain"
    >
      <Select name="sessionId" label={say('agreement-life.field.session')} options={sessions} required />
      <Select
        name="instanceId"
        label={say('agreement-life.field.commitment')}
        options={commitments}
        required
      />
      <DateField name="dueOn" label={say('agreement-life.field.due-on')} required />
      <Reason />
    </StepForm>
  );
}
