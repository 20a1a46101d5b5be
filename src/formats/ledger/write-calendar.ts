import { ICalAlarmType, ICalCalendar, ICalCalendarMethod } from 'ical-generator';
import { addCalendarDays } from '#domain/shared/calendar.ts';
import { voiceOf, type Language } from '#words/index.ts';
import { writeTimeZone } from './write-time-zone.ts';

/** A due date as a calendar needs it. Offices and organisations only: nobody's name leaves with it. */
export type CalendarEntry = {
  readonly id: string;
  readonly commitmentId: string;
  readonly what: string;
  readonly example: boolean;
  readonly dueOn: string;
  readonly state: string;
  readonly days: number | null;
  readonly action: string;
  readonly obligor: { readonly name: string };
  readonly territory: { readonly name: string };
  readonly agreement: { readonly title: string } | null;
};

/**
 * Due dates as all-day events with two alarms: a week before, and in the morning of the day before. The zone of the country is written out,
 * since programs that know no zone names take the day from it.
 */
export function writeCalendar(
  entries: readonly CalendarEntry[],
  at: { readonly language: Language; readonly timeZone: string; readonly now: Date; readonly origin: string },
): Uint8Array {
  const say = voiceOf(at.language);
  const calendar = new ICalCalendar({
    name: say('ledger.calendar-name'),
    prodId: { company: 'Articula', product: 'Articula', language: at.language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    timezone: { name: at.timeZone, generator: (zone) => writeTimeZone(zone, at.now) },
    ttl: 3600,
  });
  for (const entry of entries) {
    const days = Math.abs(entry.days ?? 0);
    const event = calendar.createEvent({
      id: `${entry.id}@articula`,
      start: midnight(entry.dueOn),
      end: midnight(addCalendarDays(entry.dueOn, 1)),
      allDay: true,
      stamp: at.now,
      summary: entry.example ? `${say('ledger.example')}: ${entry.what}` : entry.what,
      location: entry.territory.name,
      url: `${at.origin}/compromisos/${entry.commitmentId}`,
      description: [
        say.dynamic(`ledger.state-of.${entry.state}`, { days }),
        say.dynamic(`ledger.action.${entry.action}`),
        `${say('ledger.column.obligor')}: ${entry.obligor.name}`,
        ...(entry.agreement ? [`${say('ledger.column.agreement')}: ${entry.agreement.title}`] : []),
      ].join('\n'),
    });
    for (const before of alarms)
      event.createAlarm({ type: ICalAlarmType.display, trigger: before, description: entry.what });
  }
  return new TextEncoder().encode(calendar.toString());
}

const hour = 3600;
/** Seconds before the day begins: nine in the morning of the day before, and of the day a week before. */
const alarms = [15 * hour, (6 * 24 + 15) * hour];

function midnight(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date);
}
