import { findOrganisationsForExchange } from '#database/actors/exchange-views.ts';
import type { PlaceRow } from '#database/actors/place-views.ts';
import { ancestorsOf } from '#domain/actors/ancestry.ts';
import { planRows, type ImportPlan, type PlacedDraft } from '#domain/actors/import-plan.ts';
import type { OrganisationLine, ReadLines } from '#formats/actors/read-actors-table.ts';
import type { Transaction } from '../context.ts';
import { newId } from '../new-id.ts';
import { finderFor } from './import-places.ts';

/** What a file of organisations would do. Parents may stand in the file after those who answer to them. */
export async function planOrganisationImport(
  tx: Transaction,
  place: PlaceRow,
  read: ReadLines<OrganisationLine>,
): Promise<ImportPlan> {
  const finder = await finderFor(tx, place);
  const existing = await findOrganisationsForExchange(tx, { low: place.id, high: place.lastId });
  const drafts = read.lines.flatMap(({ row, cells }): PlacedDraft[] => {
    const territoryId = finder.territory(row, cells.territory);
    if (territoryId === null || cells.name === null) return [];
    const { id, territory: _, parent: __, ...columns } = cells;
    return [{ row, id, territoryId, name: cells.name, columns }];
  });
  const defaults = { country: place.country, origin: 'import', version: 1, standing: 'active' };
  const plan = planRows('organisation', drafts, existing, { defaults, newId });
  for (const draft of drafts) {
    const id = plan.ids.get(draft.row);
    const isNew = id !== undefined && !existing.some((one) => one.id === id);
    if (isNew)
      finder.learn(id, draft.name, String(draft.columns['short_name'] ?? '') || null, draft.territoryId);
  }
  return withParents(plan, read, existing, finder, drafts);
}

function withParents(
  plan: ImportPlan & { readonly ids: ReadonlyMap<number, string> },
  read: ReadLines<OrganisationLine>,
  existing: Awaited<ReturnType<typeof findOrganisationsForExchange>>,
  finder: Awaited<ReturnType<typeof finderFor>>,
  drafts: readonly PlacedDraft[],
): ImportPlan {
  const territoryOf = new Map(drafts.map((draft) => [draft.row, draft.territoryId]));
  const parents = new Map(
    existing.flatMap((one) => (one.parent_id === null ? [] : [[one.id, one.parent_id] as const])),
  );
  const problems = [...plan.problems];
  const changes = [...plan.changes];
  const outcomes = [...plan.outcomes];
  for (const { row, cells } of read.lines) {
    const id = plan.ids.get(row);
    if (id === undefined || cells.parent === null) continue;
    const parentId = finder.organisation(row, 'parent', cells.parent, territoryOf.get(row) ?? 0);
    if (parentId === null || parents.get(id) === parentId) continue;
    if (parentId === id || ancestorsOf(parents, parentId).includes(id)) {
      problems.push({
        code: 'actors.row-own-ancestor',
        row,
        field: 'parent',
        values: { name: cells.name ?? '' },
      });
      continue;
    }
    const before = parents.get(id) ?? null;
    parents.set(id, parentId);
    changes.push({
      table: 'organisation',
      key: { id },
      before: { parent_id: before },
      after: { parent_id: parentId },
    });
    const at = outcomes.findIndex((outcome) => outcome.row === row && outcome.outcome === 'same');
    const same = outcomes[at];
    if (same) outcomes[at] = { ...same, outcome: 'change', fields: ['parent_id'] };
  }
  const touched = [...new Set(changes.map((change) => String(change.key['id'])))];
  return { changes, outcomes, problems: [...problems, ...finder.problems], touched };
}
