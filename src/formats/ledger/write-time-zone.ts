import { offsetAt } from '#domain/shared/calendar.ts';

const dayInMs = 86_400_000;

/**
 * A zone as iCalendar wants it written out (RFC 5545, 3.6.5): its offset, and each change of clocks from a year ago to two years from now.
 */
export function writeTimeZone(timeZone: string, now: Date): string {
  const from = Date.UTC(now.getUTCFullYear() - 1, 0, 1);
  const to = Date.UTC(now.getUTCFullYear() + 3, 0, 1);
  const usual = Math.min(offsetAt(from, timeZone), offsetAt(from + 182 * dayInMs, timeZone));
  const first = offsetAt(from, timeZone);
  const lines = ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...observance(from, first, first, usual)];
  for (const { at, before, after } of changesOf(timeZone, from, to))
    lines.push(...observance(at, before, after, usual));
  return [...lines, 'END:VTIMEZONE'].join('\r\n');
}

function observance(at: number, before: number, after: number, usual: number): string[] {
  const kind = after > usual ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${kind}`,
    `DTSTART:${localTime(at + before)}`,
    `TZOFFSETFROM:${offsetText(before)}`,
    `TZOFFSETTO:${offsetText(after)}`,
    `END:${kind}`,
  ];
}

/** The instants at which a zone's clocks change, found day by day and then to the second. */
function changesOf(timeZone: string, from: number, to: number) {
  const changes: { at: number; before: number; after: number }[] = [];
  for (let day = from; day < to; day += dayInMs) {
    const before = offsetAt(day, timeZone);
    const after = offsetAt(day + dayInMs, timeZone);
    if (before === after) continue;
    let low = day;
    let high = day + dayInMs;
    while (high - low > 1000) {
      const middle = low + Math.floor((high - low) / 2000) * 1000;
      if (offsetAt(middle, timeZone) === before) low = middle;
      else high = middle;
    }
    changes.push({ at: high, before, after });
  }
  return changes;
}

function localTime(instant: number): string {
  return new Date(instant).toISOString().replaceAll(/[-:]|\.\d{3}Z/g, '');
}

function offsetText(offset: number): string {
  const minutes = Math.abs(offset) / 60_000;
  const two = (part: number) => String(Math.trunc(part)).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(minutes / 60)}${two(minutes % 60)}`;
}
