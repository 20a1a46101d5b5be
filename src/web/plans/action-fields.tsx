import { affectedGroups } from '#domain/diagnosis/vocabulary.ts';
import { DateField, Select, TextArea, TextInput } from '../design/field.tsx';
import fieldStyles from '../design/field.module.css';
import { useSay } from '../words/words.tsx';
import { Choices, Faults, Part } from './choices.tsx';
import type { ActionPage } from './plan-shapes.ts';
import styles from './plans.module.css';

export type Offered = NonNullable<ActionPage['choices']>;
export type Given = { readonly page: ActionPage; readonly choices: Offered };

/** What the fields of an action are called, for the list of faults. */
export function useActionLabels(): Record<string, string> {
  const say = useSay();
  const named = [
    'title',
    'description',
    'places',
    'periodFrom',
    'periodTo',
    'noNeedReason',
    'lines',
  ] as const;
  const more = ['noLineReason', 'targetSize', 'targetWomen', 'targetYouth', 'targetIndigenous'] as const;
  const last = ['targetWords', 'responsible', 'partners', 'budget', 'budgetTotal', 'usesMediation'] as const;
  const labels = [...named, ...more, ...last].map((field) => [field, say(`plans.field.${field}`)]);
  return { ...Object.fromEntries(labels), needId: say('plans.field.need') };
}

/** A list as choices, in the language of the page. */
export function useOptions(prefix: string, values: readonly string[]) {
  const say = useSay();
  return values.map((value) => ({ value, label: say.dynamic(`${prefix}.${value}`) }));
}

/** What is asked first: what, where, when, and who answers for it. */
export function FirstFields({ page, choices }: Given) {
  const say = useSay();
  const { action } = page;
  return (
    <>
      <TextInput
        name="title"
        label={say('plans.field.title')}
        defaultValue={action.title}
        maxLength={300}
        required
      />
      {choices.programmes.length > 0 && (
        <Select
          name="programmeId"
          label={say('plans.field.programmeId')}
          options={choices.programmes.map(({ id, label }) => ({ value: id, label }))}
          empty={say('plans.no-programme')}
          defaultValue={action.programmeId ?? ''}
        />
      )}
      <TextArea
        name="description"
        label={say('plans.field.description')}
        defaultValue={action.description ?? ''}
        rows={3}
      />
      <Places page={page} choices={choices} />
      <div className={styles.row}>
        <DateField
          name="periodFrom"
          label={say('plans.field.periodFrom')}
          defaultValue={action.periodFrom ?? ''}
          min={page.plan.periodFrom}
          max={page.plan.periodTo}
        />
        <DateField
          name="periodTo"
          label={say('plans.field.periodTo')}
          defaultValue={action.periodTo ?? ''}
          min={page.plan.periodFrom}
          max={page.plan.periodTo}
        />
      </div>
      <Responsible page={page} choices={choices} />
    </>
  );
}

/** So many places are ticked; where there are more, they are typed with suggestions. */
const mostTicked = 30;
const typedRows = 4;

function Places({ page, choices }: Given) {
  const say = useSay();
  const chosen = page.action.places.map(({ reference }) => reference);
  if (choices.places.length <= mostTicked) {
    const options = choices.places.map(({ reference, name }) => ({ value: reference, label: name }));
    return <Choices name="places" label={say('plans.field.places')} options={options} chosen={chosen} />;
  }
  const rows = Array.from({ length: Math.max(typedRows, chosen.length + 2) }, (_none, index) => index);
  const nameOf = (index: number) => {
    const place = page.action.places[index];
    return place ? `${place.reference} ${place.name}` : '';
  };
  return (
    <fieldset className={styles.choices}>
      <legend>{say('plans.field.places')}</legend>
      <div className={styles.small}>{say('plans.places-help')}</div>
      <Faults name="places" />
      <datalist id="places-of-plan">
        {choices.places.map(({ reference, name }) => (
          <option key={reference} value={`${reference} ${name}`}>
            {name}
          </option>
        ))}
      </datalist>
      {rows.map((index) => (
        <input
          key={index}
          name="place"
          list="places-of-plan"
          aria-label={say('plans.place-number', { number: index + 1 })}
          defaultValue={nameOf(index)}
          className={fieldStyles.control}
        />
      ))}
    </fieldset>
  );
}

