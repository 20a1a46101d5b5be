import { sql, type RawBuilder } from 'kysely';
import { isToldLate } from '#database/commitments/told-lateness.ts';
import { addCalendarDays } from '#domain/shared/calendar.ts';
import { daysOfSoon, type LedgerState } from '#domain/commitments/ledger-filter.ts';
import type { LedgerSide } from '#domain/commitments/next-action.ts';
import { fold } from '#domain/shared/fold.ts';
import type { NumberRange } from '#domain/shared/ranges.ts';

/** What the ledger is asked for. */
export type LedgerFilter = {
  readonly side: LedgerSide;
  /** Those for whom whoever asks acts; of no matter where everything is asked for. */
  readonly mine: readonly string[];
  /** Commitments that they owe together with somebody else who comes first. */
  readonly owedTogether: readonly string[];
  readonly within: NumberRange | null;
  readonly agreementId?: string | undefined;
  /** Any of these, as a commission follows several. */
  readonly agreementIds?: readonly string[] | undefined;
  readonly partyId?: string | undefined;
  readonly threadId?: string | undefined;
  readonly state: LedgerState;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly text?: string | undefined;
  readonly today: string;
};

const undelivered = sql`i.standing in ('not-started', 'in-progress', 'sent-back')`;

/** The conditions of a filter over `commitment_instance i`. Only words need the commitment itself. */
export function ledgerConditions(filter: LedgerFilter): RawBuilder<boolean> {
  const parts: RawBuilder<unknown>[] = [sideOf(filter), stateOf(filter)];
  if (filter.within) parts.push(sql`i.where_id between ${filter.within.low} and ${filter.within.high}`);
  if (filter.agreementId !== undefined) parts.push(sql`i.agreement_id = ${filter.agreementId}`);
  if (filter.agreementIds !== undefined)
    parts.push(sql`i.agreement_id = any(${[...filter.agreementIds]}::uuid[])`);
  if (filter.partyId !== undefined) {
    const { partyId } = filter;
    parts.push(
      sql`(i.obligor_id = ${partyId} or i.beneficiary_id = ${partyId} or i.verifier_id = ${partyId})`,
    );
  }
  if (filter.threadId !== undefined) parts.push(sql`i.thread_id = ${filter.threadId}`);
  if (filter.from !== undefined) parts.push(sql`i.due_on >= ${filter.from}::date`);
  if (filter.to !== undefined) parts.push(sql`i.due_on <= ${filter.to}::date`);
  for (const word of fold(filter.text ?? '')
    .split(' ')
    .filter(Boolean))
    parts.push(sql`exists (select from commitment t where t.id = i.commitment_id
      and translate(lower(t.what), 'áéíóúüñ', 'aeiouun') like ${`%${word.replaceAll(/[%_\\]/g, '')}%`})`);
  return sql.join(parts, sql` and `);
}

// Row security lets only conditions that leak nothing reach an index: equality of ids does, overlap of lists does not.
function sideOf({ side, mine, owedTogether }: LedgerFilter): RawBuilder<unknown> {
  if (side === 'owe') {
    const first = sql`i.obligor_id = any(${[...mine]}::uuid[])`;
    if (owedTogether.length === 0) return first;
    return sql`(${first} or i.commitment_id = any(${[...owedTogether]}::uuid[]))`;
  }
  if (side === 'owed') return sql`i.beneficiary_id = any(${[...mine]}::uuid[])`;
  if (side === 'verify') return sql`i.verifier_id = any(${[...mine]}::uuid[])`;
  return sql`true`;
}

function stateOf({ state, today }: LedgerFilter): RawBuilder<unknown> {
  const agreed = sql`i.commitment_standing = 'agreed'`;
  switch (state) {
    case 'open':
      return sql`i.standing in ('not-started', 'in-progress', 'sent-back', 'delivered') and i.commitment_standing in ('agreed', 'proposed')`;
    case 'overdue':
      return sql`${undelivered} and ${agreed} and i.paused_from is null and i.due_on < ${today}::date
        and ${isToldLate('i', today)}`;
    case 'soon':
      return sql`${undelivered} and ${agreed} and i.due_on between ${today}::date and ${addCalendarDays(today, daysOfSoon)}::date`;
    case 'delivered':
      return sql`i.standing = 'delivered' and ${agreed}`;
    case 'proposed':
      return sql`i.commitment_standing = 'proposed'`;
    case 'verified':
      return sql`i.standing = 'verified'`;
    case 'ended':
      return sql`(i.standing in ('waived', 'cancelled') or i.commitment_standing = 'cancelled'
        or (i.standing = 'breached' and ${isToldLate('i', today)}))`;
    default:
      return sql`i.commitment_standing <> 'annulled'`;
  }
}
