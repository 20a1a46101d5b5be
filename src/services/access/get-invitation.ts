import { findInvitation, type FoundInvitation } from '#database/access/session-store.ts';
import { refuse } from '#domain/access/refusals.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { accessOperations } from '#contract/access/index.ts';
import type { Context } from '../context.ts';
import { bearAttemptFrom } from './bear-attempts.ts';
import { hashSecret } from './secrets.ts';

type Operation = typeof accessOperations.getInvitation;

/** Whom a link invites. */
export async function getInvitation(
  context: Context,
  { body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const invitation = await openInvitation(context, body.secret);
  return {
    name: invitation.name,
    username: invitation.username,
    place: invitation.placeName,
    language: invitation.language === 'en' ? 'en' : 'es',
    expiresAt: invitation.expiresAt.toISOString(),
  };
}

/** The invitation that a secret opens, if it is still good. */
export async function openInvitation(context: Context, secret: string): Promise<FoundInvitation> {
  const attempt = await bearAttemptFrom(context);
  const invitation = await findInvitation(context.database, hashSecret(secret));
  if (!invitation) throw refuse('access.invitation-not-found');
  await attempt.succeed();
  const isOver =
    invitation.expiresAt <= context.now || invitation.usedAt !== null || invitation.revokedAt !== null;
  if (isOver || invitation.standing === 'closed') throw refuse('access.invitation-spent');
  if (invitation.standing === 'suspended') throw refuse('access.suspended');
  return invitation;
}
