import { Button } from '../design/button.tsx';
import { Select, TextArea, TextInput } from '../design/field.tsx';
import { DataForm, FieldGroup } from '../design/form.tsx';
import { useSay } from '../words/words.tsx';
import { NameMeanings, type NameChoices } from './name-meanings.tsx';

/** A new list of names of a country, with its first name. */
export function NewNames({
  country,
  choices,
  sources,
}: {
  country: { readonly code: string; readonly name: string };
  choices: NameChoices;
  sources: readonly { readonly id: string; readonly title: string }[];
}) {
  const say = useSay();
  return (
    <details>
      <summary>{say('crosswalks.new-list', { country: country.name })}</summary>
      <DataForm
        name="begin"
        labels={{
          title: say('crosswalks.list-title'),
          reason: say('crosswalks.why'),
          'lines.0.national': say('crosswalks.name'),
        }}
      >
        <input type="hidden" name="country" value={country.code} />
        <TextInput
          name="title"
          label={say('crosswalks.list-title')}
          help={say('crosswalks.list-title-help')}
          maxLength={200}
          required
        />
        <Select
          name="source"
          label={say('crosswalks.source')}
          help={say('crosswalks.source-help')}
          options={sources.map(({ id, title }) => ({ value: id, label: title }))}
          empty={say('crosswalks.any-source')}
        />
        <TextInput
          name="otherSource"
          label={say('crosswalks.other-source')}
          help={say('crosswalks.other-source-help')}
          maxLength={300}
        />
        <FieldGroup legend={say('crosswalks.first-name')}>
          <TextInput name="lines.0.national" label={say('crosswalks.name')} maxLength={300} required />
          <NameMeanings lines={[]} choices={choices} />
        </FieldGroup>
        <TextArea
          name="reason"
          label={say('crosswalks.why')}
          help={say('crosswalks.why-help')}
          rows={2}
          required
        />
        <Button>{say('crosswalks.create')}</Button>
      </DataForm>
    </details>
  );
}
