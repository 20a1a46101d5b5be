import { refuse } from './refusals.ts';

/** The six sessions of the guided path, in order. Words: `planning.session.<number>.…`. */
export const sessions = [1, 2, 3, 4, 5, 6] as const;
export type Session = (typeof sessions)[number];

/** How many needs are answered first. */
export const chosenNeedsAtMost = 3;

/** What the register knows of an office, counted when it is asked: never typed in. */
export type PathFacts = {
  readonly structures: number;
  readonly seats: number;
  readonly needs: number;
  readonly recentNeeds: number;
  readonly chosenNeeds: number;
  readonly plans: number;
  readonly actions: number;
  readonly answeredNeeds: number;
  readonly submittedPlans: number;
  readonly approvedPlans: number;
  readonly commitments: number;
  readonly commitmentsOfOthers: number;
  readonly agreements: number;
  readonly dueAhead: number;
};

type ByFact = {
  readonly key: string;
  readonly by: 'system';
  readonly count: (facts: PathFacts) => number;
  /** How many of it make it done; one where nothing is said. */
  readonly enough?: (facts: PathFacts) => number;
  /** The session has not produced anything without it. */
  readonly isEssential?: true;
};
type ByPerson = { readonly key: string; readonly by: 'person' };

const checklists: Readonly<Record<Session, readonly (ByFact | ByPerson)[]>> = {
  1: [
    { key: 'board', by: 'system', count: (facts) => facts.structures },
    { key: 'seats', by: 'system', count: (facts) => facts.seats },
    { key: 'invited', by: 'person' },
    { key: 'calendar', by: 'person' },
  ],
  2: [
    { key: 'needs', by: 'system', count: (facts) => facts.needs, isEssential: true },
    { key: 'recent', by: 'system', count: (facts) => facts.recentNeeds },
    { key: 'gaps', by: 'person' },
  ],
  3: [
    { key: 'chosen', by: 'system', count: (facts) => facts.chosenNeeds, isEssential: true },
    { key: 'reasons', by: 'person' },
    { key: 'told', by: 'person' },
  ],
  4: [
    { key: 'plan', by: 'system', count: (facts) => facts.plans, isEssential: true },
    { key: 'actions', by: 'system', count: (facts) => facts.actions },
    {
      key: 'answers',
      by: 'system',
      count: (facts) => facts.answeredNeeds,
      enough: (facts) => Math.max(1, facts.chosenNeeds),
    },
    { key: 'submitted', by: 'system', count: (facts) => facts.submittedPlans },
  ],
  5: [
    { key: 'commitments', by: 'system', count: (facts) => facts.commitments, isEssential: true },
    { key: 'of-others', by: 'system', count: (facts) => facts.commitmentsOfOthers },
    { key: 'agreement', by: 'system', count: (facts) => facts.agreements },
    { key: 'talked', by: 'person' },
  ],
  6: [
    { key: 'approved', by: 'system', count: (facts) => facts.approvedPlans },
    { key: 'due', by: 'system', count: (facts) => facts.dueAhead },
    { key: 'meetings', by: 'person' },
    { key: 'report', by: 'person' },
  ],
};

/** What a person can tick in a session: only what the register cannot see. */
export function tickableIn(session: Session): string[] {
  return checklists[session].filter(({ by }) => by === 'person').map(({ key }) => key);
}

/** A line of a checklist as it stands. `count` is what the register found, null for what a person says. */
export type ChecklistItem = {
  readonly key: string;
  readonly by: 'system' | 'person';
  readonly isDone: boolean;
  readonly isEssential: boolean;
  readonly count: number | null;
};

/**
 * The checklist of a session: what the register sees is ticked by fact and by nobody, the rest by whoever walks the path.
 * @example checklistOf(2, facts, []) // => [{ key: 'needs', by: 'system', isDone: true, isEssential: true, count: 4 }, …]
 */
export function checklistOf(
  session: Session,
  facts: PathFacts,
  ticked: readonly string[],
): readonly ChecklistItem[] {
  return checklists[session].map((item) => {
    if (item.by === 'person') {
      const isDone = ticked.includes(item.key);
      return { key: item.key, by: item.by, isDone, isEssential: false, count: null };
    }
    const count = item.count(facts);
    const isDone = count >= (item.enough?.(facts) ?? 1);
    return { key: item.key, by: item.by, isDone, isEssential: item.isEssential ?? false, count };
  });
}

/** How a session stands: when it was reached and when it was done, both null while neither. */
export type SessionStanding = {
  readonly step: Session;
  readonly reachedOn: string | null;
  readonly doneOn: string | null;
};

/** The furthest session that was reached: where an office has got to. */
export function reachedIn(steps: readonly SessionStanding[]): Session {
  return steps.reduce<Session>(
    (furthest, { step, reachedOn }) => (reachedOn !== null && step > furthest ? step : furthest),
    1,
  );
}

/**
 * A session is done once it was reached and has produced what only it can.
 * @throws Refusal `planning.step-not-reached`, `planning.step-unfinished` with what is still missing
 */
export function refuseUnfinished(standing: SessionStanding, checklist: readonly ChecklistItem[]): void {
  if (standing.reachedOn === null || standing.doneOn !== null) throw refuse('planning.step-not-reached');
  const problems = checklist
    .filter(({ isEssential, isDone }) => isEssential && !isDone)
    .map(({ key }) => ({ code: `planning.without-${key}`, field: `item-${key}` }));
  if (problems.length > 0) throw refuse('planning.step-unfinished', { problems });
}

/** The session that follows, null after the last: then the path is walked. */
export function sessionAfter(session: Session): Session | null {
  return sessions.find((one) => one === session + 1) ?? null;
}
