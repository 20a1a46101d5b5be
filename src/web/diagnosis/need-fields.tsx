import {
  affectedGroups,
  ecologicalLevels,
  factorEffects,
  priorities,
  sourceKinds,
  violenceKinds,
} from '#domain/diagnosis/vocabulary.ts';
import { Checkbox, DateField, Radios, Select, TextArea, TextInput } from '../design/field.tsx';
import { FieldGroup, fieldId, useForm } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { useSay } from '../words/words.tsx';
import type { Need } from './need-shapes.ts';
import styles from './needs.module.css';
import { prioritiserOptions, type Prioritisers } from './prioritisers.ts';

type Given = { readonly need: Need | null };

/** What the fields are called, for the list of faults and for comparing two versions. */
export function useNeedLabels(): Record<string, string> {
  const say = useSay();
  return {
    problem: say('needs.problem'),
    detail: say('needs.detail'),
    groups: say('needs.groups'),
    groupWords: say('needs.group-words'),
    violence: say('needs.violence'),
    sourceKind: say('needs.source-kind'),
    sourceTitle: say('needs.source-title'),
    sourceDate: say('needs.source-date'),
    sourceAddress: say('needs.source-address'),
    prioritisedBy: say('needs.prioritised-by'),
    office: say('needs.office'),
    prioritisedOn: say('needs.prioritised-on'),
    priority: say('needs.priority'),
    priorityReason: say('needs.priority-reason'),
    ecologicalLevel: say('needs.ecological-level'),
    factor: say('needs.factor'),
    factorEffect: say('needs.factor-effect'),
  };
}

/** A list as choices, in the language of the page. */
function useOptions(prefix: string, values: readonly string[]) {
  const say = useSay();
  return values.map((value) => ({ value, label: say.dynamic(`diagnosis.${prefix}.${value}`) }));
}

/** The fields of a need, in the order in which people tell it. */
export function NeedFields({ need, prioritisers }: Given & { prioritisers: Prioritisers }) {
  const say = useSay();
  return (
    <>
      <TextInput
        name="problem"
        label={say('needs.problem')}
        help={say('needs.problem-help')}
        defaultValue={need?.problem}
        maxLength={300}
        required
      />
      <Notice>{say('needs.personal-data')}</Notice>
      <Groups need={need} />
      <Select
        name="violence"
        label={say('needs.violence')}
        options={useOptions('violence', violenceKinds)}
        empty={say('shared.choose')}
        defaultValue={need?.violence ?? ''}
        required
      />
      <TextArea
        name="detail"
        label={say('needs.detail')}
        help={say('needs.detail-help')}
        defaultValue={need?.detail ?? ''}
      />
      <Source need={need} />
      <Prioritised need={need} prioritisers={prioritisers} />
      <Factors need={need} />
    </>
  );
}

function Groups({ need }: Given) {
  const say = useSay();
  const { id, refused } = useForm();
  const faults = refused?.problems.filter((problem) => problem.field === 'groups') ?? [];
  return (
    <>
      <fieldset className={styles.choices} id={fieldId(id, 'groups')}>
        <legend>{say('needs.groups')}</legend>
        {faults.map((fault) => (
          <p key={fault.code} className={styles.fault}>
            {fault.message}
          </p>
        ))}
        <div className={styles.columns}>
          {affectedGroups.map((group) => (
            <Checkbox
              key={group}
              name={`group-${group}`}
              label={say.dynamic(`diagnosis.group.${group}`)}
              defaultChecked={need?.groups.includes(group) ?? false}
            />
          ))}
        </div>
      </fieldset>
      <TextInput
        name="groupWords"
        label={say('needs.group-words')}
        help={say('needs.group-words-help')}
        defaultValue={need?.groupWords ?? ''}
      />
    </>
  );
}

function Source({ need }: Given) {
  const say = useSay();
  return (
    <FieldGroup legend={say('needs.source')}>
      <Select
        name="sourceKind"
        label={say('needs.source-kind')}
        options={useOptions('source', sourceKinds)}
        defaultValue={need?.sourceKind ?? 'meeting'}
        required
      />
      <TextInput
        name="sourceTitle"
        label={say('needs.source-title')}
        help={say('needs.source-title-help')}
        defaultValue={need?.sourceTitle}
        required
      />
      <DateField name="sourceDate" label={say('needs.source-date')} defaultValue={need?.sourceDate ?? ''} />
      <TextInput
        name="sourceAddress"
        label={say('needs.source-address')}
        inputMode="url"
        defaultValue={need?.sourceAddress ?? ''}
      />
    </FieldGroup>
  );
}

function Prioritised({ need, prioritisers }: Given & { prioritisers: Prioritisers }) {
  const say = useSay();
  const groups = { structures: say('needs.structures'), organisations: say('needs.organisations') };
  const chosen = need?.structure
    ? `structure:${need.structure.id}`
    : need?.organisation
      ? `organisation:${need.organisation.id}`
      : '';
  return (
    <FieldGroup legend={say('needs.prioritised')}>
      <Select
        name="prioritisedBy"
        label={say('needs.prioritised-by')}
        help={say('needs.prioritised-by-help')}
        options={prioritiserOptions(prioritisers, need, groups)}
        empty={say('needs.not-in-list')}
        defaultValue={chosen}
      />
      <TextInput
        name="office"
        label={say('needs.office')}
        help={say('needs.office-help')}
        defaultValue={need?.office ?? ''}
      />
      <DateField
        name="prioritisedOn"
        label={say('needs.prioritised-on')}
        defaultValue={need?.prioritisedOn}
        required
      />
      <Radios
        name="priority"
        label={say('needs.priority')}
        options={useOptions('priority', priorities)}
        defaultValue={need?.priority ?? 'medium'}
      />
      <TextArea
        name="priorityReason"
        label={say('needs.priority-reason')}
        defaultValue={need?.priorityReason}
        rows={2}
        required
      />
    </FieldGroup>
  );
}

function Factors({ need }: Given) {
  const say = useSay();
  return (
    <FieldGroup legend={say('needs.factor')}>
      <TextInput
        name="factor"
        label={say('needs.factor')}
        help={say('needs.factor-help')}
        defaultValue={need?.factor ?? ''}
      />
      <Select
        name="factorEffect"
        label={say('needs.factor-effect')}
        options={useOptions('factor', factorEffects)}
        empty={say('shared.choose')}
        defaultValue={need?.factorEffect ?? ''}
      />
      <Select
        name="ecologicalLevel"
        label={say('needs.ecological-level')}
        help={say('needs.ecological-help')}
        options={useOptions('ecological', ecologicalLevels)}
        empty={say('shared.choose')}
        defaultValue={need?.ecologicalLevel ?? ''}
      />
    </FieldGroup>
  );
}
