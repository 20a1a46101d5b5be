import { offsetAt } from '#domain/shared/calendar.ts';

/** Hours of the day in which somebody wants no mail, `20:00` to `07:00`; the same hour twice stands for none. */
export type QuietHours = { readonly from: string; readonly to: string };

const minute = 60_000;
const minutesADay = 1440;

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** The moment at which quiet ends for whoever is in it now; null outside it. Hours are those of the person's own clock. */
export function quietUntil(hours: QuietHours, timeZone: string, now: Date): Date | null {
  const from = minutesOf(hours.from);
  const to = minutesOf(hours.to);
  const local = now.getTime() + offsetAt(now.getTime(), timeZone);
  const at = Math.floor(local / minute) % minutesADay;
  const isQuiet = from <= to ? from <= at && at < to : at >= from || at < to;
  if (!isQuiet) return null;
  const left = (to - at + minutesADay) % minutesADay;
  return new Date(Math.floor(now.getTime() / minute) * minute + left * minute);
}
