import { createRequire } from 'node:module';
import type * as rrule from 'rrule';
import { dayAfter } from '#domain/commitments/days.ts';
import { refuse } from '#domain/commitments/refusals.ts';
import type { Day } from '#domain/shared/dates.ts';

// The library is CommonJS whose names Node cannot see from outside; this is how its own types still hold.
const { RRule } = createRequire(import.meta.url)('rrule') as typeof rrule;

/** At most so many due days come out of one rule. */
export const mostInstances = 366;
const yearsAhead = 20;

export type Recurrence = {
  /** An RRULE of iCalendar, with or without its name: `FREQ=MONTHLY;COUNT=12`. */
  readonly rule: string;
  /** The first due day, from which the rule counts. */
  readonly from: Day;
  /** The last day that there may be: the end of the agreement or of the plan; null where there is none. */
  readonly until: Day | null;
};

/**
 * The due days of a rule, in order. The rule ends by its own COUNT or UNTIL, or by the end that is given.
 * @throws Refusal `commitments.rule-invalid`, `commitments.rule-endless`, `commitments.rule-too-many`, `commitments.rule-empty`
 */
export function expandRecurrence({ rule, from, until }: Recurrence): Day[] {
  const parts = readParts(rule);
  if (!parts.has('COUNT') && !parts.has('UNTIL') && until === null) {
    throw refuse('commitments.rule-endless', { field: 'recurrence' });
  }
  const last = lastDay(from, until);
  const days: Day[] = [];
  const found = parse(parts);
  const options = { ...found, dtstart: momentOf(from), tzid: null };
  const end = options.until && options.until < momentOf(last) ? options.until : momentOf(last);
  new RRule({ ...options, until: end }).all((date) => {
    days.push(date.toISOString().slice(0, 10));
    return days.length <= mostInstances;
  });
  if (days.length > mostInstances) throw tooMany();
  if (days.length === 0) throw refuse('commitments.rule-empty', { field: 'recurrence' });
  // What asked for more than the years ahead hold would quietly lose its tail.
  if (until === null && reachesBeyond(found, days.length)) throw tooMany();
  return days;
}

function tooMany() {
  return refuse('commitments.rule-too-many', {
    field: 'recurrence',
    values: { maximum: mostInstances, years: yearsAhead },
  });
}

const momentOf = (day: Day) => new Date(`${day}T00:00:00Z`);

function lastDay(from: Day, until: Day | null): Day {
  const farthest = dayAfter(from, yearsAhead * 366);
  return until !== null && until < farthest ? until : farthest;
}

type Parts = ReadonlyMap<string, string>;

const known = /^(FREQ|INTERVAL|COUNT|UNTIL|WKST|BYDAY|BYMONTHDAY|BYMONTH|BYSETPOS|BYWEEKNO|BYYEARDAY)$/;
const frequencies = new Set(['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']);

function readParts(rule: string): Parts {
  const text = rule
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .replace(/;$/, '');
  const parts = new Map<string, string>();
  for (const part of text.split(';')) {
    const [name = '', value = '', ...more] = part.split('=');
    if (!known.test(name) || value === '' || more.length > 0 || parts.has(name)) throw invalid();
    parts.set(name, value);
  }
  const counts = ['INTERVAL', 'COUNT'].map((name) => parts.get(name)).filter((value) => value !== undefined);
  if (!frequencies.has(parts.get('FREQ') ?? '')) throw invalid();
  if (counts.some((value) => !/^[1-9]\d{0,3}$/.test(value))) throw invalid();
  if (!/^(\d{8}(T\d{6}Z?)?)?$/.test(parts.get('UNTIL') ?? '')) throw invalid();
  if (parts.has('COUNT') && parts.has('UNTIL')) throw invalid();
  return parts;
}

function parse(parts: Parts) {
  try {
    const options = RRule.parseString([...parts].map(([name, value]) => `${name}=${value}`).join(';'));
    // The library takes some nonsense without complaint and stumbles over it only when it makes the rule.
    if (new RRule({ ...options, dtstart: momentOf('2026-01-01') }).options.interval < 1) throw invalid();
    if (options.until && Number.isNaN(options.until.getTime())) throw invalid();
    return options;
  } catch {
    throw invalid();
  }
}

function invalid() {
  return refuse('commitments.rule-invalid', { field: 'recurrence' });
}

function reachesBeyond(options: { count?: number | null; until?: Date | null }, found: number): boolean {
  return typeof options.count === 'number' && found < options.count;
}
