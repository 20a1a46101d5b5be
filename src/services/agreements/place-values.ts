import type { AgreementRow } from '#database/agreements/agreement-columns.ts';
import { objectInSentence } from '#domain/agreements/object-in-sentence.ts';
import type { AgreementPlace, TablePlace } from '#domain/agreements/template-places.ts';
import type { AgreementTemplate } from '#domain/agreements/template-schema.ts';
import type { AgreementContent } from '#domain/agreements/text-content.ts';
import { formatOf, type Format } from '#words/format.ts';
import { voiceOf, type Say } from '#words/index.ts';

type Parts = Pick<AgreementContent, 'parties' | 'territories' | 'needs' | 'lines' | 'commitments' | 'budget'>;
type Voice = { readonly say: Say; readonly format: Format };

/**
 * What stands in the places of a text, in the language of the agreement and in figures as its country writes them:
 * never in those of whoever reads, so that everybody is given one text.
 */
export function placeValuesOf(
  agreement: AgreementRow,
  template: AgreementTemplate,
  parts: Parts,
  named: { readonly commission: string | null; readonly parent: string | null },
): Record<AgreementPlace | TablePlace, string | null> {
  const say = voiceOf(agreement.language, agreement.country);
  const format = formatOf(agreement.language, agreement.country, 'UTC');
  const list = (items: readonly string[]) => (items.length === 0 ? null : format.list(items));
  const figure = (count: number | null) => (count === null ? null : String(count));
  const months = (count: number | null) => (count === null ? null : say('agreements.text.months', { count }));
  const { noNeedReason } = agreement;
  return {
    title: agreement.title,
    number: agreement.number,
    parent: named.parent && say('agreements.text.quoted', { title: named.parent }),
    parties: list(parts.parties.map(({ name }) => name)),
    lead: parts.parties.find(({ role }) => role === 'lead')?.name ?? null,
    object: agreement.object && objectInSentence(agreement.object),
    territories: list(parts.territories),
    needs:
      parts.needs.length > 0
        ? parts.needs.join('; ')
        : noNeedReason && say('agreements.text.no-need', { reason: noNeedReason }),
    lines: parts.lines.length > 0 ? parts.lines.join('; ') : say('agreements.text.no-lines'),
    ...termWords(agreement, { say, format }),
    'extension-limit': months(template.term.extension.maxMonths),
    commission: named.commission,
    'meeting-every': agreement.meetingEvery,
    'report-every': agreement.reportEvery,
    'notice-days': figure(agreement.noticeDays),
    'cure-days': figure(agreement.cureDays),
    'withdrawal-days': figure(agreement.withdrawalDays),
    'settlement-days': figure(template.settlement.deadlineDays),
    // The tables themselves stand after the clauses that name them.
    commitments: say('agreements.text.commitments'),
    budget: say('agreements.text.budget'),
  };
}

// Where months are counted from a day that is still to come, the last day is the one on which they are over.
function termWords({ termMonths, endsOn, effectiveOn }: AgreementRow, { say, format }: Voice) {
  const term =
    endsOn === null
      ? termMonths && say('agreements.text.months', { count: termMonths })
      : say('agreements.text.fixed-term');
  return {
    term: term || null,
    'starts-on': effectiveOn === null ? say('agreements.text.starts-later') : format.longDay(effectiveOn),
    'ends-on': endsOn === null ? termMonths && say('agreements.text.ends-with-term') : format.longDay(endsOn),
  } as Record<'term' | 'starts-on' | 'ends-on', string | null>;
}
