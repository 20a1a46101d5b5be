import { refusalsOf, type RefusalTable } from '#domain/shared/refusal.ts';

/** Refusals about accounts, sessions and rights. */
export const accessRefusals = {
  'access.wrong-credentials': 'signed-out',
  'access.wrong-code': 'signed-out',
  'access.too-many-attempts': 'too-many',
  'access.suspended': 'forbidden',
  'access.wrong-password': 'invalid',
  'access.weak-password': 'invalid',
  'access.session-required': 'forbidden',
  'access.account-not-found': 'missing',
  'access.role-not-found': 'missing',
  'access.session-not-found': 'missing',
  'access.token-not-found': 'missing',
  'access.invitation-not-found': 'missing',
  'access.invitation-spent': 'conflict',
  'access.place-not-found': 'missing',
  'access.person-not-found': 'missing',
  'access.name-taken': 'conflict',
  'access.person-has-account': 'conflict',
  'access.role-not-yours': 'forbidden',
  'access.stands-above': 'forbidden',
  'access.not-in-this-standing': 'conflict',
  'access.already-entered': 'conflict',
  'access.no-mail-address': 'conflict',
  'access.no-mail-here': 'conflict',
  'access.second-factor-standing': 'conflict',
  'access.nothing-to-import': 'invalid',
  'access.example-only-in-demo': 'forbidden',
  'access.already-begun': 'conflict',
} as const satisfies RefusalTable;

export const refuse = refusalsOf(accessRefusals);
