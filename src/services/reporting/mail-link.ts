import { findTimeZone } from '#database/territories/day-views.ts';
import { formatOf } from '#words/format.ts';
import { voiceOf } from '#words/index.ts';
import { periodWords } from '#words/period-words.ts';
import type { Context, Transaction } from '../context.ts';
import { queueMail } from '../operations/outbox.ts';
import type { OpenedReport } from './read-report.ts';
import { periodOf } from './show-cycle.ts';
import { templateOf } from './template-of.ts';

/** Sends an office the link to its report with the blank workbook: it answers by either. */
export async function mailLink(
  tx: Transaction,
  context: Context,
  opened: OpenedReport,
  to: { readonly link: string; readonly email: string; readonly expiresAt: Date },
): Promise<void> {
  const { language, now } = context;
  const { report } = opened;
  const say = voiceOf(language);
  const format = formatOf(language, undefined, await findTimeZone(tx, report.territoryId));
  const words = {
    title: report.title,
    period: periodWords(periodOf(report), { say, format }),
    due: format.day(report.dueOn),
    link: to.link,
    until: format.day(format.dayOf(to.expiresAt)),
  };
  await queueMail(tx, {
    kind: 'report-link',
    referenceId: null,
    recipient: to.email,
    at: now,
    subject: say('reporting.mail.subject', words),
    body: say('reporting.mail.body', words),
    attachments: [await templateOf(tx, context, opened, true)],
  });
}
