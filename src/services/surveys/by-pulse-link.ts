import { asKeeper, findRoundOfSecret, type RoundRow } from '#database/surveys/pulse-store.ts';
import type { Transaction } from '#database/connection.ts';
import { refuse } from '#domain/surveys/refusals.ts';
import { bearAttemptFrom } from '../access/bear-attempts.ts';
import { hashSecret } from '../access/secrets.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';

/**
 * Does something with the round that a link opens, whoever may be signed in besides. Guesses are borne like those at invitations.
 * @throws Refusal where there is no such link, or its round is not open today
 */
export async function byPulseLink<Answer>(
  context: Context,
  secret: string,
  work: (tx: Transaction, round: RoundRow) => Promise<Answer>,
): Promise<Answer> {
  const attempt = await bearAttemptFrom(context);
  return asKeeper(context.database, async (tx) => {
    const round = await findRoundOfSecret(tx, hashSecret(secret));
    if (!round) throw refuse('surveys.round-not-found');
    await attempt.succeed();
    const today = await todayOf(tx, context, round.territoryId);
    if (round.closedAt !== null || today < round.opensOn || today > round.closesOn)
      throw refuse('surveys.round-not-open');
    return work(tx, round);
  });
}
