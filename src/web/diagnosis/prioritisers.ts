import { call } from '../api.ts';
import type { Option } from '../design/field.tsx';

type Context = Parameters<typeof call>[0];
type Named = { readonly id: string; readonly name: string };

export type Prioritisers = {
  readonly structures: readonly Named[];
  readonly organisations: readonly Named[];
};

const names = (list: readonly Named[]) => list.map(({ id, name }) => ({ id, name }));

/** Who may have given priority to a need of a territory: what is there and at every level above. */
export async function findPrioritisers(
  context: Context,
  reference: string,
  request: Request,
): Promise<Prioritisers> {
  const actors = await call(context, 'getTerritoryActors', { territory: reference }, request);
  const levels = [actors, ...actors.above];
  return {
    structures: levels.flatMap((level) => names(level.structures)),
    organisations: levels.flatMap((level) => names(level.organisations)),
  };
}

/** The choices of a form; who is not there any more stays as long as the need names them. */
export function prioritiserOptions(
  { structures, organisations }: Prioritisers,
  chosen: { readonly structure: Named | null; readonly organisation: Named | null } | null,
  groups: { readonly structures: string; readonly organisations: string },
): Option[] {
  const withChosen = (list: readonly Named[], one: Named | null | undefined) =>
    one && !list.some(({ id }) => id === one.id) ? [one, ...list] : list;
  const options = (kind: string, list: readonly Named[], group: string) =>
    list.map(({ id, name }) => ({ value: `${kind}:${id}`, label: name, group }));
  return [
    ...options('structure', withChosen(structures, chosen?.structure), groups.structures),
    ...options('organisation', withChosen(organisations, chosen?.organisation), groups.organisations),
  ];
}
