/** One way in which the population is known: the group of each respondent (null where they did not say), and the people in each group. */
export type Margin = {
  readonly groups: readonly (string | null)[];
  readonly population: Readonly<Record<string, number>>;
};

/** Weights in the order of the respondents, and whether they fit. */
export type RakedWeights = {
  readonly weights: readonly number[];
  readonly converged: boolean;
  readonly rounds: number;
  /** Groups that the population has and the sample does not: join them with others. */
  readonly unreached: readonly string[];
  /** How many answers the weighted ones are worth, (Σw)²/Σw². */
  readonly worth: number;
};

/**
 * Weights by which a sample agrees with the population in several groupings at once (sex, age, sector): raking; with one grouping, post-stratification.
 * People per respondent.
 *
 * Formula: in turn for each grouping, w ← w·(people in the group / weights in the group), until every weight stands to 10⁻⁹. Where some did not say,
 * the groups' people are taken down by the share of weights that said; who did not say keeps the weight that the other groupings give. A grouping
 * whose people do not sum to those of the first is taken by its shares.
 *
 * Source: Deming & Stephan (1940), On a least squares adjustment of a sampled frequency table, Annals of Mathematical Statistics 11:427-444;
 * Deville, Särndal & Sautory (1993), JASA 88:1013-1020.
 *
 * Assumes: within groups, who answered is like who did not. A phone poll that anybody may answer stays one: weights mend its make-up, not its choice.
 * @param base weights to begin with: 1 for each where all had the same chance
 * @param bounds the least and the most that a weight may be of the mean; cut after each round, so that the fit is then no longer exact
 * @example
 * raking([1, 1, 1], [{ groups: ['f', 'f', 'm'], population: { f: 50, m: 50 } }]).weights // [25, 25, 50]
 */
export function raking(
  base: readonly number[],
  margins: readonly Margin[],
  bounds: { readonly least: number; readonly most: number } | null = null,
): RakedWeights {
  if (margins.some(({ groups }) => groups.length !== base.length) || base.some((weight) => !(weight > 0)))
    throw new RangeError('a group and a positive weight for each respondent');
  const people = peopleOf(margins);
  const scale = people / base.reduce((sum, weight) => sum + weight, 0);
  let weights = base.map((weight) => weight * scale);
  let converged = false;
  let rounds = 0;
  while (!converged && rounds < 500) {
    const before = weights;
    for (const margin of margins) weights = fitTo(weights, margin, people);
    if (bounds !== null) weights = cutTo(weights, bounds);
    converged = weights.every((weight, index) => Math.abs(weight - (before[index] ?? 0)) <= 1e-9 * weight);
    rounds += 1;
  }
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const worth = sum ** 2 / weights.reduce((total, weight) => total + weight ** 2, 0);
  return { weights, converged, rounds, unreached: unreachedBy(margins), worth };
}

/** How many people the first grouping knows of; the others are taken by their shares, so that sources of different years agree. */
function peopleOf(margins: readonly Margin[]): number {
  const sum = Object.values(margins[0]?.population ?? {}).reduce((total, people) => total + people, 0);
  if (!(sum > 0)) throw new RangeError('a grouping with people');
  return sum;
}

function fitTo(weights: readonly number[], { groups, population }: Margin, people: number): number[] {
  const sums = new Map<string, number>();
  let said = 0;
  weights.forEach((weight, index) => {
    const group = groups[index] ?? null;
    if (group === null) return;
    if (!((population[group] ?? 0) > 0)) throw new RangeError(`nobody lives in the group ${group}`);
    said += weight;
    sums.set(group, (sums.get(group) ?? 0) + weight);
  });
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const reached = [...sums.keys()].reduce((sum, group) => sum + (population[group] ?? 0), 0);
  const scale = (people / reached) * (said / all);
  return weights.map((weight, index) => {
    const group = groups[index] ?? null;
    return group === null ? weight : (weight * (population[group] ?? 0) * scale) / (sums.get(group) ?? 1);
  });
}

function cutTo(weights: readonly number[], { least, most }: { least: number; most: number }): number[] {
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  return weights.map((weight) => Math.min(most * mean, Math.max(least * mean, weight)));
}

function unreachedBy(margins: readonly Margin[]): readonly string[] {
  return margins.flatMap(({ groups, population }) =>
    Object.entries(population)
      .filter(([group, people]) => people > 0 && !groups.includes(group))
      .map(([group]) => group),
  );
}
