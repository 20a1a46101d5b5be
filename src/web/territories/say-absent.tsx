import { Button } from '../design/button.tsx';
import { Checkbox, Select, TextInput } from '../design/field.tsx';
import { DataForm, useForm } from '../design/form.tsx';
import { useSay } from '../words/words.tsx';
import type { TerritoryActors } from './territory-shapes.ts';

type Lines = readonly NonNullable<TerritoryActors['comparison']>[number][];

/** For whoever coordinates there: to say that there is none of what is expected and not registered, or to take that back. */
export function SayAbsent({ comparison }: { comparison: Lines }) {
  const say = useSay();
  const unknown = comparison.filter((line) => line.isMet === null);
  const said = comparison.filter((line) => line.absence !== null);
  if (unknown.length + said.length === 0) return null;
  return (
    <details>
      <summary>{say('places.say-absent')}</summary>
      {unknown.length > 0 && (
        <DataForm name="absent">
          <Norm lines={unknown} />
          <TextInput name="note" label={say('places.absent-note')} />
          <ConfirmText />
          <Button look="plain">{say('places.say-absent-do')}</Button>
        </DataForm>
      )}
      {said.length > 0 && (
        <DataForm name="not-absent">
          <Norm lines={said} />
          <Button look="plain">{say('places.take-back-absent')}</Button>
        </DataForm>
      )}
    </details>
  );
}

function Norm({ lines }: { lines: Lines }) {
  const say = useSay();
  const options = lines.map((line) => ({ value: line.norm, label: line.name }));
  return <Select name="norm" label={say('places.expected')} options={options} required />;
}

function ConfirmText() {
  const say = useSay();
  const { refused } = useForm();
  if (refused?.code !== 'actors.personal-in-text') return null;
  return <Checkbox name="confirmText" label={say('places.absent-confirm')} />;
}
