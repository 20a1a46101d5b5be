import type { AgreementRow } from '#database/agreements/agreement-columns.ts';
import type { PlaceValues } from '#domain/agreements/fill-places.ts';
import { sumsOf } from '#domain/agreements/budget.ts';
import type { AgreementContent, TextBudgetLine, TextCommitment } from '#domain/agreements/text-content.ts';
import { formatOf, type Format } from '#words/format.ts';
import { voiceOf, type Say } from '#words/index.ts';

type Parts = Pick<AgreementContent, 'parties' | 'territories' | 'needs' | 'lines' | 'commitments' | 'budget'>;
type Voice = { readonly say: Say; readonly format: Format };

/**
 * What stands in the places of a text, in the language of the agreement and in figures as its country writes them:
 * never in those of whoever reads, so that everybody is given one text.
 */
export function placeValuesOf(agreement: AgreementRow, parts: Parts, commission: string | null): PlaceValues {
  const voice = {
    say: voiceOf(agreement.language, agreement.country),
    format: formatOf(agreement.language, agreement.country, 'UTC'),
  };
  const list = (items: readonly string[]) => (items.length === 0 ? null : voice.format.list(items));
  const lines = (items: readonly string[]) =>
    items.length === 0 ? null : items.map((item, index) => `${index + 1}. ${item}`).join('\n');
  const days = (count: number | null) =>
    count === null ? null : voice.say('agreements.text.days', { count });
  return {
    title: agreement.title,
    object: agreement.object,
    parties: list(parts.parties.map(({ name }) => name)),
    lead: parts.parties.find(({ role }) => role === 'lead')?.name ?? null,
    territories: list(parts.territories),
    needs: lines(parts.needs),
    lines: lines(parts.lines),
    term: termWords(agreement, voice),
    commitments: lines(parts.commitments.map((one) => commitmentWords(one, voice))),
    budget: budgetWords(parts.budget, voice),
    commission,
    meetings: agreement.meetingEvery,
    reports: agreement.reportEvery,
    'notice-days': days(agreement.noticeDays),
    'cure-days': days(agreement.cureDays),
    'withdrawal-days': days(agreement.withdrawalDays),
  };
}

function termWords(agreement: AgreementRow, { say, format }: Voice): string | null {
  if (agreement.endsOn !== null)
    return say('agreements.text.until', { day: format.longDay(agreement.endsOn) });
  if (agreement.termMonths === null) return null;
  return say('agreements.text.months', { count: agreement.termMonths });
}

function commitmentWords(one: TextCommitment, { say, format }: Voice): string {
  const who = format.list([one.obligor, ...one.coObliged]);
  const parts = [
    `${who}: ${one.what}`,
    one.quantity === null ? null : `${one.quantity} ${one.unit ?? ''}`.trim(),
    one.beneficiary === null ? null : say('agreements.text.for', { name: one.beneficiary }),
    one.place === null ? null : say('agreements.text.in', { name: one.place }),
    say('agreements.text.by', { day: format.longDay(one.dueOn) }),
    say('agreements.text.proof', { proof: one.proof }),
  ];
  return `${parts.filter((part) => part !== null).join('; ')}.`;
}

// Money and what is worth money stand apart by currency; nothing is added across currencies.
function budgetWords(budget: readonly TextBudgetLine[], { say, format }: Voice): string {
  if (budget.length === 0) return say('agreements.text.no-budget');
  const lines = budget.map((line) =>
    say('agreements.text.budget-line', {
      party: line.party,
      year: String(line.year),
      kind: say.dynamic(`agreements.budget-kind.${line.kind}`).toLowerCase(),
      amount: format.money(line.amount, line.currency, true),
    }),
  );
  const totals = sumsOf(budget).byCurrency.map(({ currency, amount }) =>
    format.money(amount, currency, true),
  );
  return [...lines, say('agreements.text.total', { amounts: format.list(totals) })].join('\n');
}
