import { textOf } from '../api.ts';
import { Radios, TextInput } from '../design/field.tsx';
import { useSay } from '../words/words.tsx';
import { addressOfPerson, type Person } from './actor-shapes.ts';
import { Chooser } from './chooser.tsx';
import { Confirmations } from './confirmations.tsx';
import { optionsOf } from './options.ts';

/** What is written of somebody: only their work, never an identity number. */
export function PersonFields({ person }: { person?: Person }) {
  const say = useSay();
  return (
    <>
      <TextInput
        name="name"
        label={say('actor-pages.person-name')}
        help={say('actor-pages.person-name-help')}
        defaultValue={person?.name}
        autoComplete="off"
        required
      />
      <Chooser name="organisationId" label={say('actor-pages.organisation')} current={person?.organisation} />
      <Radios
        name="visibility"
        label={say('actor-pages.visibility')}
        help={say('actor-pages.visibility-person-help')}
        options={optionsOf(say, 'visibility')}
        defaultValue={person?.visibility ?? 'territory'}
      />
      <Confirmations addressOf={addressOfPerson} />
    </>
  );
}

/** The form as the API is told it. */
export function personBody(form: FormData, organisationId: string | null) {
  return {
    name: textOf(form, 'name'),
    organisationId,
    visibility: textOf(form, 'visibility') as Person['visibility'],
  };
}

export function usePersonLabels() {
  const say = useSay();
  return {
    territory: say('actor-pages.territory'),
    name: say('actor-pages.person-name'),
    organisationId: say('actor-pages.organisation'),
    visibility: say('actor-pages.visibility'),
  };
}
