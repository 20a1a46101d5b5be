import type { Problem } from '#domain/shared/refusal.ts';
import { isKnownCategory } from '#domain/values/import/category-words.ts';
import { guessLayout } from '#domain/values/import/guess-layout.ts';
import type { LayoutDoubt, ValueLayout } from '#domain/values/import/layout.ts';
import { planImport, type ImportPlan } from '#domain/values/import/plan-import.ts';
import type { WrittenPlace } from '#domain/values/import/read-row.ts';
import { placeResolver, type ResolvedPlace } from '#domain/values/import/resolve-places.ts';
import { finenessOf } from '#domain/values/import/header-words.ts';
import type { Tally } from '#domain/values/import/tally.ts';
import { exchangeLayout } from '#domain/values/import/exchange-layout.ts';
import { columnLetters } from '#formats/tables/reading.ts';
import { hasColumns, isExchange, type RowSource } from '#formats/values/row-source.ts';
import { gridProblems } from './grid-problems.ts';
import { codeWithin, type KnownHere } from './known-here.ts';
import { mostProblems, tallyRows } from './tally-rows.ts';
import { refusePersonalRows } from './refuse-personal-rows.ts';

/** A file of figures as it is understood: its layout, what it would bring, and everything that stands against it. */
export type Understood = {
  readonly layout: ValueLayout;
  readonly doubts: readonly LayoutDoubt[];
  readonly tally: Tally;
  readonly plan: ImportPlan;
  readonly resolved: ReadonlyMap<string, ResolvedPlace>;
  /** The versions of crosswalks by which names were read. */
  readonly crosswalkIds: readonly string[];
  /** All that must be put right first, with where it stands; rows beyond the first hundreds are counted only. */
  readonly problems: readonly Problem[];
  readonly problemCount: number;
};

/** The layout that a person gave, or the one guessed from the headers and the first rows. */
export function layoutOf(source: RowSource, known: KnownHere, given: ValueLayout | null) {
  if (given) return { layout: given, doubts: [] };
  const rows = source.sample.map(({ cells }) => cells);
  if (isExchange(source)) {
    const at = source.headers.indexOf('period');
    return exchangeLayout(rows.map((cells) => cells[at] ?? ''));
  }
  return guessLayout(
    { sheet: source.sheet, title: source.title, headerRow: source.headerRow, headers: source.headers, rows },
    known.words,
  );
}

/**
 * Reads a whole file of figures and says what would come of it. Nothing is written.
 * @param onProgress called now and then with how many rows were read
 */
export async function understandFigures(
  source: RowSource,
  known: KnownHere,
  choice: {
    readonly layout: ValueLayout | null;
    readonly onProgress?: (rows: number) => void | Promise<void>;
  },
): Promise<Understood> {
  refusePersonalRows(source);
  const { layout, doubts } = layoutOf(source, known, choice.layout);
  const { noting, used } = notingNames(layout, known);
  const tally = await tallyRows(source, noting, { ...choice, layout });
  const isCounted = layout.value === null && layout.columns.length === 0;
  describePlaces(tally, known);
  const resolved = resolveAll(tally, known, layout);
  const plan = planImport(tally, {
    resolved,
    ...placesThen(known),
    indicatorOf: (code) => known.indicators.get(code),
    isCounted: isCounted || layout.addsRows,
  });
  const listed = [
    ...layoutProblems(layout, known),
    ...gridProblems(source, layout),
    ...cellProblems(tally, source, known),
    ...planProblems(plan, layout, source),
  ];
  return {
    layout,
    doubts,
    tally,
    plan,
    resolved,
    crosswalkIds: [...used],
    problems: listed.slice(0, mostProblems),
    problemCount: listed.length - tally.problems.length + tally.problemCount,
  };
}

// What is known, and by which version of a crosswalk each name that was asked is read.
function notingNames(layout: ValueLayout, known: KnownHere) {
  const used = new Set<string>();
  const offences = (text: string) => {
    const found = known.offences(text);
    if (found.crosswalkId !== null) used.add(found.crosswalkId);
    return found;
  };
  for (const { header, indicator } of layout.columns)
    if (indicator !== null && known.offences(header).indicators.includes(indicator)) offences(header);
  return { used, noting: { ...known, offences } };
}

