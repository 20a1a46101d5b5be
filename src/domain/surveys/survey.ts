/** What is estimated of an answer: the share of people who gave one of some answers, or the mean of numbers. Words: `surveys.estimate.<kind>`. */
export const estimateKinds = ['share', 'mean'] as const;
export type EstimateKind = (typeof estimateKinds)[number];

export type SurveyQuestion = {
  /** The column of the file. */
  readonly column: string;
  readonly label: string;
  readonly indicator: string;
  readonly kind: EstimateKind;
  /** Of a share: the answers that count as yes. */
  readonly counted: readonly string[];
  /** The answers that count at all; empty: every one that was given. */
  readonly valid: readonly string[];
};

export type SurveyDesign = {
  /** Columns of the file; null where everybody weighs the same, where there are no strata, where people were drawn one by one. */
  readonly weight: string | null;
  readonly stratum: string | null;
  readonly cluster: string | null;
  /** Which rows are this survey's, where a file holds several: all of these. */
  readonly only: readonly { readonly column: string; readonly value: string }[];
  /** Where people were asked, and which answer means which territory. */
  readonly territory: {
    readonly column: string;
    readonly codes: Readonly<Record<string, string>>;
  } | null;
  /** Groups of people, and which answer means which category of a dimension. */
  readonly groups: readonly {
    readonly column: string;
    readonly dimension: string;
    readonly codes: Readonly<Record<string, string>>;
  }[];
};

/** One row of a file: its cells by column. It lives as long as the reading of the file. */
export type AnswerRow = Readonly<Record<string, string>>;

/** The columns that a survey needs of its file. */
export function columnsOf(design: SurveyDesign, questions: readonly SurveyQuestion[]): string[] {
  const { weight, stratum, cluster, only, territory, groups } = design;
  const named = [weight, stratum, cluster, territory?.column ?? null].filter((column) => column !== null);
  return [
    ...new Set([
      ...named,
      ...only.map(({ column }) => column),
      ...groups.map(({ column }) => column),
      ...questions.map(({ column }) => column),
    ]),
  ];
}
