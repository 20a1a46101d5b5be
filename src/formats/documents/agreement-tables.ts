import type { AgreementContent, TextBudgetLine, TextCommitment } from '#domain/agreements/text-content.ts';
import type { Format } from '#words/format.ts';
import { recurrenceWords } from '#words/recurrence-words.ts';
import type { Say } from '#words/say.ts';
import type { Block } from './sheet.ts';

export type Voice = { readonly say: Say; readonly format: Format };

const text = (title: string, width: number) => ({ title, width, isNumber: false });

/** Who does what, for whom, by when, how proved: a line each, numbered as the text has them. */
export function commitmentsTable(commitments: readonly TextCommitment[], { say, format }: Voice): Block {
  return {
    kind: 'table',
    columns: [
      text(say('documents.column.number'), 0.75),
      text(say('documents.column.obligor'), 2.4),
      text(say('documents.column.commitment'), 5),
      text(say('documents.column.due'), 1.7),
      text(say('documents.column.proof'), 2.6),
    ],
    rows: commitments.map((one, index) => [
      String(index + 1),
      obligorWords(one, { say, format }),
      commitmentWords(one, { say, format }),
      format.day(one.dueOn),
      one.proof,
    ]),
    totals: [],
  };
}

function obligorWords(one: TextCommitment, { say, format }: Voice): string {
  if (one.coObliged.length === 0) return one.obligor;
  return `${one.obligor},\n${say('documents.with-others', { others: format.list(one.coObliged) })}`;
}

function commitmentWords(one: TextCommitment, { say, format }: Voice): string {
  const measure =
    one.quantity === null ? null : `${figureWords(one.quantity, format)} ${one.unit ?? ''}`.trim();
  const parts = [
    measure === null ? one.what : `${one.what} (${measure})`,
    one.beneficiary === null ? null : say('documents.for', { name: one.beneficiary }),
    one.place === null ? null : say('documents.in', { place: one.place }),
    one.recurrence === null ? null : say('documents.repeats', { rule: recurrenceWords(one.recurrence, say) }),
  ];
  return parts.filter((part) => part !== null).join('\n');
}

/** A quantity as the country writes it, with the decimals that it has. */
function figureWords(quantity: string, format: Format): string {
  const decimals = /\.(\d*?)0*$/.exec(quantity)?.[1] ?? '';
  return format.number(Number(quantity), decimals.length);
}

/** Means by party, year and source; money is added up by currency and never across. */
export function budgetTable(budget: readonly TextBudgetLine[], { say, format }: Voice): Block {
  const money = (amount: string, currency: string) => `${currency} ${format.number(Number(amount), 2)}`;
  return {
    kind: 'table',
    columns: [
      text(say('documents.column.party'), 3),
      text(say('documents.column.year'), 1),
      text(say('documents.column.source'), 3),
      text(say('documents.column.kind'), 1.5),
      { title: say('documents.column.amount'), width: 2.4, isNumber: true },
    ],
    rows: budget.map((line) => [
      line.party,
      String(line.year),
      [line.source, line.budgetCode].filter((part) => part !== null).join('\n'),
      say.dynamic(`documents.means.${line.kind}`),
      money(line.amount, line.currency),
    ]),
    totals: totalsOf(budget).map(([currency, amount]) => [
      say('documents.total-in', { currency }),
      '',
      '',
      '',
      money(amount, currency),
    ]),
  };
}

/** What each currency adds up to, to the cent. */
export function totalsOf(budget: readonly TextBudgetLine[]): [currency: string, amount: string][] {
  const cents = new Map<string, bigint>();
  for (const { currency, amount } of budget)
    cents.set(currency, (cents.get(currency) ?? 0n) + centsOf(amount));
  return [...cents].map(([currency, sum]) => [
    currency,
    `${sum / 100n}.${String(sum % 100n).padStart(2, '0')}`,
  ]);
}

function centsOf(amount: string): bigint {
  const [whole = '0', part = ''] = amount.split('.');
  return BigInt(whole) * 100n + BigInt(part.padEnd(2, '0').slice(0, 2));
}

/** What an addendum changes, clause by clause: what it said, what it says. */
export function changesTable(addendum: NonNullable<AgreementContent['addendum']>, { say }: Voice): Block {
  return {
    kind: 'table',
    columns: [
      text(say('documents.column.clause'), 2),
      text(say('documents.column.before'), 4),
      text(say('documents.column.after'), 4),
    ],
    rows: addendum.changes.map((change) => [change.clause, change.before ?? '—', change.after ?? '—']),
    totals: [],
  };
}

/** The commitments that an addendum puts off: until when they were owed, until when they are. */
export function reschedulingsTable(
  reschedulings: NonNullable<NonNullable<AgreementContent['addendum']>['reschedulings']>,
  { say, format }: Voice,
): Block {
  return {
    kind: 'table',
    columns: [
      text(say('documents.column.what'), 4),
      text(say('documents.column.due-before'), 2),
      text(say('documents.column.due-after'), 2),
    ],
    rows: reschedulings.map(({ what, before, after }) => [what, format.day(before), format.day(after)]),
    totals: [],
  };
}
