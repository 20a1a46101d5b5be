import { isIndicatorCode } from '#domain/compliance/indicators.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import { adds } from './composition.ts';
import { indicatorCodePattern, isIccsCode, isSdgCode } from './codes.ts';
import type { PeriodKind } from './period.ts';
import { refuse } from './refusals.ts';
import type { Composition, CountingUnit, Denominator, Direction, Topic } from './vocabulary.ts';

/** A dimension into which an indicator is broken down, and whether every series of it must be. */
export type IndicatorDimension = { readonly dimension: string; readonly isRequired: boolean };

/** What is said of an indicator besides its definition. Parts are named by their code. */
export type IndicatorFields = {
  readonly code: string;
  readonly title: string;
  readonly titleEn: string | null;
  readonly topic: Topic;
  readonly composition: Composition;
  readonly unit: string;
  readonly unitEn: string | null;
  readonly decimals: number;
  readonly direction: Direction;
  /** People or incidents: small numbers are protected. */
  readonly countsPeople: boolean;
  readonly countingUnit: CountingUnit | null;
  readonly numerator: string | null;
  readonly denominatorKind: Denominator | null;
  readonly denominator: string | null;
  /** What holds it: everything that it counts, that one counts too, as homicides hold femicides. */
  readonly whole: string | null;
  readonly multiplier: number;
  readonly finestPeriod: PeriodKind;
  readonly lowBound: number | null;
  readonly highBound: number | null;
  /** Of a computed indicator: the rule that computes it. */
  readonly rule: string | null;
  readonly framework: string | null;
  readonly sdgCodes: readonly string[];
  readonly iccsCodes: readonly string[];
  readonly dimensions: readonly IndicatorDimension[];
};

/** What one wording of a definition says. */
export type DefinitionFields = {
  readonly definition: string;
  readonly definitionEn: string | null;
  readonly numeratorWords: string | null;
  readonly numeratorWordsEn: string | null;
  readonly denominatorWords: string | null;
  readonly denominatorWordsEn: string | null;
  readonly method: string | null;
  readonly methodEn: string | null;
  readonly limits: string | null;
  readonly limitsEn: string | null;
  /** False: general knowledge of the field, not read in the document of its source. */
  readonly isVerified: boolean;
};

/** What a ratio may be made of, as far as whoever writes it may know: each by its code. */
export type KnownParts = ReadonlyMap<string, Composition>;

/** What is wrong with an indicator as it was written, every fault with its field. */
export function problemsOfIndicator(
  indicator: IndicatorFields,
  known: {
    readonly parts: KnownParts;
    readonly dimensions: ReadonlySet<string>;
    /** Of what each is part. */
    readonly wholes: ReadonlyMap<string, string | null>;
  },
): Problem[] {
  const problems: Problem[] = [];
  const fault = (code: string, field: string, given?: string) =>
    problems.push({ code, field, ...(given === undefined ? {} : { values: { given } }) });
  if (!indicatorCodePattern.test(indicator.code)) fault('indicators.not-a-code', 'code');
  const { lowBound, highBound } = indicator;
  if (lowBound !== null && highBound !== null && highBound < lowBound)
    fault('indicators.bounds-crossed', 'highBound');
  for (const code of indicator.sdgCodes)
    if (!isSdgCode(code)) fault('indicators.not-an-sdg-code', 'sdgCodes', code);
  for (const code of indicator.iccsCodes)
    if (!isIccsCode(code)) fault('indicators.not-an-iccs-code', 'iccsCodes', code);
  for (const { dimension } of indicator.dimensions)
    if (!known.dimensions.has(dimension)) fault('indicators.unknown-dimension', 'dimensions', dimension);
  return [
    ...problems,
    ...problemsOfParts(indicator, known.parts),
    ...problemsOfWhole(indicator, known),
    ...problemsOfRule(indicator),
  ];
}

/** What is part of something adds up, as that does; and nothing is part of itself, by whatever way round. */
function problemsOfWhole(
  { code, composition, whole }: IndicatorFields,
  { parts, wholes }: Pick<Parameters<typeof problemsOfIndicator>[1], 'parts' | 'wholes'>,
): Problem[] {
  if (whole === null) return [];
  const problem = (name: string) => [{ code: name, field: 'whole', values: { given: whole } }];
  const found = parts.get(whole);
  if (found === undefined) return problem('indicators.unknown-part');
  if (!adds(composition) || !adds(found)) return problem('indicators.whole-does-not-add');
  const over = new Set<string>();
  for (let one: string | null = whole; one !== null && !over.has(one); one = wholes.get(one) ?? null) {
    if (one === code) return problem('indicators.whole-in-circle');
    over.add(one);
  }
  return [];
}

