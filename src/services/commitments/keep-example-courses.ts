import { insertActs, insertInstances } from '#database/commitments/commitment-store.ts';
import { insertEvidence } from '#database/commitments/evidence-store.ts';
import { isPublicAct, type CommitmentAct } from '#domain/commitments/acts.ts';
import type { CommitmentTerms } from '#domain/commitments/commitment.ts';
import type { Day } from '#domain/shared/dates.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';
import { playCourse, reviewOf, type CourseStep } from './example-course.ts';
import { keepExampleEvidence } from './keep-example-evidence.ts';
import type { ExampleNames } from '../planning/load-example-inventory.ts';

/** The agreement that commitments of the example belong to, as far as they ask. */
export type ExampleHome = {
  readonly id: string;
  readonly key: string;
  readonly territoryId: number;
  /** Whether anybody owes anything yet. */
  readonly isAgreed: boolean;
  readonly isRegistered: boolean;
  readonly isPublic: boolean;
  readonly proposedOn: Day;
  readonly from: Day | null;
  readonly to: Day | null;
};

/** A due date and what was done to it. */
export type Course = { readonly due: Day; readonly steps: readonly CourseStep[] };

type Story = { readonly context: Context; readonly names: ExampleNames };

type Kept = {
  readonly id: string;
  readonly key: string;
  readonly kind: string | null;
  readonly terms: CommitmentTerms;
  readonly home: ExampleHome;
  readonly courses: readonly Course[];
};

/** Keeps the due dates of a commitment of the example, with the acts that were done to it and what was handed in. */
export async function keepExampleCourses(tx: Transaction, story: Story, kept: Kept): Promise<void> {
  const { id, key, terms, home, courses } = kept;
  const instances = courses.map(({ due, steps }, index) => ({
    id: story.names.idOf('commitment-instance', `${key} ${index + 1}`),
    commitment_id: id,
    territory_id: home.territoryId,
    sequence: index + 1,
    due_on: due,
    first_due_on: due,
    ...playCourse(steps, terms.verifier?.id ?? null),
  }));
  await insertInstances(tx, instances);
  const evidence = courses.flatMap(({ steps }, index) =>
    handedIn(steps).map((one, count) => ({
      ...one,
      id: story.names.idOf('evidence', `${key} ${index + 1} ${count + 1}`),
      instanceId: instances[index]?.id ?? '',
    })),
  );
  for (const one of evidence)
    await insertEvidence(
      tx,
      await keepExampleEvidence(tx, story.context, { ...kept, ...one, commitmentId: id }),
    );
  const acts = courses.flatMap(({ steps }, index) =>
    steps.map((step) => actOf(kept, step, instances[index]?.id ?? null)),
  );
  // Each act has a moment of its own, in the order in which they were done.
  const momentOf = (on: Day, place: number) => new Date(Date.parse(`${on}T15:00:00Z`) + place * 1000);
  await insertActs(
    tx,
    [...beginning(kept), ...acts].map((row, place) => ({ ...row, done_at: momentOf(row.on_date, place) })),
  );
}

/** What was handed in, each with the review that followed it. */
function handedIn(steps: readonly CourseStep[]) {
  return steps.flatMap((step, index) => {
    if (step.act !== 'delivered') return [];
    const review = steps.slice(index + 1).find(({ act }) => reviewOf(act) !== null);
    return [{ delivered: step, review }];
  });
}

function beginning({ id, home }: Kept) {
  const done = (act: CommitmentAct, on: Day) => ({ ...rowOf(id, home, act, on), instance_id: null });
  if (home.isRegistered) return [done('registered', home.proposedOn)];
  const proposed = done('proposed', home.proposedOn);
  return home.isAgreed && home.from !== null ? [proposed, done('agreed', home.from)] : [proposed];
}

function actOf({ id, home, terms }: Kept, step: CourseStep, instanceId: string | null) {
  const forParty = reviewOf(step.act) === null ? terms.obligor.id : (terms.verifier?.id ?? null);
  return {
    ...rowOf(id, home, step.act, step.on),
    instance_id: instanceId,
    reason: step.reason,
    for_party: forParty,
    details: JSON.stringify(step.to === null ? {} : { to: step.to }),
  };
}

function rowOf(commitmentId: string, home: ExampleHome, act: CommitmentAct | CourseStep['act'], on: Day) {
  return {
    id: newId(),
    commitment_id: commitmentId,
    territory_id: home.territoryId,
    act,
    on_date: on,
    is_public: isPublicAct(act),
  };
}
