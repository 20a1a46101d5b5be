import { insertCrosswalk } from '#database/value-imports/crosswalk-store.ts';
import {
  findCrosswalk,
  findCrosswalkLines,
  type CrosswalkRow,
} from '#database/value-imports/crosswalk-views.ts';
import { findIndicators } from '#database/indicators/indicator-views.ts';
import { permitEditIndicator } from '#domain/indicators/permissions.ts';
import { fold } from '#domain/shared/fold.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import { problemsOfLines, type CrosswalkLine } from '#domain/values/crosswalk.ts';
import { refuse } from '#domain/values/refusals.ts';
import { record } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';
import { accountOf } from '../indicators/account-of.ts';
import { newId } from '../new-id.ts';
import { todayOf } from '../today.ts';

/** Of what a list of names is: its title, the country with its territory, null of every country; and the source, null of all of them. */
export type CrosswalkPlace = Pick<CrosswalkRow, 'title' | 'country' | 'territoryId'> & {
  readonly sourceId: string | null;
};

type Written = {
  readonly operation: 'createCrosswalk' | 'writeCrosswalkVersion' | 'correctCrosswalkName';
  readonly place: CrosswalkPlace;
  readonly number: number;
  readonly before: readonly CrosswalkLine[];
  readonly lines: readonly CrosswalkLine[];
  /** What is said now, of all the lines: what was said before is not held against whoever corrects another name. */
  readonly said: readonly CrosswalkLine[];
  readonly reason: string;
};

/** The newest version of a list of names with its lines, for whoever may correct it and saw it as it is. */
export async function openCrosswalk(
  tx: Transaction,
  context: Context,
  input: { readonly crosswalk: string; readonly version: number },
): Promise<{ readonly row: CrosswalkRow; readonly lines: readonly CrosswalkLine[] }> {
  const row = await findCrosswalk(tx, input.crosswalk);
  if (!row) throw refuse('values.crosswalk-not-found');
  permitEditIndicator(context.actor, { territoryId: row.territoryId, organisationId: null });
  if (row.number !== row.newest || row.newest !== input.version) throw refuseShared('shared.stale', {});
  const lines = await findCrosswalkLines(tx, [row.id]);
  return { row, lines: lines.get(row.id) ?? [] };
}

/** Writes a version whole, where nobody else has written that number, and writes down which names changed. */
export async function writeVersion(
  tx: Transaction,
  context: Context,
  written: Written,
): Promise<{ id: string; version: number }> {
  const { place, number, reason, lines } = written;
  await refuseWrong(tx, written.said);
  const id = newId();
  const added = await insertCrosswalk(
    tx,
    {
      id,
      country: place.country,
      territory_id: place.territoryId,
      source_id: place.sourceId,
      title: place.title,
      number,
      reason,
      valid_from: await todayOf(tx, context, place.country),
      origin: 'person',
      account_id: accountOf(context),
    },
    lines.map((line) => ({ ...line, folded: fold(line.national) })),
  );
  if (!added) throw number === 1 ? refuse('values.crosswalk-exists') : refuseShared('shared.stale', {});
  const [before, after] = changedNames(written.before, lines);
  await record(tx, context, {
    operation: written.operation,
    subjectKind: 'crosswalk',
    subjectId: id,
    territoryId: place.territoryId ?? 0,
    organisationId: null,
    before: number === 1 ? null : { number: number - 1, names: before },
    after: { title: place.title, source: place.sourceId, number, names: after, reason },
    freeText: ['title', 'names', 'reason'],
  });
  return { id, version: number };
}

async function refuseWrong(tx: Transaction, lines: readonly CrosswalkLine[]): Promise<void> {
  const codes = [...new Set(lines.flatMap(({ indicator }) => indicator ?? []))];
  const found = await findIndicators(tx, codes);
  const problems = problemsOfLines(lines, (code) => found.get(code)?.composition);
  if (problems.length > 0) throw refuse('values.wrong-lines', { problems });
}

// What is kept is what changed, as text: a list of a thousand names is not written down again for one.
function changedNames(before: readonly CrosswalkLine[], after: readonly CrosswalkLine[]): [string, string] {
  const said = new Set(before.map(textOf));
  const says = new Set(after.map(textOf));
  const kept = (lines: ReadonlySet<string>, others: ReadonlySet<string>) =>
    [...lines]
      .filter((one) => !others.has(one))
      .slice(0, 100)
      .join('; ');
  return [kept(said, says), kept(says, said)];
}

function textOf({ national, indicator, iccs, weight, note }: CrosswalkLine): string {
  const part = weight === 1 ? '' : ` × ${weight}`;
  return `${national} → ${indicator ?? '–'} / ${iccs ?? '–'}${part}${note === null ? '' : ` (${note})`}`;
}

/** A new version says something else: the same lines again are none. */
export function refuseSame(before: readonly CrosswalkLine[], after: readonly CrosswalkLine[]): void {
  const isSame =
    before.length === after.length && before.every((line, index) => textOf(line) === textOfAt(after, index));
  if (isSame) throw refuse('values.same-lines');
}

function textOfAt(lines: readonly CrosswalkLine[], index: number): string | null {
  const line = lines[index];
  return line === undefined ? null : textOf(line);
}
