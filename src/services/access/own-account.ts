import type { Actor } from '#domain/access/actor.ts';
import { refuse } from '#domain/access/refusals.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import type { Context } from '../context.ts';

type AccountActor = Extract<Actor, { kind: 'account' }>;

/** Who is signed in; refused to anybody else. */
export function signedIn(context: Context): AccountActor {
  if (context.actor.kind !== 'account') throw refuseShared('shared.signed-out');
  return context.actor;
}

/** Who is signed in by a session: a token neither changes a password nor makes other tokens. */
export function signedInInPerson(context: Context): AccountActor & { readonly sessionId: string } {
  const actor = signedIn(context);
  const { sessionId } = actor;
  if (actor.via !== 'session' || sessionId === null) throw refuse('access.session-required');
  return { ...actor, sessionId };
}
