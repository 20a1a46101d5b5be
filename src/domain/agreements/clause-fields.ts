import type { Sum } from './budget.ts';
import type { ClauseType } from './template-schema.ts';
import type { AmendmentRule } from './vocabulary.ts';

/** What clauses say in figures. Each type says only its own. */
export type ClauseFields = {
  readonly termMonths?: number | null;
  readonly endsOn?: string | null;
  readonly noticeDays?: number | null;
  readonly cureDays?: number | null;
  readonly withdrawalDays?: number | null;
  readonly commissionStructureId?: string | null;
  readonly meetingEvery?: string | null;
  readonly reportEvery?: string | null;
  readonly amendmentRule?: AmendmentRule | null;
  readonly totals?: readonly Sum[] | null;
  /** What only the parties can say, by the place in the text where it stands. */
  readonly places?: Readonly<Record<string, string | null>> | null;
};
export type ClauseField = keyof ClauseFields;

const fieldsByType: Partial<Record<ClauseType, readonly ClauseField[]>> = {
  term: ['termMonths', 'endsOn'],
  breach: ['noticeDays', 'cureDays'],
  withdrawal: ['withdrawalDays'],
  termination: ['withdrawalDays'],
  governance: ['commissionStructureId', 'meetingEvery'],
  reporting: ['reportEvery'],
  amendment: ['amendmentRule'],
  funding: ['totals'],
};

/** The figures that a clause of a type says. */
export function fieldNamesOf(type: ClauseType): readonly ClauseField[] {
  return fieldsByType[type] ?? [];
}

/** Of what was written in figures, only what a clause of its type says. */
export function fieldsOfType(type: ClauseType, fields: ClauseFields): ClauseFields {
  const own = fieldNamesOf(type).map((name) => [name, fields[name] ?? null] as const);
  return { ...Object.fromEntries(own), ...(fields.places ? { places: fields.places } : {}) };
}

const columns = {
  termMonths: 'term_months',
  endsOn: 'ends_on',
  noticeDays: 'notice_days',
  cureDays: 'cure_days',
  withdrawalDays: 'withdrawal_days',
  commissionStructureId: 'commission_structure_id',
  meetingEvery: 'meeting_every',
  reportEvery: 'report_every',
  amendmentRule: 'amendment_rule',
} as const;

/** The figures that hold for the whole agreement, by the name under which it keeps them. A rule that was left open stays. */
export function columnsOfFields(fields: ClauseFields): Readonly<Record<string, string | number | null>> {
  const named = Object.entries(columns).flatMap(([name, column]) => {
    const value = fields[name as keyof typeof columns];
    return value === undefined || (name === 'amendmentRule' && value === null)
      ? []
      : [[column, value] as const];
  });
  return Object.fromEntries(named);
}

/** The total that a clause states, where it states one. */
export function statedTotals(fields: Readonly<Record<string, unknown>>): Sum[] | null {
  const { totals } = fields;
  if (!Array.isArray(totals) || totals.length === 0) return null;
  return totals.filter(isSum);
}

function isSum(value: unknown): value is Sum {
  return (
    typeof value === 'object' &&
    value !== null &&
    'currency' in value &&
    'amount' in value &&
    typeof value.currency === 'string' &&
    typeof value.amount === 'string'
  );
}

/** What the parties wrote for the places that only they can fill in, by place. */
export function writtenPlaces(fields: Readonly<Record<string, unknown>>): Record<string, string> {
  const { places } = fields;
  if (typeof places !== 'object' || places === null) return {};
  const written = Object.entries(places).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(written);
}
