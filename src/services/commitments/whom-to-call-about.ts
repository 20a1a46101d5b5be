import { findPostsToCall } from '#database/commitments/choice-views.ts';
import { findOrganisationContacts } from '#database/actors/people-views.ts';
import type { Party } from '#domain/access/acting-for.ts';
import { lookUp, showContact } from '../actors/look-up.ts';
import type { Context, Transaction } from '../context.ts';
import type { PartyNames } from './show-parties.ts';

/**
 * Whom to call about a commitment: of each party the office that answers for it, with the ways to reach it that whoever asks
 * may see, or else those of the organisation itself.
 */
export async function whomToCallAbout(
  tx: Transaction,
  context: Context,
  parties: readonly (Party | null)[],
  at: { readonly names: PartyNames; readonly today: string },
) {
  if (context.actor.kind !== 'account') return [];
  const ids = parties.flatMap((party) => (party?.kind === 'organisation' ? [party.id] : []));
  const posts = await findPostsToCall(tx, ids, at.today);
  const seen = await lookUp(tx, context, { people: posts.map((post) => post.person_id) });
  const general = await findOrganisationContacts(tx, ids);
  return [...new Set(ids)].flatMap((id) => {
    const party = at.names.byId(id);
    const held = posts
      .filter((post) => post.organisation_id === id)
      .map((post) => ({ office: post.title, contacts: seen.person(post.person_id)?.contacts ?? [] }));
    const post = held.find(({ contacts }) => contacts.length > 0);
    const contacts = post?.contacts ?? (general.get(id) ?? []).map(showContact);
    return party && contacts.length > 0 ? [{ party, office: post?.office ?? '', contacts }] : [];
  });
}
