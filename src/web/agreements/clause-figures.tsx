import { fieldNamesOf, type ClauseField } from '#domain/agreements/clause-fields.ts';
import { drafterPlaces, placesIn } from '#domain/agreements/template-places.ts';
import { amendmentRules } from '#domain/agreements/vocabulary.ts';
import { DateField, Select, TextArea, TextInput } from '../design/field.tsx';
import { FieldGroup } from '../design/form.tsx';
import { StatedTotals } from './stated-totals.tsx';
import { useSay } from '../words/words.tsx';
import { gapWord } from './gap-words.ts';
import type { Clause } from './agreement-shapes.ts';

/** What a clause of a type says in figures, and what only the parties can say for its places. */
export function ClauseFigures({ clause }: { clause: Clause }) {
  const say = useSay();
  const names = fieldNamesOf(clause.type);
  const inText = placesIn(`${clause.title}\n${clause.body}`);
  const places = drafterPlaces.filter((place) => inText.includes(place));
  if (names.length === 0 && places.length === 0) return null;
  return (
    <FieldGroup legend={say('agreement-pages.figures')}>
      <input type="hidden" name="hasFields" value="yes" />
      {names.map((name) => (
        <Figure key={name} name={name} clause={clause} />
      ))}
      {places.map((place) => (
        <TextArea
          key={place}
          name={`place-${place}`}
          label={gapWord(say, place)}
          help={say('agreement-pages.place-help', { place: `{${place}}` })}
          defaultValue={clause.fields.places[place] ?? ''}
          rows={2}
        />
      ))}
    </FieldGroup>
  );
}

function Figure({ name, clause }: { name: ClauseField; clause: Clause }) {
  const say = useSay();
  const { fields } = clause;
  const label = say.dynamic(`agreement-pages.figure.${name}`);
  switch (name) {
    case 'endsOn':
      return <DateField name="endsOn" label={label} defaultValue={fields.endsOn ?? ''} />;
    case 'amendmentRule':
      return (
        <Select
          name="amendmentRule"
          label={label}
          options={amendmentRules.map((value) => ({
            value,
            label: say.dynamic(`agreements.amendment.${value}`),
          }))}
          defaultValue={fields.amendmentRule}
        />
      );
    case 'commissionStructureId':
      return (
        <>
          <input type="hidden" name="commissionStructureId" value={fields.commission?.id ?? ''} />
          <p>
            {label}: {fields.commission?.name ?? say('agreement-pages.commission-in-data')}
          </p>
        </>
      );
    case 'totals':
      return <StatedTotals totals={clause.fields.totals ?? []} currency="" />;
    case 'places':
      return null;
    default:
      return (
        <TextInput
          name={name}
          label={label}
          inputMode={name === 'meetingEvery' || name === 'reportEvery' ? 'text' : 'numeric'}
          defaultValue={fields[name] ?? ''}
        />
      );
  }
}
