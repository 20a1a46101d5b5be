import { z } from 'zod';
import { roles, type Role } from '#domain/access/roles.ts';
import { deeds } from '#domain/access/deeds.ts';

/** Shapes that several operations of the room share. */

export const roleName = z.enum(roles as unknown as readonly [Role, ...Role[]]);
export const deedName = z.enum(deeds);
export const languageName = z.enum(['es', 'en']);
export const themeName = z.enum(['system', 'light', 'dark']);
export const standingName = z.enum(['invited', 'active', 'suspended', 'closed']);
export const channelName = z.enum(['mail', 'link', 'text', 'print']);

export const reference = z
  .string()
  .regex(/^[A-Z]{2}(-[0-9A-Za-z.-]{1,20})?$/)
  .describe('A territory: PA, or PA-0810');

/** Text that a person types; kept as typed but for the ends. */
export const text = (maximum: number) => z.string().trim().min(1).max(maximum);
export const reason = text(500).describe('Why; kept in the trail.');
export const secretText = z.string().min(1).max(200);
export const nothing = z.object({});
export const ofAccount = z.object({ id: z.uuid() });

export const place = z.object({ reference: z.string(), name: z.string() });
export const organisation = z.object({ id: z.uuid(), name: z.string() });

export const heldRole = z.object({
  id: z.uuid(),
  role: roleName,
  territory: place,
  organisation: organisation.nullable(),
  structure: organisation.nullable(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
});

export const invitationStanding = z.enum(['waiting', 'entered', 'expired', 'revoked']);

export const invitation = z.object({
  id: z.uuid(),
  channel: channelName,
  standing: invitationStanding,
  createdAt: z.string(),
  sentAt: z.string().nullable(),
  sendProblem: z.string().nullable(),
  expiresAt: z.string(),
});

/** An account as those who manage it see it. */
export const account = z.object({
  id: z.uuid(),
  username: z.string(),
  person: z.object({ id: z.uuid(), name: z.string() }),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  standing: standingName,
  standingReason: z.string().nullable(),
  territory: place,
  organisation: organisation.nullable(),
  language: z.string(),
  hasSecondFactor: z.boolean(),
  firstEnteredAt: z.string().nullable(),
  lastEnteredAt: z.string().nullable(),
  example: z.boolean(),
  version: z.number(),
  roles: z.array(heldRole),
  invitation: invitation.nullable(),
});

/** What an invitation is delivered with; shown once, because only its hash is kept. */
export const delivery = z.object({
  invitationId: z.uuid(),
  accountId: z.uuid(),
  name: z.string(),
  username: z.string(),
  channel: channelName,
  link: z.string(),
  text: z.string().describe('A message to share by any means.'),
  qr: z.string().nullable().describe('The link as a QR in SVG, for the printed sheet.'),
  queued: z.boolean().describe('Whether a mail was put in the post.'),
  expiresAt: z.string(),
});
