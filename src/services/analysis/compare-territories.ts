import type { analysisOperations } from '#contract/analysis/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findRateOf } from '#database/analysis/measure-views.ts';
import { inScope } from '#database/connection.ts';
import { findNeighbours } from '#database/territories/boundary-store.ts';
import type { PlaceRow } from '#database/actors/place-views.ts';
import { compareAreas, type AreaEvents, type Compared } from '#domain/analysis/compare-areas.ts';
import { classOfValue, valueClasses } from '#domain/analysis/value-classes.ts';
import { poolPeriods } from '#domain/analysis/pool-periods.ts';
import { endOf } from '#domain/indicators/period.ts';
import type { Figure } from '#domain/values/figure.ts';
import { getPlace, type LookUp } from '../actors/look-up.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';
import { levelWithin } from '../values/ask-figures.ts';
import type { FigureAnswer } from '../values/figure-question.ts';
import { readFigures } from '../values/read-figures.ts';
import { countingOfAnswer, namesOfAnswer } from '../values/show-figures.ts';
import { figureShower, showBeside, spanOf, writeStart } from './looked-at.ts';
import { writeComparison } from './write-comparison.ts';

type Operation = typeof analysisOperations.compareTerritories;
export type Comparison = Extract<OutputOf<Operation>, { areas: unknown }>;
type Input = InputOf<Operation>;

// Without a span, rates are of the last three years that ended and were told: one alone is too few in most places.
const yearsTogether = 3;

/** Territories beside the whole that they lie in: of a rate by the funnel, of anything else by classes of value. Never in order of it. */
export async function compareTerritories(context: Context, input: Input): Promise<OutputOf<Operation>> {
  const comparison = await comparisonOf(context, input);
  return input.format === 'json'
    ? comparison
    : writeComparison(comparison, { language: context.language, format: input.format });
}

async function comparisonOf(context: Context, input: Input): Promise<Comparison> {
  const { database, actor, language } = context;
  const asked = await inScope(database, actor.scope, async (tx) => ask(tx, context, input));
  const { place } = asked;
  const answer = await readFigures(context, asked.question);
  const window = windowOf(answer, input, asked.today);
  const whole = await wholeOf(context, answer, { place, window });
  const pooled = pooledAreas(answer, window);
  const names = await inScope(database, actor.scope, async (tx) =>
    namesOfAnswer(tx, context, {
      ...answer,
      territories: [
        ...answer.territories,
        { id: place.id, lastId: place.id, parentId: null, validFrom: null, validTo: null },
      ],
    }),
  );
  const show = figureShower(answer, names);
  return {
    ...showBeside(answer, language, names),
    within: names.place(place.id),
    level: answer.level,
    from: window && writeStart(answer, window.from),
    to: window && writeStart(answer, window.to),
    rateOf: asked.rateOf,
    whole: whole && show(whole),
    ...classed(answer, pooled, { whole, names, bordering: asked.bordering ?? null }),
  };
}

type Transaction = Parameters<typeof getPlace>[0];

async function ask(tx: Transaction, context: Context, input: Input) {
  const place = await getPlace(tx, input.within);
  const today = await todayOf(tx, context, place.id);
  const rate = await findRateOf(tx, input.indicator);
  const level = input.level === undefined ? place.level + 1 : await levelWithin(tx, input.level, place);
  return {
    place,
    today,
    bordering: await findNeighbours(tx, place.country, level),
    rateOf: rate === undefined ? null : input.indicator,
    question: {
      ...spanOf(input, today),
      indicator: rate ?? input.indicator,
      series: input.series,
      level,
      within: place.id,
      period: input.period ?? ('year' as const),
      by: [],
    },
  };
}

type Window = { readonly from: string; readonly to: string };

/** The periods that count: those asked for as far as told; else the last that ended, several together where it is a rate. */
function windowOf(answer: FigureAnswer, { from, to }: Input, today: string): Window | null {
  const told = [
    ...new Set(answer.cells.filter(({ state }) => state === 'value').map(({ period }) => period)),
  ];
  const inOrder = told.toSorted();
  const ended = inOrder.filter((start) => endOf({ kind: answer.period, start }) < today);
  const isRate = countingOfAnswer(answer) === 'event-rate';
  const chosen =
    from !== undefined || to !== undefined
      ? inOrder
      : ended.slice(isRate && answer.period === 'year' ? -yearsTogether : -1);
  const [first, last] = [chosen[0], chosen.at(-1)];
  return first === undefined || last === undefined ? null : { from: isRate ? first : last, to: last };
}

function pooledAreas(answer: FigureAnswer, window: Window | null): Map<number, Figure | null> {
  const cells = window
    ? answer.cells.filter(({ period }) => period >= window.from && period <= window.to)
    : [];
  const byArea = Map.groupBy(cells, ({ territoryId }) => territoryId);
  return new Map(answer.territories.map(({ id }) => [id, poolOf(answer, byArea.get(id) ?? [])]));
}

