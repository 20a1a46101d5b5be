import type { z } from 'zod';
import type { delivery } from '#contract/access/shapes.ts';
import type { Transaction } from '#database/connection.ts';
import { replaceInvitation, type Channel } from '#database/access/invitation-store.ts';
import { refuse } from '#domain/access/refusals.ts';
import { lifetimes } from '#domain/access/session-rules.ts';
import { say } from '#words/index.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { queueMail } from '../operations/outbox.ts';
import { hashSecret, newSecret } from './secrets.ts';
import { qrPicture } from './totp.ts';

export type Invited = {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly email: string | null;
  readonly language: string;
  readonly territoryId: number;
  readonly organisationId: string | null;
};

export type Delivery = z.input<typeof delivery>;

/** Refuses a way of sending that cannot work, before anything is saved. */
export function checkChannel(context: Context, channel: Channel, email: string | null): void {
  if (channel !== 'mail') return;
  if (context.installation.mail === null) throw refuse('access.no-mail-here');
  if (email === null) throw refuse('access.no-mail-address');
}

/**
 * Makes an invitation in the place of earlier ones and says what it is delivered with. By mail it is put in the post
 * and the link is not shown to whoever invites.
 */
export async function makeInvitation(
  tx: Transaction,
  context: Context,
  invited: Invited,
  how: { channel: Channel; batchId: string | null; lasts?: number },
): Promise<Delivery> {
  checkChannel(context, how.channel, invited.email);
  const secret = newSecret();
  const invitationId = newId();
  const expiresAt = new Date(context.now.getTime() + (how.lasts ?? lifetimes.invitation));
  const { territoryId, organisationId } = invited;
  await replaceInvitation(tx, {
    id: invitationId,
    accountId: invited.id,
    batchId: how.batchId,
    territoryId,
    organisationId,
    secretHash: hashSecret(secret),
    channel: how.channel,
    createdBy: context.actor.kind === 'account' ? context.actor.accountId : null,
    now: context.now,
    expiresAt,
  });
  const link = `${context.installation.origin}/invitacion/${secret}`;
  const text = wordsOf(invited, link, expiresAt);
  if (how.channel === 'mail') await post(tx, invited, invitationId, text);
  return {
    invitationId,
    accountId: invited.id,
    name: invited.name,
    username: invited.username,
    channel: how.channel,
    link: how.channel === 'mail' ? '' : link,
    text: how.channel === 'mail' ? '' : text,
    qr: how.channel === 'print' ? qrPicture(link) : null,
    queued: how.channel === 'mail',
    expiresAt: expiresAt.toISOString(),
  };
}

function languageOf(invited: Invited): 'es' | 'en' {
  return invited.language === 'en' ? 'en' : 'es';
}

function wordsOf(invited: Invited, link: string, expiresAt: Date): string {
  const language = languageOf(invited);
  const until = new Intl.DateTimeFormat(language === 'es' ? 'es-419' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(expiresAt);
  return say(language, 'access.invitation-text', {
    name: invited.name,
    username: invited.username,
    link,
    until,
  });
}

async function post(tx: Transaction, invited: Invited, invitationId: string, body: string): Promise<void> {
  await queueMail(tx, {
    kind: 'invitation',
    referenceId: invitationId,
    recipient: invited.email ?? '',
    subject: say(languageOf(invited), 'access.invitation-subject'),
    body,
  });
}
