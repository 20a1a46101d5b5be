import type { InstanceShown } from './instance-standing.ts';

const unpublished = new Set(['overdue', 'noticed', 'breached']);

/**
 * How a due date shows to somebody outside. Lateness, notice and breach are published only after notice and a time to reply, and never
 * in a quiet period; until then an outsider sees that it is under way.
 */
export function stateFor(
  shown: InstanceShown,
  seen: { readonly isInsider: boolean; readonly isPublished: boolean; readonly isQuiet: boolean },
): InstanceShown {
  if (seen.isInsider || (seen.isPublished && !seen.isQuiet)) return shown;
  if (!unpublished.has(shown.state) && !shown.isOverdue) return shown;
  return { ...shown, state: 'in-progress', tone: 'on-time', days: null, isOverdue: false };
}
