import type { documentsOperations } from '#contract/agreements/documents.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { refuse } from '#domain/agreements/documents-refusals.ts';
import { certificateSheet, type Certificate } from '#formats/documents/certificate-sheet.ts';
import { getCompliance } from '../compliance/get-compliance.ts';
import { listComplianceCases } from '../compliance/list-compliance-cases.ts';
import type { Context } from '../context.ts';
import { fileOf, gatherPrinted } from './printed-agreement.ts';

type Operation = typeof documentsOperations.getComplianceCertificate;

/** So many due dates are listed one by one; the arithmetic counts them all. */
const listed = 200;

/** What was due under an agreement in a period, how it was kept, and the arithmetic, as whoever asks may see it. */
export async function getComplianceCertificate(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { agreement, printed } = await inScope(context.database, context.actor.scope, (tx) =>
    gatherPrinted(tx, context, input.agreementId, 'latest'),
  );
  const { today, voice, paper, content } = printed;
  const to = input.to ?? today;
  const from = input.from ?? yearBefore(to);
  if (from > to) throw refuse('documents.period-reversed', { field: 'from' });
  const asked = { territory: agreement.country, agreement: agreement.id, from, to };
  const compliance = await getCompliance(context, asked);
  const { items } = await listComplianceCases(context, { ...asked, code: 'C2', limit: listed });
  const share = compliance.figures.find(({ code }) => code === 'C2');
  const certificate: Certificate = {
    agreement: {
      title: content.title,
      number: content.number,
      parties: content.parties.map(({ name }) => name),
      isExample: content.isExample,
      language: content.language,
      hash: printed.seal?.hash ?? null,
    },
    from,
    to,
    today,
    dues: {
      ...compliance.dues,
      kept: compliance.dues.due - compliance.dues.late - compliance.dues.overdue - compliance.dues.breached,
    },
    share: { numerator: share?.numerator ?? 0, denominator: share?.denominator ?? 0 },
    light: compliance.light,
    cases: items.map((one) => ({
      what: one.title,
      dueOn: one.on ?? '',
      state: voice.say.dynamic(`compliance.why.${one.why}`),
      daysLate: one.daysLate,
      daysLost: one.daysLost,
    })),
  };
  const sheet = certificateSheet(certificate, { voice, paper, at: context.now });
  return fileOf(sheet, input.format, `${voice.say('documents.certificate')} ${content.title}`);
}

/** The day after the same day a year earlier: a period of one year. */
function yearBefore(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year - 1, month - 1, date + 1)).toISOString().slice(0, 10);
}
