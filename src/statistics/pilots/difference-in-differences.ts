/** What was measured before and after in a group, by period. */
export type BeforeAndAfter = { readonly before: readonly number[]; readonly after: readonly number[] };

/**
 * How much more a pilot changed than those it is compared with: difference in differences of means. In the measure's unit.
 *
 * Formula: (Ȳ_T,after − Ȳ_T,before) − (Ȳ_C,after − Ȳ_C,before), the comparison being the mean of the others, each counting the same.
 *
 * Source: Card & Krueger (1994), American Economic Review 84:772-793; Angrist & Pischke (2009), Mostly Harmless Econometrics, chapter 5.
 *
 * Assumes: without the pilot both would have changed alike: look at the years before. With one pilot there is no honest standard error: compare with
 * `placeboRank`. Say "compatible with", never "proved".
 * @example
 * differenceInDifferences({ before: [20.44], after: [21.03] }, [{ before: [23.33], after: [21.17] }]) // 2.75
 */
export function differenceInDifferences(pilot: BeforeAndAfter, others: readonly BeforeAndAfter[]): number {
  if (others.length === 0) throw new RangeError('nothing to compare with');
  const changeOf = ({ before, after }: BeforeAndAfter) => meanOf(after) - meanOf(before);
  return changeOf(pilot) - meanOf(others.map(changeOf));
}

function meanOf(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('no period');
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
