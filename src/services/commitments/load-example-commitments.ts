import { findParents } from '#database/actors/organisation-views.ts';
import { insertCommitments, insertDependencies } from '#database/commitments/commitment-store.ts';
import {
  defaultVerifier,
  obligedOf,
  qualityOf,
  refuseIncomplete,
  refuseOwnVerifier,
  type CommitmentTerms,
  type PartyRef,
} from '#domain/commitments/commitment.ts';
import { sideOf } from '#domain/commitments/sides.ts';
import type { AffectedGroup } from '#domain/diagnosis/vocabulary.ts';
import { addCalendarDays } from '#domain/shared/calendar.ts';
import type { Day } from '#domain/shared/dates.ts';
import { cell, type Example } from '#formats/actors/read-example.ts';
import type { Context, Transaction } from '../context.ts';
import type { ExampleNames } from '../planning/load-example-inventory.ts';
import { termsOf } from './add-commitments.ts';
import { getCommitmentRow, makeCommitmentFindable } from './commitment-deed.ts';
import { countingRule, courseByOutcome, readCourse } from './example-course.ts';
import { keepExampleCourses, type Course, type ExampleHome } from './keep-example-courses.ts';
import { dueDaysOf } from './place-commitment.ts';
import { concernedBy, findCircle, ownersOf, readParties, withStandingParties } from './resolve-parties.ts';

type Row = Example['commitments.csv'][number];

type Story = {
  readonly context: Context;
  readonly names: ExampleNames;
  readonly today: Day;
  readonly book: Awaited<ReturnType<typeof readParties>>;
  readonly parents: Map<string, string>;
  readonly outcomeOf: ReturnType<typeof countingRule>;
};

/** Opens the commitments of a country's example: they are entered agreement by agreement, and linked when all are there. */
export async function openExampleCommitments(
  tx: Transaction,
  context: Context,
  rows: readonly Row[],
  at: { readonly names: ExampleNames; readonly today: Day },
) {
  const { names, today } = at;
  const refs = rows.flatMap((row) => [partyOf(row, 'obligor', names), partyOf(row, 'beneficiary', names)]);
  const story: Story = {
    context,
    names,
    today,
    book: await readParties(tx, refs),
    parents: await findParents(tx, names.country),
    outcomeOf: countingRule(),
  };
  return {
    enter: async (home: ExampleHome): Promise<number> => {
      const own = rows.filter((row) => row['agreement'] === home.key);
      const circle = await findCircle(tx, home.id);
      for (const [position, row] of own.entries()) await enter(tx, story, { row, home, circle, position });
      return own.length;
    },
    link: async (): Promise<void> => {
      await insertDependencies(
        tx,
        rows.flatMap((row) => dependencyOf(row, names)),
      );
    },
  };
}

function dependencyOf(row: Row, names: ExampleNames) {
  const prerequisite = cell(row, 'depends_on');
  if (prerequisite === null) return [];
  return {
    commitment_id: names.idOf('commitment', row['key'] ?? ''),
    prerequisite_id: names.idOf('commitment', prerequisite),
    territory_id: names.territoryOf(cell(row, 'place')),
    reason: null,
  };
}

/** `minseg` is an organisation of the pack; `structure:mesa-0810` a structure of the example. */
function partyOf(row: Row, column: string, { idOf, organisationOf }: ExampleNames): PartyRef | null {
  const key = cell(row, column);
  if (key === null) return null;
  if (key.startsWith('structure:')) return { kind: 'structure', id: idOf('structure', key.slice(10)) };
  return { kind: 'organisation', id: organisationOf(key) ?? '' };
}

type Entry = {
  readonly row: Row;
  readonly home: ExampleHome;
  readonly circle: Awaited<ReturnType<typeof findCircle>>;
  readonly position: number;
};