// Of a mark that a dictionary knows, its code and its names are looked for.
function describePlaces({ places }: Tally, { dictionary, words }: KnownHere): void {
  for (const [key, place] of places) {
    const described = dictionary.places.get(key);
    if (!described) continue;
    const isKnown = described.code !== null && words.isPlaceCode(described.code);
    places.set(key, { ...place, code: isKnown ? described.code : place.code, names: described.names });
  }
}

function resolveAll(tally: Tally, known: KnownHere, layout: ValueLayout): Map<string, ResolvedPlace> {
  const last = layout.place.names.at(-1);
  const resolve = placeResolver({
    territories: known.places,
    kindWords: known.kindWords,
    remembered: known.remembered,
    level: last === undefined ? null : likelyLevel(last, known),
  });
  return new Map([...tally.places.values()].map((place) => [place.key, found(place)]));

  function found(place: WrittenPlace): ResolvedPlace {
    const plain = place.code === null ? place : { ...place, code: codeWithin(known.country, place.code) };
    const whole = resolve(plain);
    // Another system's tree may begin wider than ours: then the rest of its names is looked for.
    const isOpen = 'candidates' in whole && whole.candidates.length === 0 && place.names.length > 1;
    return isOpen && known.dictionary.places.has(place.key)
      ? resolve({ ...plain, names: place.names.slice(1) })
      : whole;
  }
}

// «provincia» is the level whose kind is called so here; a header that names none says nothing.
function likelyLevel(header: string, known: KnownHere): number | null {
  const fineness = finenessOf(header);
  return fineness === 2 && known.places.some(({ level }) => level === 1) ? 1 : null;
}

function placesThen(known: KnownHere) {
  const byId = new Map(known.places.map((place) => [place.id, place]));
  return {
    levelOf: (id: number) => byId.get(id)?.level ?? 0,
    beginningOf: (id: number) => byId.get(id)?.validFrom ?? null,
  };
}

function layoutProblems(layout: ValueLayout, known: KnownHere): Problem[] {
  return layout.dimensions.flatMap(({ header, dimension, categories }): Problem[] => {
    const it = known.dimensions.find(({ code }) => code === dimension);
    if (!it) return [{ code: 'values.unknown-dimension', field: header, values: { dimension } }];
    return Object.values(categories)
      .filter((code) => !isKnownCategory(it, code))
      .map((code) => ({ code: 'values.unknown-category-code', field: header, values: { category: code } }));
  });
}

function cellProblems(tally: Tally, source: RowSource, known: KnownHere): Problem[] {
  return tally.problems.map((problem) => {
    const index = problem.header === null ? -1 : source.headers.indexOf(problem.header);
    return {
      code: `values.${problem.code}`,
      row: problem.row,
      ...(index < 0 ? {} : { field: problem.header ?? '' }),
      // A value in JSON or XML stands in no column; it is the so many-th of its file.
      ...(index < 0 || !hasColumns(source) ? {} : { cell: `${columnLetters(index)}${problem.row}` }),
      ...(source.sheet === null ? {} : { sheet: source.sheet }),
      values:
        'firstRow' in problem
          ? { firstRow: problem.firstRow }
          : { ...calledText(problem.text, known), times: problem.times },
    };
  });
}

// What only is a mark in the file is told by its name, and found again by its mark.
function calledText(text: string, { dictionary }: KnownHere): { text: string; key?: string } {
  const name = dictionary.elements.get(text)?.name ?? dictionary.crossings.get(text)?.name;
  return name === undefined || name === text
    ? { text: text.slice(0, 100) }
    : { text: `${name} (${text})`.slice(0, 200), key: text.slice(0, 100) };
}

function planProblems(plan: ImportPlan, { place }: ValueLayout, source: RowSource): Problem[] {
  const field = place.code ?? place.names.at(-1) ?? '';
  const index = source.headers.indexOf(field);
  const letters = index < 0 || !hasColumns(source) ? null : columnLetters(index);
  return plan.problems.map(({ code, row, text, times }) => ({
    code: `values.${code}`,
    row,
    ...(code === 'unknown-place' || code === 'several-places'
      ? { field, ...(letters === null ? {} : { cell: `${letters}${row}` }) }
      : {}),
    values: { text: text.slice(0, 200), times },
  }));
}
