import { DateField, Select, TextArea, TextInput } from '../design/field.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import { yourParties, type Life, type Step } from './life-shapes.ts';
import { Reason, StepForm } from './step.tsx';

/** What ends an agreement, and what settles it. */
export function EndingForm({ life, step }: { life: Life; step: Step['act'] }) {
  switch (step) {
    case 'object-to-renewal':
    case 'declare-will':
    case 'withdraw':
      return <ForParty life={life} step={step} />;
    case 'end-for-cause':
      return <CauseForm life={life} />;
    case 'add-balance':
      return <BalanceForm life={life} />;
    case 'decide-on-commitment':
      return <DecisionForm life={life} />;
    case 'close':
      return <CloseForm life={life} />;
    case 'redact':
      return <RedactForm life={life} />;
    default:
      return null;
  }
}

const formNames = { 'object-to-renewal': 'object', 'declare-will': 'will', withdraw: 'withdraw' } as const;

function ForParty({ life, step }: { life: Life; step: keyof typeof formNames }) {
  const say = useSay();
  const format = useFormat();
  const leads = {
    'object-to-renewal': say('agreement-life.lead.object-to-renewal', {
      day: life.lastDayToObject === null ? '' : format.day(life.lastDayToObject),
    }),
    'declare-will': say('agreement-life.lead.declare-will'),
    withdraw: say('agreement-life.lead.withdraw', { days: life.withdrawalDays }),
  };
  const willing = new Set(life.parties.filter(({ wantsToEnd }) => wantsToEnd).map(({ id }) => id));
  const parties = yourParties(life).filter(({ value }) => step !== 'declare-will' || !willing.has(value));
  if (parties.length === 0) return null;
  return (
    <StepForm
      name={formNames[step]}
      title={say(`agreement-life.step.${step}`)}
      lead={leads[step]}
      version={life.version}
      look="danger"
    >
      <Select name="partyId" label={say('agreement-life.field.party')} options={parties} required />
      <Reason />
    </StepForm>
  );
}

function CauseForm({ life }: { life: Life }) {
  const say = useSay();
  return (
    <StepForm
      name="end"
      title={say('agreement-life.step.end-for-cause')}
      lead={say('agreement-life.lead.end-for-cause')}
      version={life.version}
      look="danger"
    >
      <Select
        name="cause"
        label={say('agreement-life.field.cause')}
        options={(['nullity', 'other'] as const).map((value) => ({
          value,
          label: say(`agreement-life.cause.${value}`),
        }))}
        required
      />
      <TextInput
        name="reference"
        label={say('agreement-life.field.reference')}
        help={say('agreement-life.field.reference-help')}
        required
      />
      <Reason />
    </StepForm>
  );
}

function BalanceForm({ life }: { life: Life }) {
  const say = useSay();
  const parties = life.parties.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <StepForm
      name="balance"
      title={say('agreement-life.step.add-balance')}
      lead={say('agreement-life.lead.add-balance')}
      version={life.version}
      look="plain"
    >
      <Select name="debtorPartyId" label={say('agreement-life.field.debtor')} options={parties} required />
      <Select
        name="creditorPartyId"
        label={say('agreement-life.field.creditor')}
        empty={say('agreement-life.choose')}
        options={parties}
        required
      />
      <TextInput
        name="amount"
        label={say('agreement-life.field.amount')}
        help={say('agreement-life.field.amount-help')}
        inputMode="decimal"
        required
      />
      <TextInput
        name="currency"
        label={say('agreement-life.field.currency')}
        defaultValue={life.currency ?? ''}
        maxLength={3}
        required
      />
      <Reason />
    </StepForm>
  );
}

const decisions = ['close', 'finish-by', 'pass-on'] as const;

function DecisionForm({ life }: { life: Life }) {
  const say = useSay();
  const format = useFormat();
  const open = life.openCommitments
    .filter(({ decision }) => decision === null)
    .map(({ instanceId, what, dueOn }) => ({ value: instanceId, label: `${what} (${format.day(dueOn)})` }));
  return (
    <StepForm
      name="decide"
      title={say('agreement-life.step.decide-on-commitment')}
      lead={say('agreement-life.lead.decide-on-commitment')}
      version={life.version}
      look="plain"
    >
      <Select name="instanceId" label={say('agreement-life.field.commitment')} options={open} required />
      <Select
        name="decision"
        label={say('agreement-life.field.decision')}
        options={decisions.map((value) => ({ value, label: say(`agreement-life.decision.${value}`) }))}
        required
      />
      <DateField name="until" label={say('agreement-life.field.until')} />
      <TextInput
        name="toAgreementId"
        label={say('agreement-life.field.to-agreement')}
        help={say('agreement-life.field.to-agreement-help')}
      />
      <Reason />
    </StepForm>
  );
}

function CloseForm({ life }: { life: Life }) {
  const say = useSay();
  return (
    <StepForm
      name="close"
      title={say('agreement-life.step.close')}
      lead={say('agreement-life.lead.close')}
      version={life.version}
    >
      <TextArea name="report" label={say('agreement-life.field.report')} rows={6} required />
      <TextArea name="lessons" label={say('agreement-life.field.lessons')} rows={4} required />
    </StepForm>
  );
}

function RedactForm({ life }: { life: Life }) {
  const say = useSay();
  return (
    <StepForm
      name="redact"
      title={say('agreement-life.step.redact')}
      lead={say('agreement-life.lead.redact')}
      version={life.version}
      look="danger"
    >
      <TextInput name="order" label={say('agreement-life.field.order')} required />
      <TextArea
        name="passages"
        label={say('agreement-life.field.passages')}
        help={say('agreement-life.field.passages-help')}
        required
      />
    </StepForm>
  );
}
