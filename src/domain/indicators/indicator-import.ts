import type { Problem } from '#domain/shared/refusal.ts';
import {
  changedFieldsOf,
  changedWordsOf,
  problemsOfIndicator,
  problemsOfMeaning,
  unworded,
  type DefinitionFields,
  type IndicatorFields,
} from './indicator.ts';
import type { Uses } from './indicator-standing.ts';
import type { Composition } from './vocabulary.ts';

type Said<Fields> = { readonly [Field in keyof Fields]: Fields[Field] | null };

/** A row of a file. What is null says nothing, so it erases nothing. */
export type IndicatorDraft = {
  readonly row: number;
  readonly said: Said<Omit<IndicatorFields, 'code' | 'rule'>> & { readonly code: string };
  readonly worded: Said<DefinitionFields>;
};

/** An indicator that is there, as far as an import needs it. */
export type KnownIndicator = {
  readonly fields: IndicatorFields;
  readonly definition: DefinitionFields;
  readonly uses: Uses;
  readonly mayEdit: boolean;
};

export type IndicatorOutcome = {
  readonly row: number;
  readonly outcome: 'create' | 'change' | 'same';
  readonly code: string;
  readonly title: string;
  readonly fields: readonly string[];
};

/** One change: the indicator as it will be said, and its wording where that changes. */
export type IndicatorImportChange = {
  readonly code: string;
  readonly isNew: boolean;
  readonly fields: IndicatorFields;
  readonly definition: DefinitionFields;
  readonly isReworded: boolean;
};

/** What is there: how each indicator adds up, and of what it is part. */
type Standing = {
  readonly parts: ReadonlyMap<string, Composition>;
  readonly wholes: ReadonlyMap<string, string | null>;
};

/** What the rows of a file do to the indicators that are there, with every fault at once. */
export function planIndicatorImport(
  drafts: readonly IndicatorDraft[],
  known: ReadonlyMap<string, KnownIndicator>,
  there: Standing,
  dimensions: ReadonlySet<string>,
) {
  const problems: Problem[] = [];
  const outcomes: IndicatorOutcome[] = [];
  const changes: IndicatorImportChange[] = [];
  const merged = drafts.map((draft) => ({ draft, ...mergeDraft(draft, known.get(draft.said.code)) }));
  const all = afterwards(
    merged.map(({ fields }) => fields),
    there,
  );
  const seen = new Set<string>();
  for (const { draft, fields, definition } of merged) {
    const before = known.get(fields.code);
    const faults = [
      ...(seen.has(fields.code)
        ? [{ code: 'indicators.row-repeated', field: 'code', values: { given: fields.code } }]
        : []),
      ...problemsOfRow(draft, before),
      ...problemsOfIndicator(fields, { ...all, dimensions }),
      ...problemsOfChange(before, fields),
    ];
    seen.add(fields.code);
    problems.push(...faults.map((fault) => ({ ...fault, row: draft.row })));
    const changed = before ? changedFieldsOf(before.fields, fields) : [];
    const reworded = before ? changedWordsOf(before.definition, definition) : [];
    const isSame = before !== undefined && changed.length + reworded.length === 0;
    outcomes.push({
      row: draft.row,
      outcome: before ? (isSame ? 'same' : 'change') : 'create',
      code: fields.code,
      title: fields.title,
      fields: [...changed, ...reworded],
    });
    if (!isSame)
      changes.push({
        code: fields.code,
        isNew: before === undefined,
        fields,
        definition,
        isReworded: reworded.length > 0,
      });
  }
  return { problems, outcomes, changes };
}

function afterwards(rows: readonly IndicatorFields[], there: Standing): Standing {
  return {
    parts: new Map([...there.parts, ...rows.map((row) => [row.code, row.composition] as const)]),
    wholes: new Map([...there.wholes, ...rows.map((row) => [row.code, row.whole] as const)]),
  };
}

function problemsOfRow({ said, worded }: IndicatorDraft, there: KnownIndicator | undefined): Problem[] {
  if (there)
    return there.mayEdit
      ? []
      : [{ code: 'indicators.not-yours', field: 'code', values: { given: said.code } }];
  return [
    ...(['title', 'unit', 'topic', 'composition', 'direction', 'countsPeople'] as const).filter(
      (field) => said[field] === null,
    ),
    ...(worded.definition === null ? ['definition'] : []),
  ].map((field) => ({ code: 'indicators.cell-needed', field }));
}

function problemsOfChange(there: KnownIndicator | undefined, after: IndicatorFields): Problem[] {
  return there ? problemsOfMeaning(there.fields, after, there.uses) : [];
}

function mergeDraft({ said, worded }: IndicatorDraft, there: KnownIndicator | undefined) {
  const fields: IndicatorFields = {
    code: said.code,
    rule: there?.fields.rule ?? null,
    ...over(blank, there?.fields, said),
  };
  const definition = over(unworded, there?.definition, worded);
  // What says the same is as verified as it was.
  const isSameText =
    there !== undefined &&
    changedWordsOf(there.definition, { ...definition, isVerified: there.definition.isVerified }).length === 0;
  return {
    fields,
    definition: isSameText ? { ...definition, isVerified: there.definition.isVerified } : definition,
  };
}

/** What was said, else what was there, else what is meant where nothing is said. */
function over<Fields extends object>(
  otherwise: Fields,
  there: Fields | undefined,
  said: Said<Fields>,
): Fields {
  const entries = (Object.keys(otherwise) as (keyof Fields)[]).map(
    (field) => [field, said[field] ?? there?.[field] ?? otherwise[field]] as const,
  );
  return Object.fromEntries(entries) as Fields;
}

const blank: Omit<IndicatorFields, 'code' | 'rule'> = {
  title: '',
  titleEn: null,
  topic: 'other',
  composition: 'count',
  unit: '',
  unitEn: null,
  decimals: 0,
  direction: 'none',
  countsPeople: true,
  countingUnit: null,
  numerator: null,
  denominatorKind: null,
  denominator: null,
  whole: null,
  multiplier: 1,
  finestPeriod: 'year',
  lowBound: null,
  highBound: null,
  framework: null,
  sdgCodes: [],
  iccsCodes: [],
  dimensions: [],
};
