import { call } from '../api.ts';
import type { Option } from '../design/field.tsx';

type Context = Parameters<typeof call>[0];

/** The national institutions of a country, to choose who leads and who supports. */
export async function findInstitutions(
  context: Context,
  country: string,
  request: Request,
): Promise<Option[]> {
  const { items } = await call(
    context,
    'listOrganisations',
    { territory: country, level: 'national', limit: 200 },
    request,
  );
  return items.map(({ id, name }) => ({ value: id, label: name }));
}

/** The choices with those that are chosen already, also where they are no national institution. */
export function withChosen(
  options: readonly Option[],
  chosen: readonly { readonly id: string; readonly name: string }[],
): Option[] {
  const missing = chosen.filter(({ id }) => !options.some(({ value }) => value === id));
  return [...missing.map(({ id, name }) => ({ value: id, label: name })), ...options];
}