/** Indicators in an order in which whatever one is made or part of comes before it. */
export function partsLast<One>(
  all: readonly One[],
  fieldsOf: (one: One) => Pick<IndicatorFields, 'code' | 'composition' | 'whole'>,
): One[] {
  const wholes = new Map(all.map((one) => [fieldsOf(one).code, fieldsOf(one).whole]));
  const depthOf = (one: One): number => {
    const { composition, whole } = fieldsOf(one);
    if (composition === 'ratio') return all.length;
    let depth = 0;
    for (let over = whole; over !== null && depth < all.length; over = wholes.get(over) ?? null) depth += 1;
    return depth;
  };
  return all.toSorted((one, other) => depthOf(one) - depthOf(other));
}

/**
 * A ratio is made of two indicators that add up, so that it can be made anew for any place and time. As no ratio adds up, none can be
 * part of another, and none of itself.
 */
function problemsOfParts(indicator: IndicatorFields, parts: KnownParts): Problem[] {
  const { composition, numerator, denominatorKind, denominator } = indicator;
  if (composition !== 'ratio')
    return numerator === null && denominatorKind === null && denominator === null
      ? []
      : [{ code: 'indicators.parts-without-ratio', field: 'numerator' }];
  const problems: Problem[] = [];
  const look = (code: string | null, field: string) => {
    const found = code === null ? undefined : parts.get(code);
    if (code === null) problems.push({ code: 'indicators.part-missing', field });
    else if (found === undefined)
      problems.push({ code: 'indicators.unknown-part', field, values: { given: code } });
    else if (!adds(found) || code === indicator.code)
      problems.push({ code: 'indicators.part-does-not-add', field, values: { given: code } });
  };
  look(numerator, 'numerator');
  if (denominatorKind === null) problems.push({ code: 'indicators.part-missing', field: 'denominatorKind' });
  if (denominatorKind === 'indicator') look(denominator, 'denominator');
  if (denominatorKind === 'population' && denominator !== null)
    problems.push({ code: 'indicators.denominator-twice', field: 'denominator' });
  return problems;
}

function problemsOfRule({ composition, rule, countsPeople }: IndicatorFields): Problem[] {
  if (composition !== 'computed')
    return rule === null ? [] : [{ code: 'indicators.rule-without-computing', field: 'rule' }];
  if (rule === null || !isIndicatorCode(rule))
    return [{ code: 'indicators.unknown-rule', field: 'rule', values: { given: rule ?? '' } }];
  // What the system computes is about commitments, meetings and plans: nobody is protected by hiding it.
  return countsPeople ? [{ code: 'indicators.computed-counts-nobody', field: 'countsPeople' }] : [];
}

/** @throws Refusal `indicators.incomplete`, with every fault and its field */
export function refuseIncomplete(...[indicator, known]: Parameters<typeof problemsOfIndicator>): void {
  const problems = problemsOfIndicator(indicator, known);
  if (problems.length > 0) throw refuse('indicators.incomplete', { problems });
}

/** What figures already told would mean something else by: fixed once there is a series. */
const meaning = [
  'composition',
  'unit',
  'countingUnit',
  'numerator',
  'denominatorKind',
  'denominator',
  'multiplier',
] as const satisfies readonly (keyof IndicatorFields)[];

/** Why what is used is not made into something else under its figures; its words may be redefined. */
export function problemsOfMeaning(
  before: IndicatorFields,
  after: IndicatorFields,
  uses: { readonly series: number; readonly ratios: number },
): Problem[] {
  const changed = meaning.find((field) => before[field] !== after[field]);
  if (uses.series > 0 && changed) return [{ code: 'indicators.figures-there', field: changed }];
  if (uses.ratios > 0 && !adds(after.composition))
    return [{ code: 'indicators.part-there', field: 'composition' }];
  return [];
}

/** @throws Refusal `indicators.has-figures`, `indicators.is-part` */
export function refuseChangeOfMeaning(...asked: Parameters<typeof problemsOfMeaning>): void {
  const [problem] = problemsOfMeaning(...asked);
  if (problem)
    throw refuse(
      problem.code === 'indicators.part-there' ? 'indicators.is-part' : 'indicators.has-figures',
      problem.field === undefined ? {} : { field: problem.field },
    );
}

/** The fields in which two versions of an indicator differ. */
export function changedFieldsOf(before: IndicatorFields, after: IndicatorFields): (keyof IndicatorFields)[] {
  return (Object.keys(after) as (keyof IndicatorFields)[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
}

/** The words in which two wordings of a definition differ. */
export function changedWordsOf(
  before: DefinitionFields,
  after: DefinitionFields,
): (keyof DefinitionFields)[] {
  return (Object.keys(unworded) as (keyof DefinitionFields)[]).filter(
    (field) => before[field] !== after[field],
  );
}

/** A definition that says nothing yet. */
export const unworded: DefinitionFields = {
  definition: '',
  definitionEn: null,
  numeratorWords: null,
  numeratorWordsEn: null,
  denominatorWords: null,
  denominatorWordsEn: null,
  method: null,
  methodEn: null,
  limits: null,
  limitsEn: null,
  isVerified: true,
};