function poolOf(answer: FigureAnswer, cells: readonly Figure[]): Figure | null {
  if (countingOfAnswer(answer) === 'event-rate')
    return poolPeriods(cells, Number(answer.indicator.multiplier));
  return cells.at(-1) ?? null;
}

/** The figure of the whole by the same source; null where it is not told. */
async function wholeOf(
  context: Context,
  answer: FigureAnswer,
  at: { readonly place: PlaceRow; readonly window: Window | null },
): Promise<Figure | null> {
  const { place, window } = at;
  if (!window || !answer.series) return null;
  const told = await readFigures(context, {
    indicator: answer.indicator.id,
    series: answer.series.id,
    level: place.level,
    within: place.id,
    from: window.from,
    to: endOf({ kind: answer.period, start: window.to }),
    period: answer.period,
    by: [],
  });
  const found = poolOf(
    answer,
    told.cells.filter(({ heldAt }) => heldAt === null),
  );
  return found?.state === 'value' ? found : null;
}

type Classed = Pick<Comparison, 'areas' | 'classes' | 'dispersion' | 'smoothing' | 'bordering' | 'funnel'>;
type Bordering = Awaited<ReturnType<typeof findNeighbours>> | null;

function classed(
  answer: FigureAnswer,
  pooled: ReadonlyMap<number, Figure | null>,
  given: {
    readonly whole: Figure | null;
    readonly names: Pick<LookUp, 'place'>;
    readonly bordering: Bordering;
  },
): Classed {
  const compared =
    countingOfAnswer(answer) === 'event-rate' ? compare(pooled, given.whole, given.bordering) : null;
  const known = new Map(compared?.areas.map((area) => [area.id, area]));
  const show = figureShower(answer, given.names);
  const multiplier = Number(answer.indicator.multiplier);
  const own = [...pooled.values()].filter(
    (one) => one !== null && one.state === 'value' && one.heldAt === null,
  );
  const classes = compared ? [] : valueClasses(own.flatMap((one) => one?.value ?? []));
  return {
    areas: [...pooled].map(([id, figure]) => {
      const area = known.get(id);
      const shown = figure ? show(figure) : { ...unsaid, warnings: [] };
      const isOwn = figure?.state === 'value' && figure.heldAt === null && figure.value !== null;
      return {
        territory: given.names.place(id),
        ...shown,
        expected: area?.expected ?? null,
        position: area?.position ?? null,
        step: isOwn && !compared ? classOfValue(figure.value ?? 0, classes) : null,
        smoothed: area?.smoothed ? smoothedOf(area.smoothed, multiplier) : null,
        exceedance: area?.exceedance ?? null,
        local: area?.local ? { ...area.local, value: area.local.value * multiplier } : null,
      };
    }),
    classes: [...classes],
    dispersion: compared?.dispersion ?? null,
    smoothing: compared?.smoothing ?? null,
    bordering:
      compared && given.bordering && compared.areas.some(({ local }) => local !== null)
        ? { isApproximate: given.bordering.approximate }
        : null,
    funnel: (compared?.funnel ?? []).map((point) => ({
      persons: point.persons,
      alarmLower: point.alarmLower * multiplier,
      alertLower: point.alertLower * multiplier,
      alertUpper: point.alertUpper * multiplier,
      alarmUpper: point.alarmUpper * multiplier,
    })),
  };
}

const unsaid = {
  value: null,
  state: 'not-reported' as const,
  heldAt: null,
  events: null,
  persons: null,
  interval: null,
  method: null,
  reporting: null,
};

function smoothedOf(one: NonNullable<Compared['areas'][number]['smoothed']>, multiplier: number) {
  const scaled = (value: number | undefined) => (value === undefined ? null : value * multiplier);
  return { value: one.value * multiplier, lower: scaled(one.lower), upper: scaled(one.upper) };
}

/** Areas that were told by themselves, against the whole; where that is not told, against all of them together. */
function compare(
  pooled: ReadonlyMap<number, Figure | null>,
  whole: Figure | null,
  bordering: Bordering,
): Compared | null {
  const areas: AreaEvents[] = [...pooled].flatMap(([id, figure]) =>
    figure?.parts && figure.heldAt === null
      ? [{ id, events: figure.parts.numerator, persons: figure.parts.denominator }]
      : [],
  );
  const all = whole?.parts
    ? { events: whole.parts.numerator, persons: whole.parts.denominator }
    : {
        events: areas.reduce((sum, { events }) => sum + events, 0),
        persons: areas.reduce((sum, { persons }) => sum + persons, 0),
      };
  return compareAreas(areas, all, bordering?.neighbours ?? null);
}