function Responsible({ page, choices }: Given) {
  const say = useSay();
  const { responsibleOrganisation, responsibleStructure, responsibleOffice } = page.action;
  const grouped = (kind: string, list: readonly { id: string; label: string }[], group: string) =>
    list.map(({ id, label }) => ({ value: `${kind}:${id}`, label, group }));
  const chosen = responsibleOrganisation
    ? `organisation:${responsibleOrganisation.id}`
    : responsibleStructure
      ? `structure:${responsibleStructure.id}`
      : '';
  return (
    <>
      <Select
        name="responsible"
        label={say('plans.field.responsible')}
        options={[
          ...grouped('structure', choices.structures, say('plans.structures')),
          ...grouped('organisation', choices.organisations, say('plans.organisations')),
        ]}
        empty={say('plans.not-in-list')}
        defaultValue={chosen}
      />
      <TextInput
        name="responsibleOffice"
        label={say('plans.field.responsibleOffice')}
        help={say('plans.office-help')}
        defaultValue={responsibleOffice ?? ''}
      />
    </>
  );
}

/** The need that it answers and the line that it follows, or why none. */
export function WhyFields({ page, choices }: Given) {
  const say = useSay();
  const { action } = page;
  const options = needOptions(page, choices);
  return (
    <Part
      title={say('plans.part-why')}
      isOpen={isLacking(page, ['need', 'noNeed', 'lines', 'noLine'])}
      fields={['needId', 'noNeedReason', 'lines', 'noLineReason']}
    >
      <Select
        name="needId"
        label={say('plans.field.need')}
        options={options}
        empty={say('plans.none-of-them')}
        defaultValue={action.need?.id ?? ''}
      />
      <TextInput
        name="noNeedReason"
        label={say('plans.field.noNeedReason')}
        defaultValue={action.noNeedReason ?? ''}
      />
      {choices.lines.length > 0 && (
        <Choices
          name="lines"
          label={say('plans.field.lines')}
          options={choices.lines.map(({ id, label }) => ({ value: id, label }))}
          chosen={action.lines.map(({ id }) => id)}
        />
      )}
      <TextInput
        name="noLineReason"
        label={say('plans.field.noLineReason')}
        help={choices.lines.length === 0 ? say('plans.no-lines-yet') : undefined}
        defaultValue={action.noLineReason ?? ''}
      />
    </Part>
  );
}

// A need that was met since stays chosen until another is.
function needOptions({ action: { need } }: ActionPage, { needs }: Offered) {
  const options = needs.map(({ id, label }) => ({ value: id, label }));
  const isThere = need === null || needs.some(({ id }) => id === need.id);
  return isThere ? options : [{ value: need.id, label: need.problem }, ...options];
}

/** Whether something of a part is still missing, or a remark on it waits for an answer. */
export function isLacking({ lacks, remarks }: ActionPage, fields: readonly string[]): boolean {
  const waiting = remarks?.filter((remark) => remark.standing === 'open') ?? [];
  const named = [...(lacks ?? []), ...waiting].map(({ field }) => field ?? '');
  return named.some((field) => fields.some((one) => field.startsWith(one)));
}

/** For whom, and how many of them. */
export function ForWhomFields({ page }: { page: ActionPage }) {
  const say = useSay();
  const { action } = page;
  const size = (name: 'targetSize' | 'targetWomen' | 'targetYouth' | 'targetIndigenous') => (
    <TextInput
      name={name}
      label={say(`plans.field.${name}`)}
      type="number"
      min={0}
      inputMode="numeric"
      defaultValue={action[name] ?? ''}
    />
  );
  return (
    <Part
      title={say('plans.part-whom')}
      isOpen={action.targetGroups.length === 0 || isLacking(page, ['target'])}
      fields={['target']}
    >
      <Choices
        name="targetGroups"
        label={say('plans.field.targetGroups')}
        options={useOptions('diagnosis.group', affectedGroups)}
        chosen={action.targetGroups}
      />
      <TextInput
        name="targetWords"
        label={say('plans.field.targetWords')}
        defaultValue={action.targetWords ?? ''}
      />
      <div className={styles.row}>
        {size('targetSize')}
        {size('targetWomen')}
        {size('targetYouth')}
        {size('targetIndigenous')}
      </div>
      <TextInput
        name="targetSource"
        label={say('plans.field.targetSource')}
        defaultValue={action.targetSource ?? ''}
      />
    </Part>
  );
}
