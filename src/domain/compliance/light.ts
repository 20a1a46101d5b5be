import type { Day } from '#domain/shared/dates.ts';
import type { Share } from './share.ts';
import { valueOf } from './share.ts';

export const lights = ['green', 'amber', 'red'] as const;
export type Light = (typeof lights)[number];

/** Where the lights change; a template may bring its own. */
export type LightThresholds = {
  /** From this share of what was expected to date on, green. */
  readonly green: number;
  /** From this share on, amber; below it, red. */
  readonly amber: number;
  /** Anything overdue longer than so many days is red whatever the share. */
  readonly redAfterDays: number;
};

/** Source: process indicators, semáforo rule. */
export const usualThresholds: LightThresholds = { green: 0.9, amber: 0.7, redAfterDays: 30 };

/** What a light follows from. What was expected to date is the weight of the due dates past, as they were planned: never a straight line. */
export type LightGround = {
  /** Weight delivered ÷ weight expected to date; what was delivered late is delivered. */
  readonly delivered: Share;
  /** Days by which the longest overdue is late, of the obligor's own. */
  readonly longestOverdue: number;
};

/**
 * The light that the rule gives; null where nothing has fallen due yet.
 * Example: 9 of 10 delivered and nothing overdue longer than 30 days: green; 8 of 10: amber; 31 days overdue: red.
 */
export function lightByRule(
  ground: LightGround,
  thresholds: LightThresholds = usualThresholds,
): Light | null {
  const share = valueOf(ground.delivered);
  if (share === null) return null;
  if (ground.longestOverdue > thresholds.redAfterDays || share < thresholds.amber) return 'red';
  return share < thresholds.green ? 'amber' : 'green';
}

/** Another light that somebody set, with a reason, until a day. */
export type LightOverride = {
  readonly light: Light;
  readonly reason: string;
  readonly from: Day;
  readonly to: Day;
  readonly isEnded: boolean;
};

/** The override that holds on a day: the last that was set. Its light is shown beside that of the rule, never instead of it. */
export function overrideOn<Override extends LightOverride>(
  overrides: readonly Override[],
  day: Day,
): Override | undefined {
  return overrides.findLast(({ from, to, isEnded }) => !isEnded && from <= day && day <= to);
}
