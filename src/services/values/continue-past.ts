import { findPlaces } from '#database/actors/place-views.ts';
import { findAncestry } from '#database/values/lineage-views.ts';
import { joinPast, originOf, type Origin } from '#domain/values/own-line.ts';
import type { FigureNote } from '#domain/values/question.ts';
import type { Day } from '#domain/shared/dates.ts';
import type { Transaction } from '../context.ts';
import type { Answered, Asking, Measured } from './figure-question.ts';

/** An answer with the line before the territory's own beginning. */
export type Continued = Answered & {
  /** The territories whose figures were joined to its own. */
  readonly joinedIds: readonly number[];
  /** From when on its figures are of one and the same extent; null: always. */
  readonly comparableFrom: Day | null;
};

type Ask = (tx: Transaction, asking: Asking) => Promise<Answered>;

/**
 * The own line of one territory, told before its beginning by those that became it whole; where it is not, a note says why. Only where the
 * territory itself is asked for: in a table of many each stands with its own figures, once.
 */
export async function continuePast(
  tx: Transaction,
  asking: Asking,
  measured: Measured,
  ask: Ask,
): Promise<Continued> {
  const answered = await ask(tx, asking);
  const { place, question } = asking;
  const alone = { ...answered, joinedIds: [], comparableFrom: null };
  if (!answered.series || question.level !== place.level || place.level === 0) return alone;
  const origin = originOf(await findAncestry(tx, place.id));
  if (!origin || origin.on <= question.from || origin.on > question.to) return alone;
  const apart = (note: FigureNote) => ({
    ...alone,
    notes: [...answered.notes, note],
    comparableFrom: origin.on,
  });
  if (origin.kind === 'grew') return apart('past-without-parts');
  if (origin.kind === 'part') return apart('past-divided');
  const { composition } = measured.indicator;
  const isAdded =
    composition === 'ratio' || ((composition === 'count' || composition === 'stock') && answered.series.adds);
  if (origin.predecessorIds.length > 1 && !isAdded) return apart('past-not-added');
  const past = await pastOf(tx, { asking, answered, origin, measured, ask });
  if (past.some(({ series }) => series === null)) return apart('past-not-told');
  return joined(asking, { answered, measured, origin, past });
}

type Whole = Extract<Origin, { kind: 'whole' }>;

async function pastOf(
  tx: Transaction,
  given: {
    readonly asking: Asking;
    readonly answered: Answered;
    readonly origin: Whole;
    readonly measured: Measured;
    readonly ask: Ask;
  },
): Promise<Continued[]> {
  const { answered, ask, asking, measured, origin } = given;
  const places = await findPlaces(tx, origin.predecessorIds);
  const past: Continued[] = [];
  for (const place of places.values()) {
    const question = {
      ...asking.question,
      within: place.id,
      level: place.level,
      period: answered.period,
      // Two sources are never mixed, in one line neither.
      series: answered.series?.id,
    };
    past.push(await continuePast(tx, { ...asking, question, place }, measured, ask));
  }
  return past;
}

function joined(
  { place }: Asking,
  given: {
    readonly answered: Answered;
    readonly measured: Measured;
    readonly origin: Whole;
    readonly past: readonly Continued[];
  },
): Continued {
  const { answered, measured, origin, past } = given;
  const { composition, multiplier } = measured.indicator;
  const own = answered.cells.filter(({ territoryId }) => territoryId === place.id);
  const others = answered.cells.filter(({ territoryId }) => territoryId !== place.id);
  const cells = joinPast(
    own,
    past.map((one) => one.cells),
    {
      on: origin.on,
      period: answered.period,
      isFiner: answered.series?.periodKind !== answered.period,
      multiplier: composition === 'ratio' ? Number(multiplier) : null,
      isStock: composition === 'stock',
    },
  );
  const limits = past.map(({ comparableFrom }) => comparableFrom).filter((day) => day !== null);
  return {
    ...answered,
    cells: [...cells, ...others],
    disaggregations: unionOf([answered, ...past]),
    notes: [...answered.notes, 'past-joined', ...past.flatMap(({ notes }) => notes)],
    joinedIds: [...origin.predecessorIds, ...past.flatMap(({ joinedIds }) => joinedIds)],
    comparableFrom: limits.toSorted().at(-1) ?? null,
  };
}

function unionOf(answers: readonly Answered[]): Answered['disaggregations'] {
  const all = answers.flatMap(({ disaggregations }) => disaggregations);
  return [...new Map(all.map((one) => [one.id, one])).values()];
}
