import { refusalsOf, type RefusalTable } from '#domain/shared/refusal.ts';

/** Every expected "no" of the actors' room. Words: `refusal.<code>`. */
export const actorsRefusals = {
  'actors.organisation-not-found': 'missing',
  'actors.person-not-found': 'missing',
  'actors.structure-not-found': 'missing',
  'actors.seat-not-found': 'missing',
  'actors.seat-term-not-found': 'missing',
  'actors.post-not-found': 'missing',
  'actors.work-not-found': 'missing',
  'actors.contact-not-found': 'missing',
  'actors.authority-not-found': 'missing',
  'actors.merge-not-found': 'missing',
  'actors.handover-not-found': 'missing',
  'actors.import-not-found': 'missing',
  'actors.territory-not-found': 'missing',
  'actors.own-ancestor': 'conflict',
  'actors.head-overlaps': 'conflict',
  'actors.principal-overlaps': 'conflict',
  'actors.authority-repeated': 'conflict',
  'actors.term-reversed': 'invalid',
  'actors.term-outside': 'invalid',
  'actors.looks-alike': 'conflict',
  'actors.same-name': 'invalid',
  'actors.not-active': 'conflict',
  'actors.has-consequences': 'conflict',
  'actors.parent-elsewhere': 'invalid',
  'actors.merge-self': 'invalid',
  'actors.merge-different-countries': 'conflict',
  'actors.merge-ancestor': 'conflict',
  'actors.merge-undone': 'conflict',
  'actors.merge-built-upon': 'conflict',
  'actors.merge-two-accounts': 'conflict',
  'actors.merge-account-absorbed': 'conflict',
  'actors.merge-terms-overlap': 'conflict',
  'actors.personal-in-text': 'conflict',
  'actors.nothing-to-hand-over': 'conflict',
  'actors.handover-self': 'invalid',
  'actors.import-problems': 'invalid',
  'actors.import-not-applied': 'conflict',
  'actors.import-built-upon': 'conflict',
} as const satisfies RefusalTable;

export type ActorsRefusal = keyof typeof actorsRefusals;

export const refuse = refusalsOf(actorsRefusals);
