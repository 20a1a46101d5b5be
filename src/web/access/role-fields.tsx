import { useRouteLoaderData, type RouterContextProvider } from 'react-router';
import { rightsOf, roles, type Role } from '#domain/access/roles.ts';
import { call, pageOfRequest, textOf, type Given, type Refused } from '../api.ts';
import { Radios, TextInput } from '../design/field.tsx';
import type { Frame } from '../shell/frame.ts';
import { useSay } from '../words/words.tsx';
import { findOrganisation, findPlace, findStructure, refusedFor, voiceOfPage } from './named-things.ts';

type Context = Readonly<RouterContextProvider>;
type Grant = Given<'grantRole'>['body'];

/** How the API calls the fields of this form. */
export const roleFieldNames = {
  organisationId: 'organisation',
  structureId: 'structure',
  'role.role': 'role',
  'role.territory': 'territory',
  'role.organisationId': 'organisation',
  'role.structureId': 'structure',
  'role.validTo': 'validTo',
} as const;

/** Names that a field suggests while one types; anything else may be typed too. */
export type Suggestions = {
  readonly places: readonly string[];
  readonly organisations: readonly string[];
  readonly structures: readonly string[];
};

export async function suggestionsFor(context: Context, request: Request): Promise<Suggestions> {
  const reference = pageOfRequest(context).visitor?.home.reference;
  if (reference === undefined) return { places: [], organisations: [], structures: [] };
  const [tree, organisations, structures] = await Promise.all([
    call(context, 'getTerritoryTree', { reference, depth: 2 }, request),
    call(context, 'listOrganisations', { territory: reference.slice(0, 2), limit: 200 }, request),
    call(context, 'listStructures', { territory: reference, limit: 200 }, request),
  ]);
  return {
    places: tree.items.map((place) => `${place.name} (${place.reference})`),
    organisations: organisations.items.map((one) => one.name),
    structures: structures.items.map((one) => one.name),
  };
}

/** The role that a form names, with names turned into what they mean. */
export async function readGrant(
  context: Context,
  form: FormData,
): Promise<{ readonly grant: Grant } | { readonly refused: Refused }> {
  const say = await voiceOfPage(context);
  const role = roles.find((one) => one === textOf(form, 'role'));
  const place = await findPlace(context, say, textOf(form, 'territory'));
  const organisation = await findOrganisation(context, say, textOf(form, 'organisation'));
  const structure = await findStructure(context, say, textOf(form, 'structure'), place.value);
  const missing = place.value === null && place.fault === null;
  if (!role || place.value === null || organisation.fault || structure.fault) {
    return {
      refused: refusedFor(say('refusal.shared.invalid'), [
        { field: 'role', message: role ? null : say('accounts.choose-role') },
        { field: 'territory', message: missing ? say('accounts.choose-place') : place.fault },
        { field: 'organisation', message: organisation.fault },
        { field: 'structure', message: structure.fault },
      ]),
    };
  }
  const { needs } = rightsOf(role);
  const validTo = textOf(form, 'validTo') || null;
  return {
    grant: {
      role,
      territory: place.value,
      organisationId: needs === 'structure' ? null : organisation.value,
      structureId: needs === 'structure' ? structure.value : null,
      validTo,
    },
  };
}

/** Which role, where, and of which institution or committee where the role needs one. */
export function RoleFields({ suggestions, place }: { suggestions: Suggestions; place?: string }) {
  const say = useSay();
  const visitor = useRouteLoaderData<Frame>('root')?.visitor;
  const options = roles.filter((role) => isGrantable(role, visitor?.deeds ?? []));
  return (
    <>
      <Radios
        name="role"
        label={say('accounts.role')}
        help={say('accounts.role-help')}
        options={options.map((value) => ({
          value,
          label: say(`access.role.${value}`),
          help: say(`access.role-help.${value}`),
        }))}
      />
      <TextInput
        name="territory"
        label={say('accounts.place')}
        help={say('accounts.place-help')}
        list="places"
        defaultValue={place}
        autoComplete="off"
        required
      />
      <TextInput
        name="organisation"
        label={say('accounts.organisation')}
        help={say('accounts.organisation-help')}
        list="organisations"
        autoComplete="off"
      />
      <TextInput
        name="structure"
        label={say('accounts.structure')}
        help={say('accounts.structure-help')}
        list="structures"
        autoComplete="off"
      />
      <Names id="places" names={suggestions.places} />
      <Names id="organisations" names={suggestions.organisations} />
      <Names id="structures" names={suggestions.structures} />
    </>
  );
}

/** Nobody gives what they do not hold; where exactly is decided when it is given. */
function isGrantable(role: Role, held: readonly string[]): boolean {
  const { overTerritory, withinOrganisation, withinStructure } = rightsOf(role);
  return [...overTerritory, ...withinOrganisation, ...withinStructure].every((deed) => held.includes(deed));
}

function Names({ id, names }: { id: string; names: readonly string[] }) {
  return (
    <datalist id={id}>
      {names.map((name, index) => (
        <option key={index}>{name}</option>
      ))}
    </datalist>
  );
}
