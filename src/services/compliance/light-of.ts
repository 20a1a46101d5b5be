import { z } from 'zod';
import type { DueTally, OverdueTally } from '#database/compliance/figure-views.ts';
import { findLightSubject, findOverrides } from '#database/compliance/light-views.ts';
import {
  lightByRule,
  overrideOn,
  usualThresholds,
  type Light,
  type LightThresholds,
} from '#domain/compliance/light.ts';
import type { Transaction } from '../context.ts';

const thresholds = z.object({ green: z.number(), amber: z.number(), redAfterDays: z.number() });

/** The light of due dates by the rule, with its arithmetic, and the one that somebody set beside it. */
export async function lightOf(
  tx: Transaction,
  dues: { readonly tallies: readonly DueTally[]; readonly overdue: readonly OverdueTally[] },
  at: { readonly agreementId: string | undefined; readonly today: string },
) {
  const subject =
    at.agreementId === undefined ? undefined : await findLightSubject(tx, 'agreement', at.agreementId);
  const limits: LightThresholds = thresholds.safeParse(subject?.thresholds).data ?? usualThresholds;
  const ground = groundOf(dues);
  const override = subject && overrideOn(await overridesOf(tx, subject.id), at.today);
  const { numerator, denominator } = ground.delivered;
  return {
    byRule: lightByRule(ground, limits),
    numerator,
    denominator,
    longestOverdue: ground.longestOverdue,
    thresholds: limits,
    override: override
      ? {
          id: override.id,
          light: override.light,
          reason: override.reason,
          from: override.from,
          to: override.to,
        }
      : null,
  };
}

/** The lights that were set for a subject, as the domain speaks of them. */
async function overridesOf(tx: Transaction, subjectId: string) {
  const rows = await findOverrides(tx, subjectId);
  return rows.map((row) => ({
    id: row.id,
    light: row.light as Light,
    reason: row.reason,
    from: row.from_day,
    to: row.to_day,
    isEnded: row.ended_at !== null,
  }));
}

// What was expected to date is what has fallen due; what was delivered late is delivered all the same.
function groundOf({ tallies, overdue }: Parameters<typeof lightOf>[1]) {
  const weigh = (outcomes: readonly string[]) =>
    tallies.filter(({ outcome }) => outcomes.includes(outcome)).reduce((sum, { weight }) => sum + weight, 0);
  return {
    delivered: {
      numerator: weigh(['kept', 'late']),
      denominator: weigh(['kept', 'late', 'overdue', 'breached']),
    },
    longestOverdue: overdue.reduce((longest, { days }) => Math.max(longest, days), 0),
  };
}
