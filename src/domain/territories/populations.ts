export const populationMethods = ['census', 'estimate', 'derived'] as const;
export type PopulationMethod = (typeof populationMethods)[number];

/** More than live in any country; a number beyond it is a slip. */
export const mostPeople = 2_000_000_000;

/**
 * How many people live in a territory, by one source in one year. Either its own figure, or one that it shares:
 * then `people` is null and `shared` names every territory that the figure is of.
 */
export type PopulationFigure = {
  readonly code: string;
  readonly year: number;
  readonly people: number | null;
  readonly shared: { readonly codes: readonly string[]; readonly people: number } | null;
  /** Its people are also in the figure of the territory that it was split from. */
  readonly countedElsewhere: boolean;
  readonly method: PopulationMethod;
};

/** A sum over territories: how many people, and of which territories nothing is known. */
export type PopulationSum = { readonly people: number; readonly missing: readonly string[] };

/** The codes of a joint figure as they are written, `0303+0306`. */
export function parseSharedWith(text: string): readonly string[] {
  return text.split('+').map((code) => code.trim());
}

/** The codes of a joint figure in their one spelling. */
export function writeSharedWith(codes: readonly string[]): string {
  return [...new Set(codes)].sort().join('+');
}

/**
 * Adds up the figures of the parts of a territory, of one year and source. A joint figure counts once, and only where all that share it
 * are among the parts; what is counted elsewhere is left out. A part without a figure is named, so that nobody takes the sum for whole.
 */
export function sumPopulations(
  parts: readonly string[],
  figures: readonly PopulationFigure[],
): PopulationSum {
  const wanted = new Set(parts);
  const byCode = new Map(figures.map((figure) => [figure.code, figure]));
  const joint = new Set<string>();
  const missing: string[] = [];
  let people = 0;
  for (const code of wanted) {
    const figure = byCode.get(code);
    if (figure?.people != null) {
      if (!figure.countedElsewhere) people += figure.people;
    } else if (figure?.shared && figure.shared.codes.every((one) => wanted.has(one))) {
      const name = writeSharedWith(figure.shared.codes);
      if (!joint.has(name)) people += figure.shared.people;
      joint.add(name);
    } else {
      missing.push(code);
    }
  }
  return { people, missing };
}

/** The figure to show first: the latest year, a count before an estimate. */
export function latestFigure<T extends { readonly year: number; readonly method: PopulationMethod }>(
  figures: readonly T[],
): T | undefined {
  const order = (figure: T) => populationMethods.indexOf(figure.method);
  return figures.toSorted((one, other) => other.year - one.year || order(one) - order(other))[0];
}
