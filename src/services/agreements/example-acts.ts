import { standingAfter, type AgreementAct, type AgreementStanding } from '#domain/agreements/lifecycle.ts';
import type { Day } from '#domain/shared/dates.ts';
import { newId } from '../new-id.ts';

/** One thing done to an agreement of the example. */
export type ExampleAct = {
  readonly act: AgreementAct;
  readonly on: Day;
  readonly partyId?: string;
  readonly reason?: string;
  readonly isPublic?: boolean;
  readonly details?: Readonly<Record<string, unknown>>;
};

/**
 * The rows of acts, in the order in which they were done, each from where the one before it led.
 * @throws Refusal `agreement-life.not-as-it-stands` where an act has no place
 */
export function exampleActs(
  at: { readonly agreementId: string; readonly territoryId: number },
  acts: readonly ExampleAct[],
  from: AgreementStanding | null = null,
) {
  let standing = from;
  return acts.map((done, place) => {
    const before = standing;
    const after = standingAfter(before, done.act);
    standing = after;
    return {
      id: newId(),
      agreement_id: at.agreementId,
      territory_id: at.territoryId,
      act: done.act,
      from_standing: before,
      to_standing: after,
      on_date: done.on,
      reason: done.reason ?? null,
      party_id: done.partyId ?? null,
      details: JSON.stringify(done.details ?? {}),
      is_public: done.isPublic ?? false,
      // Each has a moment of its own, so that they stay in order.
      done_at: new Date(Date.parse(`${done.on}T15:00:00Z`) + place * 1000),
    };
  });
}
