import type { Answer } from '../api.ts';
import { Button, Buttons } from '../design/button.tsx';
import { Checkbox, FileField, Select, TextInput } from '../design/field.tsx';
import { DataForm, FieldGroup } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { Section } from '../design/page.tsx';
import { Downloads } from '../design/table.tsx';
import { useSay } from '../words/words.tsx';

type Kind = Answer<'listCountries'>['items'][number]['kinds'][number];
type Question = Answer<'importBoundaries'>['questions'][number];

/** Loading official boundaries: first what would happen, then, with the same file, saving. */
export function BoundaryForm({
  kinds,
  questions,
}: {
  kinds: readonly Kind[];
  questions: readonly Question[];
}) {
  const say = useSay();
  const levels = [...new Map(kinds.map((kind) => [kind.level, kind])).values()]
    .filter((kind) => kind.level > 0)
    .map((kind) => ({ value: String(kind.level), label: kind.plural[say.language] }));
  return (
    <Section title={say('places.boundary-file')}>
      <DataForm name="boundaries" encType="multipart/form-data">
        <FileField
          name="file"
          label={say('places.boundary-file')}
          help={say('places.boundary-file-help')}
          maximumBytes={67_108_864}
          required
        />
        <Select
          name="level"
          label={say('places.boundary-level')}
          options={levels}
          empty={say('places.boundary-level-guess')}
        />
        <TextInput
          name="projection"
          label={say('places.boundary-projection')}
          help={say('places.boundary-projection-help')}
        />
        <TextInput name="title" label={say('places.boundary-title')} />
        <TextInput name="licence" label={say('places.boundary-licence')} />
        {questions.map((question) => (
          <FieldGroup key={question} legend={say(`places.question-${question}`)}>
            <Checkbox
              name="accept"
              value={question}
              label={say('places.boundary-accept', { what: say(`places.question-${question}`) })}
            />
            <Checkbox
              name="leave"
              value={question}
              label={say('places.boundary-leave', { what: say(`places.question-${question}`) })}
            />
          </FieldGroup>
        ))}
        <Buttons>
          <Button>{say('places.boundary-preview')}</Button>
          <Button look="plain" name="apply" value="yes">
            {say('places.boundary-apply')}
          </Button>
        </Buttons>
        <p>{say('places.upload-again')}</p>
      </DataForm>
    </Section>
  );
}

/** Territories from a CSV in the format of the download. */
export function TerritoryFileForm({
  csv,
  result,
}: {
  csv: string;
  result: Answer<'importTerritories'> | null;
}) {
  const say = useSay();
  return (
    <Section title={say('places.territory-import')}>
      {result && (
        <Notice kind={result.applied ? 'done' : 'plain'}>
          {result.applied && `${say('territories.import-applied')} `}
          {say('territories.import-added', { count: result.added.length })}.{' '}
          {say('territories.import-changed', { count: result.changed.length })}.{' '}
          {say('territories.import-unchanged', { count: result.unchanged })}.
        </Notice>
      )}
      <DataForm name="territories" encType="multipart/form-data">
        <FileField
          name="file"
          label={say('places.territory-file')}
          help={say('places.territory-file-help')}
          maximumBytes={20_000_000}
          required
        />
        <Buttons>
          <Button>{say('places.preview')}</Button>
          <Button look="plain" name="apply" value="yes">
            {say('places.apply')}
          </Button>
        </Buttons>
      </DataForm>
      <Downloads downloads={[{ format: 'CSV', href: csv }]} />
    </Section>
  );
}
