import { listPeople } from '#database/values/question-views.ts';
import { isIndicatorCode, isInDays } from '#domain/compliance/indicators.ts';
import { endOf, isPeriodKind } from '#domain/indicators/period.ts';
import type { Formula } from '#domain/reporting/form.ts';
import { ratioOfAnswers, type WorkedOut } from '#domain/reporting/work-out.ts';
import { populationIn } from '#domain/values/ratio.ts';
import { complianceFilter } from '../compliance/compliance-filter.ts';
import { figuresOf } from '../compliance/figures-of.ts';
import { lookUp } from '../actors/look-up.ts';
import type { Context, Transaction } from '../context.ts';
import type { OpenedReport } from './read-report.ts';

export type ComputedItem = WorkedOut & { readonly by: 'answers' | 'population' | 'system' };

/**
 * What the items that nobody answers come to now, by their key: ratios from the answers, process indicators by the system. An answer changes
 * ratios alone.
 */
export async function computedItems(
  tx: Transaction,
  context: Context,
  { answers, form, report }: Pick<OpenedReport, 'answers' | 'form' | 'report'>,
  kinds: readonly Formula['kind'][] = ['ratio', 'process'],
): Promise<ReadonlyMap<string, ComputedItem>> {
  const items = form.sections
    .flatMap((section) => section.items)
    .filter(({ formula }) => formula !== null && kinds.includes(formula.kind));
  const found = new Map<string, ComputedItem>();
  if (items.length === 0) return found;
  const people = await peopleOf(tx, report);
  const counted = items.some(({ formula }) => formula?.kind === 'process')
    ? await countedOf(tx, context, report)
    : new Map<string, WorkedOut>();
  for (const { formula, key } of items) {
    if (formula?.kind === 'ratio')
      found.set(key, {
        ...ratioOfAnswers(form, answers, formula, people),
        by: formula.denominator === null ? 'population' : 'answers',
      });
    else if (formula) found.set(key, { ...(counted.get(formula.rule) ?? unknown), by: 'system' });
  }
  return found;
}

const unknown: WorkedOut = { value: null, numerator: null, denominator: null };

type Report = OpenedReport['report'];

async function peopleOf(tx: Transaction, { period, territoryId }: Report): Promise<number | null> {
  const rows = await listPeople(tx, [territoryId]);
  const points = rows.map(({ people, year }) => ({ year, people: people ?? 0 }));
  return populationIn(Number(period.slice(0, 4)), points)?.people ?? null;
}

/** Every process indicator of the place, or of the institution there, over the report's period. */
async function countedOf(
  tx: Transaction,
  context: Context,
  report: Report,
): Promise<ReadonlyMap<string, WorkedOut>> {
  const { organisationId, period, periodKind, structureId, territoryId } = report;
  const places = await lookUp(tx, context, { territories: [territoryId] });
  const { filter } = await complianceFilter(tx, context, {
    territory: places.place(territoryId).reference,
    party: organisationId ?? structureId ?? undefined,
    from: period,
    to: isPeriodKind(periodKind) ? endOf({ kind: periodKind, start: period }) : undefined,
  });
  const { figures } = await figuresOf(tx, filter);
  return new Map(
    figures
      .filter(({ part }) => part === 'whole')
      .map(({ code, denominator, numerator, value }) => [
        code,
        {
          numerator,
          denominator,
          value: value === null || (isIndicatorCode(code) && isInDays(code)) ? value : value * 100,
        },
      ]),
  );
}
