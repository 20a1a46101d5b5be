import type { z } from 'zod';
import type { account, heldRole, invitation } from '#contract/access/shapes.ts';
import type { AccountView, InvitationView, RoleView } from '#database/access/account-views.ts';
import { isRole } from '#domain/access/roles.ts';

/** An account as the API tells it. */
export function describeAccount(view: AccountView, now: Date): z.input<typeof account> {
  return {
    id: view.id,
    username: view.username,
    person: { id: view.personId, name: view.name ?? '' },
    phone: view.phone,
    email: view.email,
    standing: view.standing,
    standingReason: view.standingReason,
    territory: { reference: view.reference, name: view.placeName },
    organisation: view.organisation,
    language: view.language,
    hasSecondFactor: view.hasSecondFactor,
    firstEnteredAt: view.firstEnteredAt?.toISOString() ?? null,
    lastEnteredAt: view.lastEnteredAt?.toISOString() ?? null,
    example: view.example,
    version: view.version,
    roles: describeRoles(view.roles),
    invitation: view.invitation === null ? null : describeInvitation(view.invitation, now),
  };
}

/** Roles as the API tells them. A role that this version does not know is not told: it gives nothing either. */
export function describeRoles(views: readonly RoleView[]): z.input<typeof heldRole>[] {
  return views.flatMap(({ id, role, territory, organisation, structure, validFrom, validTo }) =>
    isRole(role) ? [{ id, role, territory, organisation, structure, validFrom, validTo }] : [],
  );
}

function describeInvitation(view: InvitationView, now: Date): z.input<typeof invitation> {
  const { id, channel, createdAt, sentAt, sendProblem, expiresAt } = view;
  return { id, channel, createdAt, sentAt, sendProblem, expiresAt, standing: standingOf(view, now) };
}

function standingOf(view: InvitationView, now: Date): z.input<typeof invitation>['standing'] {
  if (view.usedAt !== null) return 'entered';
  if (view.revokedAt !== null) return 'revoked';
  return new Date(view.expiresAt) <= now ? 'expired' : 'waiting';
}
