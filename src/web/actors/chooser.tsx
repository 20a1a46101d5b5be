import { useActionData } from 'react-router';
import { Checkbox, Field, Radios } from '../design/field.tsx';
import fieldStyles from '../design/field.module.css';
import { useForm } from '../design/form.tsx';
import { useSay } from '../words/words.tsx';
import type { Named } from './actor-shapes.ts';
import type { Choices, Choice } from './choose.ts';

type Parts = {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly required?: boolean;
  /** Who or what is there now: left as it is, it stays, even where its name fits several. */
  readonly current?: Named | null | undefined;
  /** Names offered while writing. */
  readonly suggestions?: readonly string[];
};

/**
 * Somebody or something that is already registered, written by its name. Where the name fits several, the form comes back with them;
 * `register` offers to enter a person who is not there yet.
 */
export function Chooser({
  name,
  label,
  help,
  required = false,
  current = null,
  suggestions = [],
  register = false,
}: Parts & { register?: boolean }) {
  const say = useSay();
  const { id: form, refused, typed } = useForm();
  const answer = useActionData<{ choices?: Choices }>();
  const choices = refused === null ? undefined : answer?.choices?.[name];
  const list = `${form}-${name}-names`;
  return (
    <>
      <Field name={name} label={label} help={help ?? say('actor-pages.chooser-help')} optional={!required}>
        {(control, written) => (
          <input
            {...control}
            type="text"
            required={required}
            autoComplete="off"
            list={suggestions.length > 0 ? list : undefined}
            defaultValue={written ?? current?.name}
            className={fieldStyles.control}
          />
        )}
      </Field>
      {current && (
        <>
          <input type="hidden" name={`${name}-was`} value={current.name} />
          <input type="hidden" name={`${name}-was-id`} value={current.id} />
        </>
      )}
      {suggestions.length > 0 && (
        <datalist id={list}>
          {suggestions.map((suggestion) => (
            <option key={suggestion}>{suggestion}</option>
          ))}
        </datalist>
      )}
      {choices && <Which name={name} text={typed[name] ?? ''} choices={choices} />}
      {choices && register && (
        <Checkbox
          name={`${name}-new`}
          label={say('actor-pages.register-person', { name: typed[name] ?? '' })}
        />
      )}
    </>
  );
}

function Which({ name, text, choices }: { name: string; text: string; choices: readonly Choice[] }) {
  const say = useSay();
  if (choices.length === 0) return null;
  return (
    <>
      <input type="hidden" name={`${name}-for`} value={text} />
      <Radios
        name={`${name}-id`}
        label={say('actor-pages.which')}
        options={choices.map((choice) => ({ value: choice.id, label: choice.label }))}
      />
    </>
  );
}
