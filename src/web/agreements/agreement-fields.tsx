import { Checkbox, DateField, Select, TextArea, TextInput, type Option } from '../design/field.tsx';
import { FieldGroup } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { useSay } from '../words/words.tsx';
import type { Choices } from './agreement-choices.ts';
import type { Agreement } from './agreement-shapes.ts';
import styles from './agreements.module.css';

type Given = {
  readonly agreement: Agreement | null;
  readonly choices: Choices;
  /** What the covered territories are called, one a line. */
  readonly places: string;
};

/** What the fields are called, for the list of faults and for comparing two versions. */
export function useAgreementLabels(): Record<string, string> {
  const say = useSay();
  return {
    title: say('agreement-pages.field-title'),
    object: say('agreement-pages.field-object'),
    territories: say('agreement-pages.field-territories'),
    needIds: say('agreement-pages.field-needs'),
    noNeedReason: say('agreement-pages.field-no-need'),
    termMonths: say('agreement-pages.field-months'),
    endsOn: say('agreement-pages.field-ends-on'),
    parentId: say('agreement-pages.field-parent'),
    commissionStructureId: say('agreement-pages.field-commission'),
    currency: say('agreement-pages.field-currency'),
  };
}

/** The fields of an agreement as a whole, in the order in which people tell it. */
export function AgreementFields({ agreement, choices, places }: Given) {
  const say = useSay();
  return (
    <>
      <TextInput
        name="title"
        label={say('agreement-pages.field-title')}
        help={say('agreement-pages.field-title-help')}
        defaultValue={agreement?.title}
        maxLength={300}
        required
      />
      <TextArea
        name="object"
        label={say('agreement-pages.field-object')}
        help={say('agreement-pages.field-object-help')}
        defaultValue={agreement?.object ?? ''}
        rows={3}
      />
      <TextArea
        name="territories"
        label={say('agreement-pages.field-territories')}
        help={say('agreement-pages.field-territories-help')}
        defaultValue={places}
        rows={2}
      />
      <Needs agreement={agreement} choices={choices} />
      <Lines agreement={agreement} choices={choices} />
      <Term agreement={agreement} />
      <FieldGroup legend={say('agreement-pages.group-place')}>
        <Select
          name="parentId"
          label={say('agreement-pages.field-parent')}
          help={say('agreement-pages.field-parent-help')}
          options={withChosen(
            choices.frameworks,
            agreement?.parent && { value: agreement.parent.id, label: agreement.parent.title },
          )}
          empty={say('agreement-pages.no-parent')}
          defaultValue={agreement?.parentId ?? ''}
        />
        <Select
          name="commissionStructureId"
          label={say('agreement-pages.field-commission')}
          help={say('agreement-pages.field-commission-help')}
          options={withChosen(
            choices.commissions,
            agreement?.commission && { value: agreement.commission.id, label: agreement.commission.name },
          )}
          empty={say('agreement-pages.no-commission')}
          defaultValue={agreement?.commission?.id ?? ''}
        />
        <TextInput
          name="currency"
          label={say('agreement-pages.field-currency')}
          help={say('agreement-pages.field-currency-help')}
          defaultValue={agreement?.currency ?? ''}
          maxLength={3}
        />
      </FieldGroup>
    </>
  );
}

// What is chosen stays a choice, also where it is no longer offered to others.
function withChosen(options: readonly Option[], chosen: Option | null | undefined): Option[] {
  return chosen && !options.some(({ value }) => value === chosen.value) ? [chosen, ...options] : [...options];
}

function Needs({ agreement, choices }: Pick<Given, 'agreement' | 'choices'>) {
  const say = useSay();
  const chosen = new Set(agreement?.needs.map(({ id }) => id));
  const offered = [
    ...(agreement?.needs ?? [])
      .filter(({ id }) => !choices.needs.some((one) => one.id === id))
      .map(({ id, problem }) => ({ id, problem, where: '' })),
    ...choices.needs,
  ];
  return (
    <FieldGroup legend={say('agreement-pages.field-needs')}>
      {offered.length === 0 ? (
        <Notice>{say('agreement-pages.no-needs-here')}</Notice>
      ) : (
        <div className={styles.choices}>
          {offered.map(({ id, problem, where }) => (
            <Checkbox
              key={id}
              name="needIds"
              value={id}
              label={where === '' ? problem : `${problem} (${where})`}
              defaultChecked={chosen.has(id)}
            />
          ))}
        </div>
      )}
      <TextArea
        name="noNeedReason"
        label={say('agreement-pages.field-no-need')}
        help={say('agreement-pages.field-no-need-help')}
        defaultValue={agreement?.noNeedReason ?? ''}
        rows={2}
      />
    </FieldGroup>
  );
}

function Lines({ agreement, choices }: Pick<Given, 'agreement' | 'choices'>) {
  const say = useSay();
  const chosen = new Set(agreement?.lines.map(({ id }) => id));
  const offered = [
    ...(agreement?.lines ?? []).filter(({ id }) => !choices.lines.some((one) => one.id === id)),
    ...choices.lines,
  ];
  if (offered.length === 0) return null;
  return (
    <FieldGroup legend={say('agreement-pages.serves')}>
      <div className={styles.choices}>
        {offered.map(({ id, title }) => (
          <Checkbox key={id} name="lineIds" value={id} label={title} defaultChecked={chosen.has(id)} />
        ))}
      </div>
    </FieldGroup>
  );
}

function Term({ agreement }: Pick<Given, 'agreement'>) {
  const say = useSay();
  return (
    <FieldGroup legend={say('agreement-pages.group-term')}>
      <TextInput
        name="termMonths"
        label={say('agreement-pages.field-months')}
        help={say('agreement-pages.field-months-help')}
        inputMode="numeric"
        defaultValue={agreement?.termMonths ?? ''}
      />
      <DateField
        name="endsOn"
        label={say('agreement-pages.field-ends-on')}
        help={say('agreement-pages.field-ends-on-help')}
        defaultValue={agreement?.endsOn ?? ''}
      />
    </FieldGroup>
  );
}
