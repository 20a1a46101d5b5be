import { affectedGroups } from '#domain/diagnosis/vocabulary.ts';
import { Checkbox, DateField, Select, TextArea, TextInput, type Option } from '../design/field.tsx';
import { FieldGroup } from '../design/form.tsx';
import { useSay } from '../words/words.tsx';
import type { Commitment } from './commitment-shapes.ts';
import { RecurrenceFields } from './recurrence-fields.tsx';

/** What each field is called, so that the list of faults on top names it. */
export function useFieldLabels(): Readonly<Record<string, string>> {
  const say = useSay();
  return {
    what: say('commitment.what'),
    obligor: say('commitment.who'),
    coObliged: say('commitment.co-obliged'),
    threadId: say('commitment.line'),
    beneficiary: say('commitment.for-whom'),
    verifier: say('commitment.verifier'),
    proof: say('commitment.proof'),
    dueOn: say('commitment.due'),
    startsOn: say('commitment.starts'),
    recurrence: say('commitment.recurrence'),
    currency: say('commitment.currency'),
    noNeedReason: say('commitment.no-need'),
    place: say('commitment.where'),
  };
}

/** The fields of a proposal: the five first, then what the next step may need. */
export function CommitmentFields({
  commitment,
  needs,
  lines,
}: {
  commitment: Commitment;
  needs: readonly Option[];
  lines: readonly Option[];
}) {
  const say = useSay();
  const labels = useFieldLabels();
  return (
    <>
      <TextArea name="what" label={labels['what'] ?? ''} defaultValue={commitment.what} rows={2} required />
      <TextInput
        name="obligor"
        label={labels['obligor'] ?? ''}
        defaultValue={commitment.obligor.name}
        required
      />
      <TextInput
        name="beneficiary"
        label={labels['beneficiary'] ?? ''}
        defaultValue={commitment.beneficiary?.name}
      />
      <DateField name="dueOn" label={labels['dueOn'] ?? ''} defaultValue={commitment.dueOn} required />
      <TextArea
        name="proof"
        label={labels['proof'] ?? ''}
        defaultValue={commitment.proof}
        rows={2}
        required
      />
      <FieldGroup legend={say('commitment.how-much')}>
        <TextInput
          name="quantity"
          label={say('commitment.quantity')}
          inputMode="decimal"
          defaultValue={textOf(commitment.quantity)}
        />
        <TextInput name="unit" label={say('commitment.unit')} defaultValue={commitment.unit ?? ''} />
        <TextInput
          name="targetSize"
          label={say('commitment.target-size')}
          inputMode="numeric"
          defaultValue={textOf(commitment.targetSize)}
        />
      </FieldGroup>
      <FieldGroup legend={say('commitment.when-where')}>
        <DateField
          name="startsOn"
          label={labels['startsOn'] ?? ''}
          defaultValue={commitment.startsOn ?? ''}
        />
        <RecurrenceFields rule={commitment.recurrence} label={labels['recurrence'] ?? ''} />
        <TextInput
          name="place"
          label={labels['place'] ?? ''}
          help={say('commitment.where-help')}
          defaultValue={commitment.place?.reference ?? ''}
        />
      </FieldGroup>
      <FieldGroup legend={say('commitment.who-else')}>
        <TextArea
          name="coObliged"
          label={labels['coObliged'] ?? ''}
          help={say('commitment.co-obliged-help')}
          defaultValue={commitment.coObliged.map(({ name }) => name).join('\n')}
          rows={2}
        />
        <TextInput
          name="verifier"
          label={labels['verifier'] ?? ''}
          help={say('commitment.verifier-help')}
          defaultValue={commitment.verifier?.name}
        />
        <TextInput
          name="responsibleOffice"
          label={say('commitment.office')}
          defaultValue={commitment.responsibleOffice ?? ''}
        />
      </FieldGroup>
      <Resources commitment={commitment} />
      <FieldGroup legend={say('commitment.answers')}>
        <Select
          name="needId"
          label={say('commitment.need')}
          options={needs}
          empty={say('shared.none')}
          defaultValue={commitment.need?.id}
        />
        <TextInput
          name="noNeedReason"
          label={labels['noNeedReason'] ?? ''}
          defaultValue={commitment.noNeedReason ?? ''}
        />
        <Select
          name="threadId"
          label={labels['threadId'] ?? ''}
          options={withLineKept(lines, commitment.threadId, say('commitment.line-ended'))}
          empty={say('shared.none')}
          defaultValue={commitment.threadId ?? ''}
        />
      </FieldGroup>
      <FieldGroup legend={say('commitment.target-groups')}>
        {affectedGroups.map((group) => (
          <Checkbox
            key={group}
            name="targetGroups"
            value={group}
            label={say.dynamic(`diagnosis.group.${group}`)}
            defaultChecked={commitment.targetGroups.includes(group)}
          />
        ))}
      </FieldGroup>
    </>
  );
}

// A line that has ended since is not offered anew, and not taken away either.
function withLineKept(lines: readonly Option[], threadId: string | null, label: string): readonly Option[] {
  if (threadId === null || lines.some(({ value }) => value === threadId)) return lines;
  return [{ value: threadId, label }, ...lines];
}

function Resources({ commitment }: { commitment: Commitment }) {
  const say = useSay();
  return (
    <FieldGroup legend={say('commitment.resources')}>
      <TextInput
        name="cash"
        label={say('commitment.money')}
        inputMode="decimal"
        defaultValue={textOf(commitment.cash)}
      />
      <TextInput
        name="currency"
        label={say('commitment.currency')}
        maxLength={3}
        defaultValue={commitment.currency ?? ''}
      />
      <TextInput
        name="staffDays"
        label={say('commitment.staff-days')}
        inputMode="decimal"
        defaultValue={textOf(commitment.staffDays)}
      />
      <TextInput name="inKind" label={say('commitment.in-kind')} defaultValue={commitment.inKind ?? ''} />
      <TextInput name="poaCode" label={say('commitment.poa')} defaultValue={commitment.poaCode ?? ''} />
      <TextInput
        name="weight"
        label={say('commitment.weight')}
        help={say('commitment.weight-help')}
        inputMode="decimal"
        defaultValue={String(commitment.weight)}
      />
    </FieldGroup>
  );
}

const textOf = (value: number | null) => (value === null ? '' : String(value));
