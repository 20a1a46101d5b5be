import { currencyTotals } from '#domain/plans/budget.ts';
import type { ActionContent, PlanContent } from '#domain/plans/plan-content.ts';
import type { Progress } from '#domain/plans/progress.ts';
import type { PlanKind, PlanStanding } from '#domain/plans/vocabulary.ts';
import type { TableColumn, TableRow } from '#formats/tables/index.ts';
import { sentences, type Language } from '#words/index.ts';

const keys = [
  'plan',
  'owner',
  'territory',
  'kind',
  'standing',
  'edition',
  'example',
  'programme',
  'action',
  'progress',
  'progress_reason',
  'places',
  'from',
  'to',
  'need',
  'no_need_reason',
  'lines',
  'no_line_reason',
  'violence',
  'prevention_level',
  'groups',
  'size',
  'women',
  'youth',
  'indigenous',
  'responsible',
  'partners',
  'outputs',
  'budget',
  'poa_code',
] as const;
type ColumnKey = (typeof keys)[number];

const numbers: readonly ColumnKey[] = ['edition', 'size', 'women', 'youth', 'indigenous'];
const days: readonly ColumnKey[] = ['from', 'to'];

const word = (language: Language, key: string): string => sentences[language][key] ?? key;

/** What the sheet of plans is called. */
export function planSheetName(language: Language): string {
  return word(language, 'plans.sheet');
}

/** The columns of the sheet of plans: one row for each action. */
export function planTableColumns(language: Language): TableColumn[] {
  return keys.map((key) => ({
    key,
    header: word(language, `plans.column.${key}`),
    kind: numbers.includes(key) ? 'number' : days.includes(key) ? 'day' : 'text',
  }));
}

type Head = {
  readonly title: string;
  readonly owner: { readonly name: string };
  readonly territory: { readonly reference: string };
  readonly kind: PlanKind;
  readonly standing: PlanStanding;
  readonly edition: number;
  readonly example: boolean;
};

/** A plan as rows: its head beside each action; a plan without actions has one row of its own. */
export function rowsOfPlan(
  head: Head,
  plan: PlanContent,
  progress: ReadonlyMap<string, Progress>,
  language: Language,
): TableRow[] {
  const common = {
    plan: head.title,
    owner: head.owner.name,
    territory: head.territory.reference,
    kind: word(language, `plans.kind.${head.kind}`),
    standing: word(language, `plans.standing.${head.standing}`),
    edition: head.edition,
    example: head.example ? word(language, 'plans.example') : null,
  };
  if (plan.actions.length === 0) return [common];
  const programmes = new Map(plan.programmes.map((one) => [one.id, one.title]));
  return plan.actions.map((action) => ({
    ...common,
    programme: programmes.get(action.programmeId ?? '') ?? null,
    ...rowOfProgress(progress.get(action.id), language),
    ...rowOfAction(action, language),
  }));
}

// Of a former edition nobody says how far its actions have got.
function rowOfProgress(progress: Progress | undefined, language: Language): TableRow {
  if (!progress) return { progress: null, progress_reason: null };
  const { standing, reason } = progress;
  return { progress: word(language, `plans.progress.${standing}`), progress_reason: reason };
}

function rowOfAction(action: ActionContent, language: Language): TableRow {
  const listed = (prefix: string, values: readonly string[]) =>
    values.map((value) => word(language, `${prefix}.${value}`)).join('; ');
  const one = (prefix: string, value: string | null) => (value === null ? null : listed(prefix, [value]));
  const responsible = [
    action.responsibleOrganisation?.name,
    action.responsibleStructure?.name,
    action.responsibleOffice,
  ];
  return {
    action: action.title,
    places: action.places.map(({ reference, name }) => `${reference} ${name}`).join('; '),
    from: action.periodFrom,
    to: action.periodTo,
    need: action.need?.problem ?? null,
    no_need_reason: action.noNeedReason,
    lines: action.lines.map(({ code, title }) => (code === null ? title : `${code} ${title}`)).join('; '),
    no_line_reason: action.noLineReason,
    violence: one('diagnosis.violence', action.violence),
    prevention_level: one('strategy.prevention-level', action.preventionLevel),
    groups: listed('diagnosis.group', action.targetGroups),
    size: action.targetSize,
    women: action.targetWomen,
    youth: action.targetYouth,
    indigenous: action.targetIndigenous,
    responsible: responsible.filter(Boolean).join(', '),
    partners: action.partners.map((partner) => partner.organisation.name).join('; '),
    outputs: action.outputs.map((output) => outputText(output)).join('; '),
    budget: currencyTotals(action.budget)
      .map(({ currency, cash, inKind }) => `${currency} ${cash} + ${inKind}`)
      .join('; '),
    poa_code: action.poaCode,
  };
}

function outputText({ title, unit, quantity }: ActionContent['outputs'][number]): string {
  return [quantity, unit, title].filter((part) => part !== null).join(' ');
}
