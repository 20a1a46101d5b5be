import { Button, Buttons } from '../design/button.tsx';
import { Radios, Select, type Option } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { useSay } from '../words/words.tsx';
import type { ValueImport } from './layout-of-form.ts';

/** Places of the file that nobody knows, or that may be several: each is settled once and remembered. */
export function UnknownPlaces({
  given,
  territories,
}: {
  given: ValueImport;
  territories: readonly Option[];
}) {
  const say = useSay();
  return given.places.slice(0, 20).map(({ key, text, rows, candidates }, index) => (
    <DataForm key={key} name={`place-${index}`}>
      <input type="hidden" name="version" value={given.version} />
      <input type="hidden" name="key" value={key} />
      <p>
        <strong>{text}</strong> {say('value-imports.place-rows', { count: rows })}
      </p>
      {candidates.length > 0 && (
        <Radios
          name="candidate"
          label={say('value-imports.may-be')}
          options={candidates.map(({ reference, name }) => ({ value: reference, label: name }))}
        />
      )}
      <Select
        name="territory"
        label={say(candidates.length > 0 ? 'value-imports.another-place' : 'value-imports.which-place')}
        options={territories}
        empty={say('value-imports.choose')}
      />
      <Buttons>
        <Button look="plain">{say('value-imports.settle')}</Button>
        <Button look="quiet" name="leave" value="out" formNoValidate>
          {say('value-imports.leave-out')}
        </Button>
      </Buttons>
    </DataForm>
  ));
}
