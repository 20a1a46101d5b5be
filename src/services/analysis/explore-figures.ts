import type { analysisOperations } from '#contract/analysis/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { listDimensionRows, type DimensionRow } from '#database/indicators/dimension-views.ts';
import { inScope } from '#database/connection.ts';
import { refuse } from '#domain/analysis/refusals.ts';
import { pivot, type Axis, type Layout, type Place } from '#domain/analysis/pivot.ts';
import { getPlace, lookUp, type LookUp } from '../actors/look-up.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';
import { groupTitle } from '../values/group-title.ts';
import { levelWithin } from '../values/ask-figures.ts';
import type { FigureAnswer } from '../values/figure-question.ts';
import { readFigures } from '../values/read-figures.ts';
import { namesOfAnswer, showMeasured } from '../values/show-figures.ts';
import { figureShower, showBeside, spanOf, writeStart } from './looked-at.ts';
import { writeExploration } from './write-exploration.ts';

type Operation = typeof analysisOperations.exploreFigures;
type Input = InputOf<Operation>;

const mostIndicators = 5;
// What a page can show and a person can read; a file holds more.
const mostCells = { json: 6000, csv: 100_000, xlsx: 100_000 } as const;

export type Exploration = Extract<OutputOf<Operation>, { rows: unknown }>;
type ShownCell = ReturnType<ReturnType<typeof figureShower>> & { readonly place: Place };

/**
 * A table of any indicators by territory, period and group, laid out as asked; or the same as a file, with intervals and sources. Territories
 * stand in the order of their numbers, never of a figure.
 */
export async function exploreFigures(context: Context, input: Input): Promise<OutputOf<Operation>> {
  const { database, actor, language } = context;
  const codes = codesOf(input.indicators);
  const { question, place, dimensions } = await inScope(database, actor.scope, async (tx) => {
    const found = await getPlace(tx, input.within);
    const today = await todayOf(tx, context, found.id);
    return {
      place: found,
      dimensions: await listDimensionRows(tx),
      question: {
        ...spanOf(input, today),
        level: await levelWithin(tx, input.level, found),
        within: found.id,
        period: input.period ?? null,
        by: wordsOf(input.by ?? ''),
      },
    };
  });
  const answers: FigureAnswer[] = [];
  for (const indicator of codes) answers.push(await readFigures(context, { ...question, indicator }));
  const count = answers.reduce((sum, { cells }) => sum + cells.length, 0);
  const most = mostCells[input.format];
  if (count > most) throw refuse('analysis.too-many-cells', { values: { cells: count, most } });
  return inScope(database, actor.scope, async (tx) => {
    const names = await Promise.all(answers.map(async (answer) => namesOfAnswer(tx, context, answer)));
    const shown = trimmed(
      answers.flatMap((answer, index) => shownCells(answer, names[index])),
      input,
    );
    const layout = pivot(shown, input.across);
    const titleOf = titles(context, { answers, names, dimensions });
    const exploration: Exploration = {
      within: (await lookUp(tx, context, { territories: [place.id] })).place(place.id),
      level: question.level,
      told: answers.flatMap((answer, index) => {
        const known = names[index];
        return known ? [showBeside(answer, language, known)] : [];
      }),
      by: [...layout.by],
      across: input.across,
      columns: layout.columns.map((key) => ({ key, title: titleOf(input.across, key) })),
      rows: rowsOf(layout, titleOf),
      count,
    };
    return input.format === 'json'
      ? exploration
      : writeExploration(exploration, { language, format: input.format });
  });
}

function codesOf(text: string): string[] {
  const codes = [...new Set(wordsOf(text).map((code) => code.toUpperCase()))];
  if (codes.length === 0 || codes.length > mostIndicators)
    throw refuse('analysis.too-many-indicators', { field: 'indicators', values: { most: mostIndicators } });
  return codes;
}

function wordsOf(text: string): string[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function shownCells(answer: FigureAnswer, names: LookUp | undefined): ShownCell[] {
  if (!names) return [];
  const show = figureShower(answer, names);
  const groups = new Map(answer.disaggregations.map(({ id, key }) => [id, key]));
  return answer.cells
    .filter(({ state }) => state !== 'not-applicable')
    .map((cell) => ({
      ...show(cell),
      place: {
        indicator: answer.indicator.code,
        territory: names.place(cell.territoryId).reference,
        period: writeStart(answer, cell.period),
        group: groups.get(cell.disaggregationId) ?? '',
      },
    }));
}

/** Where no beginning or no end was asked for, the table begins and ends where somebody said something. */
function trimmed(cells: readonly ShownCell[], { from, to }: Pick<Input, 'from' | 'to'>): ShownCell[] {
  const said = cells
    .filter(({ state }) => state !== 'not-reported')
    .map(({ place }) => place.period)
    .toSorted();
  const [first = '', last = ''] = [said[0], said.at(-1)];
  return cells.filter(
    ({ place: { period } }) =>
      (from !== undefined || period >= first) && (to !== undefined || last === '' || period <= last),
  );
}

type TitleOf = (axis: Axis, key: string) => string;

function titles(
  { language }: Context,
  given: {
    readonly answers: readonly FigureAnswer[];
    readonly names: readonly LookUp[];
    readonly dimensions: readonly DimensionRow[];
  },
): TitleOf {
  const { answers, dimensions, names } = given;
  const indicators = new Map(answers.map((one) => [one.indicator.code, showMeasured(one, language).title]));
  const places = new Map(
    answers.flatMap(({ territories }, index) =>
      territories.flatMap(({ id }) => {
        const place = names[index]?.place(id);
        return place ? [[place.reference, place.name] as const] : [];
      }),
    ),
  );
  return (axis, key) => {
    if (axis === 'indicator') return indicators.get(key) ?? key;
    if (axis === 'territory') return places.get(key) ?? key;
    return axis === 'group' ? groupTitle(dimensions, key, language) : key;
  };
}

function rowsOf(layout: Layout<ShownCell>, titleOf: TitleOf): Exploration['rows'] {
  return layout.rows.map(({ cells, place }) => ({
    key: layout.by.map((axis) => place[axis] ?? '').join(' '),
    heads: layout.by.map((axis) => ({
      axis,
      key: place[axis] ?? '',
      title: titleOf(axis, place[axis] ?? ''),
    })),
    cells: cells.map((cell) => {
      if (cell === null) return null;
      const { place: _place, ...figure } = cell;
      return figure;
    }),
  }));
}
