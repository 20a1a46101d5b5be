import type { PartyRow } from '#database/commitments/party-views.ts';
import type { PartyRef } from '#domain/commitments/commitment.ts';

/** Names the parties of commitments; one that was closed or merged since says so. */
export function showParties(book: ReadonlyMap<string, PartyRow>) {
  const byId = (id: string | null) => {
    const row = id === null ? undefined : book.get(id);
    if (!row) return null;
    const { kind, name, shortName } = row;
    return { kind, id: row.id, name, shortName, isClosed: row.standing !== 'active' };
  };
  const named = (ref: PartyRef) =>
    byId(ref.id) ?? { kind: ref.kind, id: ref.id, name: '', shortName: null, isClosed: false };
  return { byId, named, optional: (ref: PartyRef | null) => (ref === null ? null : named(ref)) };
}
export type PartyNames = ReturnType<typeof showParties>;
