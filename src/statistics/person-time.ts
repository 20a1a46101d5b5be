/** The people of one period: how many lived there at its middle, and for how many years it lasted. */
export type PeriodAtRisk = { readonly population: number; readonly years: number };

/**
 * Person-time of several periods, in person-years: the denominator of a rate by year.
 *
 * Formula: N = Σ population at the middle of the period × its length in years. A quarter is 0.25 of a year.
 *
 * Source: Rothman, Greenland & Lash (2008), Modern Epidemiology, chapter 3.
 *
 * Assumes: the population changes evenly within a period, so that its middle stands for it. People who only pass through
 * (commerce, ports, tourism) are not in it: say which denominator was used.
 * @example
 * personTime([{ population: 8000, years: 1 }, { population: 8200, years: 0.5 }]) // 12100
 */
export function personTime(periods: readonly PeriodAtRisk[]): number {
  return periods.reduce((sum, { population, years }) => {
    if (!(population >= 0) || !(years > 0)) throw new RangeError('a period needs people and a length');
    return sum + population * years;
  }, 0);
}
