import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { reportingOperations } from '#contract/reporting/index.ts';
import { inScope } from '#database/connection.ts';
import { permitFill } from '#domain/reporting/permissions.ts';
import type { Context } from '../context.ts';
import { openToChange } from './read-report.ts';
import { send } from './send.ts';

type Operation = typeof reportingOperations.sendReport;

export async function sendReport(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const opened = await openToChange(tx, input.report, input.version);
    permitFill(context.actor, opened.report);
    return send(tx, context, opened, {
      reasons: input.body.reasons,
      operation: 'sendReport',
      byLink: false,
    });
  });
}
