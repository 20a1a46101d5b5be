import { areCategories, findEntryPlaces, type FullSeries } from '#database/values/series-views.ts';
import { disaggregationOf, type GivenValue } from '#database/values/value-store.ts';
import { isPeriodKind, parsePeriod } from '#domain/indicators/period.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import type { Day } from '#domain/shared/dates.ts';
import { parseReference } from '#domain/territories/references.ts';
import { problemsOfValue, type EnteredValue, type EntryRules } from '#domain/values/entered-value.ts';
import { storedStates } from '#domain/values/figure.ts';
import { existsDuring } from '#domain/values/fill-cells.ts';
import { refuse } from '#domain/values/refusals.ts';
import type { Transaction } from '../context.ts';

export type Entry = EnteredValue & { readonly territory: string };

type Row = Awaited<ReturnType<typeof findEntryPlaces>>[number];

// What is counted one by one.
const whole: ReadonlySet<string> = new Set(['count', 'distinct']);

/**
 * Figures as they were entered, made exact.
 * @throws Refusal `values.wrong-values` with everything that is wrong, each with its place among them
 */
export async function readEntries(
  tx: Transaction,
  series: FullSeries,
  given: { readonly entries: readonly Entry[]; readonly today: Day },
): Promise<GivenValue[]> {
  const rows = await findPlacesOfEntries(tx, series.country, given.entries);
  const rules = rulesOf(series, given.today);
  const problems: Problem[] = [];
  const seen = new Map<string, number>();
  for (const [index, entry] of given.entries.entries()) {
    const field = `values.${index}`;
    const row = placeOf(rows, series, entry);
    const place = row && {
      ...row,
      isInside: series.low <= row.id && row.id <= series.high,
    };
    problems.push(...problemsOfValue(entry, place ?? null, rules, field));
    const key = JSON.stringify([
      entry.territory,
      entry.period,
      Object.entries(entry.parts).toSorted(([one], [other]) => one.localeCompare(other)),
    ]);
    if (seen.has(key)) problems.push({ code: 'values.entered-twice', field });
    seen.set(key, index);
    if (!(await areCategories(tx, entry.parts)))
      problems.push({ code: 'values.not-a-category', field: `${field}.parts` });
  }
  if (problems.length > 0) throw refuse('values.wrong-values', { problems });
  return Promise.all(given.entries.map((entry) => cellOf(tx, series, rows, entry)));
}

function rulesOf(series: FullSeries, today: Day): EntryRules {
  const { periodKind } = series;
  if (!isPeriodKind(periodKind)) throw new Error(`${periodKind} is no length of time`);
  return {
    periodKind,
    grain: series.grain,
    level: series.level,
    low: series.lowBound,
    high: series.highBound,
    isWhole: whole.has(series.composition),
    today,
  };
}

async function findPlacesOfEntries(
  tx: Transaction,
  country: string,
  entries: readonly Entry[],
): Promise<Row[]> {
  const codes = entries.flatMap(({ territory }) => {
    const parsed = parseReference(territory);
    return parsed?.country === country ? [parsed.code ?? country] : [];
  });
  return findEntryPlaces(tx, country, codes);
}

// Of several that had one code in turn, the one that existed then.
function placeOf(rows: readonly Row[], series: FullSeries, entry: Entry): Row | undefined {
  const parsed = parseReference(entry.territory);
  if (parsed?.country !== series.country) return undefined;
  const named = rows.filter((row) => row.code === (parsed.code ?? series.country));
  const period = parsePeriod(entry.period);
  return named.find((row) => period !== null && existsDuring(row, period)) ?? named[0];
}

async function cellOf(
  tx: Transaction,
  series: FullSeries,
  rows: readonly Row[],
  entry: Entry,
): Promise<GivenValue> {
  const period = parsePeriod(entry.period);
  const place = placeOf(rows, series, entry);
  if (!period || !place) throw new Error('an entry was not checked');
  return {
    seriesId: series.id,
    disaggregationId: await disaggregationOf(tx, entry.parts),
    period: period.start,
    territoryId: place.id,
    value: entry.value,
    state: storedStates.indexOf(entry.state),
  };
}
