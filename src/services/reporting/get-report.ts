import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { reportingOperations } from '#contract/reporting/index.ts';
import { inScope } from '#database/connection.ts';
import { findTargets } from '#database/reporting/report-views.ts';
import type { Context } from '../context.ts';
import { knownFigures, type Known } from './known-figures.ts';
import { openReport } from './read-report.ts';
import { showReport } from './show-report.ts';

type Operation = typeof reportingOperations.getReport;
type Shown = Awaited<ReturnType<typeof showReport>>;

export async function getReport(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const { opened, shown, ownSeries } = await inScope(context.database, context.actor.scope, async (tx) => {
    const found = await openReport(tx, input.report);
    const targets = await findTargets(tx, found.report);
    return {
      opened: found,
      shown: await showReport(tx, context, found, { link: false }),
      ownSeries: new Set(targets.map(({ seriesId }) => seriesId)),
    };
  });
  if (!shown.mayFill) return shown;
  const known = await knownFigures(context, opened, { level: shown.territory.level, ownSeries });
  return { ...shown, sections: withKnown(shown.sections, known) };
}

function withKnown(sections: Shown['sections'], known: ReadonlyMap<string, Known>): Shown['sections'] {
  return sections.map((section) => ({
    ...section,
    items: section.items.map((item) => ({
      ...item,
      cells: item.cells.map((cell) => ({ ...cell, known: known.get(cell.cell) ?? null })),
    })),
  }));
}
