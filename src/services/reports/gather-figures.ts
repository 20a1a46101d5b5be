import { inScope } from '#database/connection.ts';
import { findPlaces } from '#database/actors/place-views.ts';
import { listToldIndicators } from '#database/reports/told-views.ts';
import { isPeriodKind, periodAfter, periodOf, writePeriod } from '#domain/indicators/period.ts';
import type { BulletinFigure } from '#domain/reports/bulletin.ts';
import type { Figure } from '#domain/values/figure.ts';
import type { Context } from '../context.ts';
import { asEverybody } from '../ledger/as-everybody.ts';
import type { FigureAnswer } from '../values/figure-question.ts';
import { readFigures } from '../values/read-figures.ts';
import type { BulletinSubject } from './gather-bulletin.ts';

/** Twelve years back, at most so many periods of each, of at most so many indicators. */
const quartersBack = 48;
const mostPoints = 10;
const mostFigures = 16;

/**
 * The figures of a report, by the one door. They are read as everybody reads them also where the report is internal: paper goes on to
 * whoever it is handed, and small numbers of people would go with it.
 */
export async function gatherFigures(eyes: Context, subject: BulletinSubject): Promise<BulletinFigure[]> {
  const context = asEverybody(eyes);
  const { place, organisationId, quarter } = subject;
  const told = await inScope(context.database, context.actor.scope, (tx) =>
    listToldIndicators(tx, { country: place.country, organisationId }),
  );
  const from = periodAfter(periodOf('quarter', quarter.from), -quartersBack).start;
  const figures: BulletinFigure[] = [];
  for (const { id } of told) {
    if (figures.length === mostFigures) break;
    const answer = await readFigures(context, {
      indicator: id,
      level: place.level,
      within: place.id,
      from,
      to: quarter.to,
      period: 'quarter',
      by: [],
    });
    const figure = await showFigure(context, subject, answer);
    if (figure) figures.push(figure);
  }
  return figures;
}

async function showFigure(
  context: Context,
  { language, place }: BulletinSubject,
  answer: FigureAnswer,
): Promise<BulletinFigure | null> {
  const { series, indicator, period } = answer;
  const cells = recent(
    answer.cells.filter(({ territoryId }) => territoryId === place.id || answer.territories.length === 1),
  );
  if (!series || cells.length === 0 || !isPeriodKind(period)) return null;
  const isEnglish = language === 'en';
  const heldAt = cells.find((cell) => cell.heldAt !== null)?.heldAt ?? null;
  const holder =
    heldAt === null
      ? null
      : await inScope(context.database, context.actor.scope, async (tx) =>
          (await findPlaces(tx, [heldAt])).get(heldAt),
        );
  return {
    code: indicator.code,
    title: isEnglish ? (indicator.title_en ?? indicator.title) : indicator.title,
    unit: isEnglish ? (indicator.unit_en ?? indicator.unit) : indicator.unit,
    decimals: indicator.decimals,
    source: {
      title: series.sourceTitle,
      publisher: series.sourcePublisher,
      address: series.sourceAddress,
      published: series.sourcePublished,
      verified: series.sourceVerified,
    },
    periodKind: period,
    heldAt: holder ? `${holder.name} (${isEnglish ? holder.kindNameEn : holder.kindName})` : null,
    isEstimate: indicator.composition === 'estimate',
    points: cells.map((cell) => ({
      period: writePeriod({ kind: period, start: cell.period }),
      value: cell.value,
      state: cell.state,
      interval: intervalOf(cell),
    })),
    notes: answer.notes.filter((note) => note !== 'held-above' || !holder),
    isExample: series.example,
  };
}

function intervalOf({ estimate }: Figure): readonly [number, number] | null {
  return estimate?.interval ? [estimate.interval.lower, estimate.interval.upper] : null;
}

/** The last periods up to the last of which something is said; none where nothing ever was. */
function recent(cells: readonly Figure[]): readonly Figure[] {
  const inOrder = cells.toSorted((one, other) => one.period.localeCompare(other.period));
  const last = inOrder.findLastIndex(({ state }) => state !== 'not-reported');
  const first = inOrder.findIndex(({ state }) => state !== 'not-reported');
  return last === -1 ? [] : inOrder.slice(Math.max(first, last + 1 - mostPoints), last + 1);
}
