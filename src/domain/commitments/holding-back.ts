import type { Day } from '#domain/shared/dates.ts';
import { isOverdue, isUndelivered, type InstanceFacts } from './instance-standing.ts';
import type { CommitmentStanding } from './vocabulary.ts';

/** An instance of a commitment on which others depend. */
export type Prerequisite = Pick<InstanceFacts, 'dueOn' | 'standing' | 'forecastOn' | 'pausedFrom'>;

/**
 * Whether an instance of a prerequisite holds back what depends on it: it was breached, its due day is over, or it is
 * forecast to come after its due day. What falls due after the dependent does not hold it back.
 */
export function holdsBack(
  prerequisite: Prerequisite,
  dependentDueOn: Day,
  at: { readonly today: Day; readonly commitment: CommitmentStanding },
): boolean {
  if (at.commitment !== 'agreed' || prerequisite.dueOn > dependentDueOn) return false;
  if (prerequisite.standing === 'breached' || isOverdue(prerequisite, at)) return true;
  const { forecastOn } = prerequisite;
  return isUndelivered(prerequisite.standing) && forecastOn !== null && forecastOn > prerequisite.dueOn;
}

/** Who depends on whom: each commitment with those that it needs first. */
export type Dependencies = ReadonlyMap<string, readonly string[]>;

/**
 * The circle that a new dependency would close: the commitments from the prerequisite back to the dependent, in order;
 * null when it closes none.
 */
export function circleClosedBy(
  dependencies: Dependencies,
  dependentId: string,
  prerequisiteId: string,
): string[] | null {
  const cameFrom = new Map<string, string | null>([[prerequisiteId, null]]);
  const ahead = [prerequisiteId];
  for (let id = ahead.shift(); id !== undefined; id = ahead.shift()) {
    if (id === dependentId) return pathTo(cameFrom, id);
    for (const next of dependencies.get(id) ?? []) {
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, id);
      ahead.push(next);
    }
  }
  return null;
}

function pathTo(cameFrom: ReadonlyMap<string, string | null>, end: string): string[] {
  const path: string[] = [];
  for (let id: string | null = end; id !== null; id = cameFrom.get(id) ?? null) path.unshift(id);
  return path;
}
