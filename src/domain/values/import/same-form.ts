/** The share of one another's elements from which on two files are of one form: some leave out what is zero, some bring one more. */
const leastShare = 0.5;

/** The remembered form whose elements a file shares most of; null where none is near. Of several alike the first is meant. */
export function formOf<Form extends { readonly elements: readonly string[] }>(
  remembered: readonly Form[],
  elements: readonly string[],
): Form | null {
  const shares = remembered.map((form) => ({ form, share: shareOf(form.elements, elements) }));
  const nearest = Math.max(0, ...shares.map(({ share }) => share));
  if (nearest < leastShare) return null;
  return shares.find(({ share }) => share === nearest)?.form ?? null;
}

function shareOf(one: readonly string[], other: readonly string[]): number {
  const known = new Set(one);
  const shared = new Set(other.filter((element) => known.has(element))).size;
  const least = Math.min(known.size, new Set(other).size);
  return least === 0 ? 0 : shared / least;
}
