/**
 * How figures of an indicator are put together. Words: `indicators.composition.<composition>`.
 * `count` adds over places, time and groups; `stock` over places and groups, of time the last; `ratio` is made anew from its two parts;
 * `distinct` (different persons) and `estimate` (of a sample) are never added; `computed` is worked out by the system itself.
 */
export const compositions = ['count', 'stock', 'ratio', 'distinct', 'estimate', 'computed'] as const;
export type Composition = (typeof compositions)[number];

/** What one wishes for: more, less, about the same, or nothing either way. Words: `indicators.direction.<direction>`. */
export const directions = ['up', 'down', 'keep', 'none'] as const;
export type Direction = (typeof directions)[number];

/** What an indicator is about, in the order of the list. Words: `indicators.topic.<topic>`. */
export const topics = [
  'lethal-violence',
  'domestic-violence',
  'sexual-violence',
  'childhood',
  'liberty',
  'property',
  'self-harm',
  'road-safety',
  'victimisation',
  'perception',
  'trust',
  'justice',
  'education',
  'coordination',
  'population',
  'other',
] as const;
export type Topic = (typeof topics)[number];

/** What is counted, one by one. Words: `indicators.counting-unit.<unit>`. */
export const countingUnits = [
  'victims',
  'deaths',
  'complaints',
  'incidents',
  'cases',
  'persons',
  'respondents',
  'vehicles',
  'infractions',
  'tests',
  'commitments',
  'sessions',
  'actions',
  'territories',
  'seats',
  'reports',
  'other',
] as const;
export type CountingUnit = (typeof countingUnits)[number];

/** Sets of indicators that are known by a name; another is a text of one's own. Words: `indicators.framework.<framework>`. */
export const frameworks = ['ses', 'sdg', 'process', 'national'] as const;
export type Framework = (typeof frameworks)[number];

/** Words: `indicators.standing.<standing>`. */
export const indicatorStandings = ['draft', 'current', 'retired'] as const;
export type IndicatorStanding = (typeof indicatorStandings)[number];

/** Of what a ratio is: the people of the territory in that year, or another indicator. */
export const denominators = ['population', 'indicator'] as const;
export type Denominator = (typeof denominators)[number];

/** Words: `indicators.target-kind.<kind>`. */
export const targetKinds = ['baseline', 'target'] as const;
export type TargetKind = (typeof targetKinds)[number];
