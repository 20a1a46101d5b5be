import { findHeadsOf, findPeopleForExchange, findReachOf } from '#database/actors/exchange-views.ts';
import type { PlaceRow } from '#database/actors/place-views.ts';
import { likenessKey } from '#domain/actors/duplicates.ts';
import { planRows, type ImportPlan, type PlacedDraft } from '#domain/actors/import-plan.ts';
import type { RowChange } from '#domain/actors/row-changes.ts';
import { findOverlap, type HeldTerm } from '#domain/actors/terms.ts';
import type { Day } from '#domain/shared/dates.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import type { PersonLine, ReadLines } from '#formats/actors/read-actors-table.ts';
import type { Transaction } from '../context.ts';
import { newId } from '../new-id.ts';
import { finderFor } from './import-places.ts';

type Reach = Awaited<ReturnType<typeof findReachOf>>;
type Heads = Map<string, HeldTerm[]>;
type Placed = PlacedDraft & { readonly cells: PersonLine['cells']; readonly organisationId: string | null };

/** What a file of people would do: each with an office, if one is named, and the ways to reach them. */
export async function planPeopleImport(
  tx: Transaction,
  place: PlaceRow,
  read: ReadLines<PersonLine>,
  today: Day,
): Promise<ImportPlan> {
  const finder = await finderFor(tx, place);
  const existing = await findPeopleForExchange(tx, { low: place.id, high: place.lastId });
  const drafts = read.lines.flatMap(({ row, cells }): Placed[] => {
    const territoryId = finder.territory(row, cells.territory);
    if (territoryId === null || cells.name === null) return [];
    const organisationId = finder.organisation(row, 'organisation', cells.organisation, territoryId);
    const columns = { name: cells.name, organisation_id: organisationId, visibility: cells.visibility };
    return [{ row, id: cells.id, territoryId, name: cells.name, columns, cells, organisationId }];
  });
  const defaults = { country: place.country, version: 1, standing: 'active', visibility: 'territory' };
  const plan = planRows('person', drafts.map(withDefaults), existing, { defaults, newId });
  const reach = await findReachOf(
    tx,
    existing.map((row) => row.id),
  );
  const heads = await headsOf(tx, drafts);
  const problems: Problem[] = [...plan.problems, ...finder.problems];
  const more = drafts.flatMap((draft) => {
    const id = plan.ids.get(draft.row);
    if (id === undefined) return [];
    return [...contactsOf(draft, id, reach), ...postOf(draft, id, { reach, heads, today, problems })];
  });
  const changed = new Set(more.flatMap((change) => [change.after?.['person_id']]));
  const outcomes = plan.outcomes.map((outcome) => {
    const isMore = outcome.outcome === 'same' && changed.has(plan.ids.get(outcome.row) ?? '');
    return isMore ? { ...outcome, outcome: 'change' as const, fields: ['contacts'] } : outcome;
  });
  return { ...plan, changes: [...plan.changes, ...more], outcomes, problems };
}

// A new person gets the default where the cell is empty; planRows keeps a null that a row says.
function withDefaults(draft: Placed): PlacedDraft {
  const columns = Object.entries(draft.columns).filter(([, value]) => value !== null);
  return { ...draft, columns: Object.fromEntries(columns) };
}

async function headsOf(tx: Transaction, drafts: readonly Placed[]): Promise<Heads> {
  const ids = drafts.flatMap((draft) => (draft.organisationId === null ? [] : [draft.organisationId]));
  const heads: Heads = new Map();
  for (const { organisation_id: id, ...term } of await findHeadsOf(tx, ids))
    heads.set(id, [...(heads.get(id) ?? []), term]);
  return heads;
}

function contactsOf(
  { cells, territoryId, organisationId }: Placed,
  personId: string,
  reach: Reach,
): RowChange[] {
  return (['mobile', 'phone', 'email'] as const).flatMap((channel): RowChange[] => {
    const value = cells[channel];
    const isKnown = reach.contacts.some(
      (one) => one.person_id === personId && one.channel === channel && one.value === value,
    );
    if (value === null || isKnown) return [];
    const after = {
      person_id: personId,
      territory_id: territoryId,
      of_organisation_id: organisationId,
      channel,
      value,
      visibility: cells.visibility ?? 'territory',
    };
    return [{ table: 'contact_point', key: { id: newId() }, before: null, after }];
  });
}

function postOf(
  { cells, row, territoryId, organisationId, name }: Placed,
  personId: string,
  known: { readonly reach: Reach; readonly heads: Heads; readonly today: Day; readonly problems: Problem[] },
): RowChange[] {
  const { post: title, post_kind: kind } = cells;
  if (title === null && kind === null) return [];
  if (title === null || kind === null || organisationId === null) {
    const field = title === null ? 'post' : kind === null ? 'post_kind' : 'organisation';
    known.problems.push({ code: 'actors.cell-empty', row, field, values: { text: '' } });
    return [];
  }
  const isThere = known.reach.posts.some(
    (one) =>
      one.person_id === personId &&
      one.organisation_id === organisationId &&
      one.kind === kind &&
      likenessKey(one.title) === likenessKey(title),
  );
  if (isThere) return [];
  const id = newId();
  const term = { id, holder: name, from: cells.valid_from ?? known.today, to: cells.valid_to };
  if (term.to !== null && term.to <= term.from) {
    known.problems.push({
      code: 'actors.row-term-reversed',
      row,
      field: 'valid_to',
      values: { from: term.from, to: term.to },
    });
    return [];
  }
  if (kind === 'head' && !takesHeadship(row, organisationId, term, known)) return [];
  const after = {
    organisation_id: organisationId,
    person_id: personId,
    territory_id: territoryId,
    kind,
    title,
    topic: cells.topic,
    alternate: false,
    valid_from: term.from,
    valid_to: term.to,
    version: 1,
  };
  return [{ table: 'post', key: { id }, before: null, after }];
}

/** Whether nobody else heads the organisation on those days; if somebody does, the row is at fault. */
function takesHeadship(
  row: number,
  organisationId: string,
  term: HeldTerm,
  known: { readonly heads: Heads; readonly problems: Problem[] },
): boolean {
  const heads = known.heads.get(organisationId) ?? [];
  const clash = findOverlap(heads, term);
  if (clash) {
    const values = { existing: clash.holder ?? '', proposed: term.holder ?? '' };
    known.problems.push({ code: 'actors.row-head-overlaps', row, field: 'valid_from', values });
    return false;
  }
  known.heads.set(organisationId, [...heads, term]);
  return true;
}