async function enter(tx: Transaction, story: Story, { row, home, circle, position }: Entry): Promise<void> {
  const { names, book } = story;
  const id = names.idOf('commitment', row['key'] ?? '');
  const terms = settled(termsOfRow(row, story), story);
  const term = { from: home.from, to: home.to };
  const dueDays = dueDaysOf(terms, { term, until: home.to });
  const action = cell(row, 'action');
  const entered = {
    id,
    country: names.country,
    territoryId: home.territoryId,
    terms,
    agreementId: home.id,
    clauseId: null,
    planActionId: action && names.idOf('plan-action', action),
    quality: qualityOf(terms, true).score,
    standing: home.isAgreed ? 'agreed' : 'proposed',
    isPublic: home.isAgreed && home.isPublic,
    origin: 'pack',
    importRunId: null,
    rowKey: null,
    example: true,
    createdBy: null,
    ...ownersOf(concernedBy(terms, book, { territoryId: home.territoryId, ...circle })),
  };
  await insertCommitments(tx, [entered]);
  const courses = coursesOf(row, { terms, dueDays, home, position }, story);
  await keepExampleCourses(tx, story, {
    id,
    key: row['key'] ?? '',
    kind: cell(row, 'evidence'),
    terms,
    home,
    courses,
  });
  if (home.isAgreed && home.isPublic) await makeCommitmentFindable(tx, await getCommitmentRow(tx, id));
}

function termsOfRow(row: Row, { names, today }: Story): CommitmentTerms {
  const number = (name: string) => (cell(row, name) === null ? null : Number(cell(row, name)));
  const place = cell(row, 'place');
  const need = cell(row, 'need');
  const line = cell(row, 'line');
  const obligor = partyOf(row, 'obligor', names);
  if (obligor === null) throw new Error(`example: nobody owes ${row['key']}`);
  return termsOf({
    what: row['what'] ?? '',
    obligor,
    beneficiary: partyOf(row, 'beneficiary', names),
    responsibleOffice: cell(row, 'office'),
    proof: row['proof'] ?? '',
    quantity: number('quantity'),
    unit: cell(row, 'unit'),
    dueOn: addCalendarDays(today, Number(row['due'])),
    recurrence: cell(row, 'recurrence'),
    placeId: place === null ? null : names.territoryOf(place),
    needId: need && names.idOf('need', need),
    noNeedReason: cell(row, 'no_need_reason'),
    threadId: line && names.idOf('strategy-thread', line),
    staffDays: number('staff_days'),
    inKind: cell(row, 'in_kind'),
    targetGroups: (cell(row, 'groups')?.split(';') ?? []) as AffectedGroup[],
  });
}

/** The terms as they are kept, by the same rules as of what people enter. */
function settled(written: CommitmentTerms, { book, parents, names }: Story): CommitmentTerms {
  refuseIncomplete(written);
  const terms = withStandingParties(written, book, names.country);
  const side = sideOf(parents, obligedOf(terms));
  const verifier = defaultVerifier(terms.beneficiary, side);
  refuseOwnVerifier(verifier, side);
  return { ...terms, verifier };
}

type Dated = {
  readonly terms: CommitmentTerms;
  readonly dueDays: readonly Day[];
  readonly home: ExampleHome;
  readonly position: number;
};

/** What was done to each due date. Of a repeated one only the last that has passed is counted; those before were kept. */
function coursesOf(row: Row, { terms, dueDays, home, position }: Dated, story: Story): Course[] {
  const { today, names, book } = story;
  const written = cell(row, 'course');
  if (!home.isAgreed) return dueDays.map((due) => ({ due, steps: [] }));
  if (written !== null) {
    const steps = readCourse(written, (days) => addCalendarDays(today, days));
    return dueDays.map((due, index) => ({ due, steps: index === 0 ? steps : [] }));
  }
  const last = dueDays.findLastIndex((due) => due < today);
  const began = home.from ?? home.proposedOn;
  return dueDays.map((due, index) => {
    if (index > last) return { due, steps: [] };
    const isNational = book.get(terms.obligor.id)?.territoryId === names.territoryOf(null);
    const outcome = index === last ? story.outcomeOf(isNational ? 'national' : 'local') : 'kept';
    return { due, steps: courseByOutcome(outcome, { due, today, began, spread: position + index }) };
  });
}
