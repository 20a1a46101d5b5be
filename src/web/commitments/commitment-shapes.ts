import type { Say } from '#words/say.ts';
import type { Answer } from '../api.ts';

export type Commitment = Answer<'getCommitment'>;
export type Instance = Commitment['instances'][number];
export type Evidence = Instance['evidence'][number];
export type Party = Commitment['obligor'];
type Shown = Pick<Instance, 'state' | 'days' | 'dueOn'>;

/** The page of a commitment. */
export function addressOfCommitment(id: string): string {
  return `/compromisos/${id}`;
}

/** The page of a party, whichever it is. */
export function addressOfParty({ kind, id }: Pick<Party, 'kind' | 'id'>): string {
  return `/actores/${kind === 'organisation' ? 'organizaciones' : 'estructuras'}/${id}`;
}

/** A page of one of the times that a commitment falls due. */
export function addressOfInstance(
  id: string,
  page: 'evidencia' | 'verificar' | 'estado',
  instanceId: string,
) {
  return `${addressOfCommitment(id)}/${page}?entrega=${instanceId}`;
}

/** How it stands, in words with the days: "Vencido hace 12 días", "En marcha: vence en 5 días". */
export function stateWords(say: Say, { state, days }: Pick<Shown, 'state' | 'days'>): string {
  const word = say.dynamic(`commitments.state.${state}`);
  if (days === null) return word;
  if (state === 'overdue') return say('commitment.overdue', { days });
  if (state === 'noticed' || state === 'paused') return word;
  if (state.endsWith('late') || state === 'cured') {
    return days > 0 ? say('commitment.days-late', { state: word, days }) : word;
  }
  if (state.startsWith('verified') || state.startsWith('delivered')) return word;
  if (days > 0) return say('commitment.days-past', { state: word, days });
  return days === 0
    ? say('commitment.due-today', { state: word })
    : say('commitment.due-in', { state: word, days: -days });
}

/** The instance that an address names, else the one that the commitment speaks of. */
export function instanceAsked(commitment: Commitment, request: Request): Instance | undefined {
  const asked = new URL(request.url).searchParams.get('entrega');
  const id = asked ?? commitment.main?.instanceId;
  return commitment.instances.find((instance) => instance.id === id) ?? commitment.instances[0];
}

/** A party's short name where it has one. */
export function shortNameOf({ name, shortName }: Pick<Party, 'name' | 'shortName'>): string {
  return shortName ?? name;
}
