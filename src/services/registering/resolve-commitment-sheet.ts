import type { registeringOperations } from '#contract/agreements/registering.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { rememberAlias } from '#database/registering/party-views.ts';
import type { SheetRecord } from '#database/registering/sheet-store.ts';
import { permitSomewhere } from '#domain/access/permissions.ts';
import { proposedResolutions } from '#domain/agreements/commitment-sheet.ts';
import { refuse } from '#domain/agreements/registering-refusals.ts';
import type { Resolution } from '#domain/agreements/sheet-shapes.ts';
import { fold } from '#domain/shared/fold.ts';
import type { Context, Transaction } from '../context.ts';
import { changeSheet, openSheet } from './sheet-deed.ts';
import { understandSheet, type Understood } from './understand-sheet.ts';

type Operation = typeof registeringOperations.resolveCommitmentSheet;

/** Takes what somebody decides about the rows of a list; "accept everything" is the first suggestion of each problem. */
export async function resolveCommitmentSheet(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  permitSomewhere(context.actor, 'act-for-party');
  return inScope(context.database, context.actor.scope, async (tx) => {
    const sheet = await openSheet(tx, context, input);
    const { resolutions, acceptProposed, remember } = input.body;
    const understood = await understandSheet(tx, context, sheet);
    const proposed = acceptProposed ? proposedResolutions(understood.plan.problems) : [];
    const decided = [...resolutions, ...proposed];
    refuseUnknownParties(decided, understood.partyOf);
    if (remember) await rememberParties(tx, context, sheet, decided, understood.partyOf);
    return changeSheet(tx, context, sheet, {
      operation: 'resolveCommitmentSheet',
      change: { resolutions: [...sheet.resolutions, ...decided] },
      after: { decided: decided.length },
    });
  });
}

function refuseUnknownParties(resolutions: readonly Resolution[], partyOf: Understood['partyOf']): void {
  for (const one of resolutions) {
    const reference =
      one.kind === 'party'
        ? one.party
        : one.kind === 'default' && (one.field === 'obligor' || one.field === 'beneficiary')
          ? one.value
          : null;
    if (reference !== null && !partyOf(reference)) throw refuse('registering.no-such-party');
  }
}

async function rememberParties(
  tx: Transaction,
  { actor }: Context,
  sheet: SheetRecord,
  resolutions: readonly Resolution[],
  partyOf: Understood['partyOf'],
): Promise<void> {
  if (actor.kind !== 'account') return;
  for (const one of resolutions) {
    const party = one.kind === 'party' ? partyOf(one.party) : undefined;
    if (one.kind !== 'party' || !party) continue;
    await rememberAlias(tx, {
      country: sheet.country,
      territoryId: sheet.territoryId,
      folded: fold(one.text).slice(0, 300),
      party,
      accountId: actor.accountId,
    });
  }
}
