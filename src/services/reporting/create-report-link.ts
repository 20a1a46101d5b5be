import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { reportingOperations } from '#contract/reporting/index.ts';
import { inScope } from '#database/connection.ts';
import { insertReportLink } from '#database/reporting/link-store.ts';
import { permitFill } from '#domain/reporting/permissions.ts';
import { refuse } from '#domain/reporting/refusals.ts';
import { isFillable } from '#domain/reporting/report-standing.ts';
import { hashSecret, newSecret } from '../access/secrets.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { mailLink } from './mail-link.ts';
import { openReport } from './read-report.ts';

type Operation = typeof reportingOperations.createReportLink;

const day = 86_400_000;

/** Makes a one-time way in to one report. The secret is shown once; only its hash is kept. */
export async function createReportLink(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { addressee, days, email } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const opened = await openReport(tx, input.report);
    const { report } = opened;
    permitFill(context.actor, report);
    if (!isFillable(report.standing)) throw refuse('reporting.not-as-it-stands');
    const secret = newSecret();
    const id = newId();
    const expiresAt = new Date(context.now.getTime() + days * day);
    await insertReportLink(tx, {
      id,
      report_id: report.id,
      secret_hash: hashSecret(secret),
      addressee,
      created_by: context.actor.kind === 'account' ? context.actor.accountId : null,
      created_at: context.now,
      expires_at: expiresAt,
    });
    await record(tx, context, {
      operation: 'createReportLink',
      subjectKind: 'report',
      subjectId: report.id,
      territoryId: report.territoryId,
      organisationId: report.organisationId,
      before: null,
      after: { link: id, addressee, expiresAt: expiresAt.toISOString(), byMail: email !== null },
      freeText: ['addressee'],
    });
    const link = `${context.installation.origin}/reportar/${secret}`;
    const isMailed = email !== null && context.installation.mail !== null;
    if (isMailed) await mailLink(tx, context, opened, { link, email, expiresAt });
    return { id, link, expiresAt: expiresAt.toISOString(), isMailed };
  });
}
