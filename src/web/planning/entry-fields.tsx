import { entryKinds, type EntryKind } from '#domain/planning/inventory.ts';
import { textOf } from '../api.ts';
import { DateField, Select, TextArea, TextInput, type Option } from '../design/field.tsx';
import { FieldGroup } from '../design/form.tsx';
import { useSay } from '../words/words.tsx';
import type { Entry } from './inventory-shapes.ts';

/** What a form of an entry says, as the API takes it; the API checks every list and reads the amount. */
export function entryBody(form: FormData) {
  const text = (name: string) => textOf(form, name) || null;
  const year = textOf(form, 'amountYear');
  return {
    territory: textOf(form, 'territory'),
    organisationId: textOf(form, 'organisationId'),
    title: textOf(form, 'title'),
    kind: textOf(form, 'kind') as EntryKind,
    description: text('description'),
    officialReference: text('officialReference'),
    poaCode: text('poaCode'),
    periodFrom: text('periodFrom'),
    periodTo: text('periodTo'),
    amount: text('amount'),
    amountYear: year === '' ? null : Number(year),
    sourceWords: text('sourceWords'),
    confirmText: form.has('confirmText'),
  };
}

/** What the fields are called, for the list of faults. */
export function useEntryLabels(): Record<string, string> {
  const say = useSay();
  return {
    title: say('inventory.name'),
    kind: say('inventory.kind'),
    organisationId: say('inventory.organisation'),
    territory: say('inventory.where'),
    periodFrom: say('inventory.from'),
    periodTo: say('inventory.to'),
    amount: say('inventory.amount'),
    amountYear: say('inventory.amount-year'),
    description: say('inventory.description'),
    officialReference: say('inventory.reference'),
    sourceWords: say('inventory.source-words'),
  };
}

/** The fields of an entry, in the order in which people tell it. */
export function EntryFields({
  entry,
  organisations,
  places,
}: {
  entry: Entry | null;
  organisations: readonly Option[];
  places: readonly Option[];
}) {
  const say = useSay();
  return (
    <>
      <TextInput
        name="title"
        label={say('inventory.name')}
        help={say('inventory.name-help')}
        defaultValue={entry?.title}
        maxLength={400}
        required
      />
      <Select
        name="kind"
        label={say('inventory.kind')}
        options={entryKinds.map((value) => ({ value, label: say(`inventory.kind.${value}`) }))}
        defaultValue={entry?.kind ?? 'programme'}
        required
      />
      <Select
        name="organisationId"
        label={say('inventory.organisation')}
        options={organisations}
        defaultValue={entry?.organisation?.id ?? organisations[0]?.value ?? ''}
        required
      />
      <Select
        name="territory"
        label={say('inventory.where')}
        options={places}
        defaultValue={entry?.territory.reference ?? places[0]?.value ?? ''}
        required
      />
      <TextArea
        name="description"
        label={say('inventory.description')}
        rows={3}
        maxLength={4000}
        defaultValue={entry?.description ?? ''}
      />
      <FieldGroup legend={say('inventory.period')}>
        <DateField
          name="periodFrom"
          label={say('inventory.from')}
          defaultValue={entry?.periodFrom ?? undefined}
        />
        <DateField name="periodTo" label={say('inventory.to')} defaultValue={entry?.periodTo ?? undefined} />
      </FieldGroup>
      <TextInput
        name="amount"
        label={say('inventory.amount')}
        help={say('inventory.amount-help')}
        defaultValue={entry?.amount ? `${entry.currency} ${entry.amount}` : ''}
        maxLength={60}
      />
      <TextInput
        name="amountYear"
        label={say('inventory.amount-year')}
        inputMode="numeric"
        maxLength={4}
        defaultValue={entry?.amountYear ?? ''}
      />
      <TextInput
        name="officialReference"
        label={say('inventory.reference')}
        defaultValue={entry?.officialReference ?? ''}
        maxLength={300}
      />
      <TextInput
        name="poaCode"
        label={say('inventory.code')}
        defaultValue={entry?.poaCode ?? ''}
        maxLength={100}
      />
      <TextInput
        name="sourceWords"
        label={say('inventory.source-words')}
        defaultValue={entry?.sourceWords ?? ''}
        maxLength={300}
      />
    </>
  );
}
