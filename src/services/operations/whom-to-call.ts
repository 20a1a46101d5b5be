import type { AuthorityRow } from '#database/actors/territory-actors-views.ts';
import type { PostNow, SeatNow } from '#database/operations/situation-views.ts';
import { firstOfStructure, firstToCall } from '#domain/operations/situation.ts';
import type { LookUp } from '../actors/look-up.ts';

type Known = {
  readonly serving: readonly PostNow[];
  readonly authorities: readonly AuthorityRow[];
  readonly seats: readonly SeatNow[];
  /** Whoever asks: nobody is told to call themselves. */
  readonly self: string | null;
};
export type Callers = ReturnType<typeof callers>;

/** Finds whom to call about a territory or a structure; only people whom the caller may see. */
export function callers({ serving, authorities, seats, self }: Known, names: LookUp) {
  const mayBeCalled = (personId: string | null) => personId !== self && names.person(personId) !== null;
  const inTerritory = (territoryId: number) => {
    const governing = authorities
      .filter((row) => row.territory_id === territoryId)
      .map((row) => row.organisation_id);
    const posts = serving
      .filter((row) => row.territory_id === territoryId && mayBeCalled(row.person_id))
      .map((row) => ({ ...row, organisationId: row.organisation_id }));
    const post = firstToCall(posts, governing);
    const person = names.person(post?.person_id ?? null);
    if (!post || person === null) return null;
    return { person, office: post.title, organisation: names.organisation(post.organisation_id) };
  };
  const inStructure = (structureId: string, territoryId: number) => {
    const held = seats.filter((seat) => seat.structure_id === structureId && seat.is_held);
    const seat = firstOfStructure(held.filter((one) => mayBeCalled(one.person_id)));
    const person = names.person(seat?.person_id ?? null);
    if (!seat || person === null) return inTerritory(territoryId);
    return { person, office: seat.name, organisation: { id: structureId, name: seat.structure_name } };
  };
  return { inTerritory, inStructure };
}
