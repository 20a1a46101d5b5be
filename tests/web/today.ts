import { addCalendarDays } from '#domain/shared/calendar.ts';

// The fictional country keeps Panama's time.
const zones = { PA: 'America/Panama', CR: 'America/Costa_Rica', XA: 'America/Panama' } as const;

/**
 * The day it is in a country of the tests, or so many days after it. Nothing that people register lies in their
 * tomorrow, and when the clock of the machine is past midnight in Greenwich, it is still yesterday there.
 */
export function dayIn(country: keyof typeof zones, days = 0): string {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zones[country] } as const;
  return addCalendarDays(new Intl.DateTimeFormat('sv-SE', parts).format(new Date()), days);
}

/** The moment so many days from now. */
export function momentAfter(days: number): Date {
  return new Date(Date.now() + days * 86_400_000);
}
