import type { Scope } from './scope.ts';
import type { Role } from './roles.ts';

/** A role that somebody holds over a territory subtree, sometimes only within one organisation or structure. */
export type HeldRole = {
  readonly role: Role;
  readonly territoryId: number;
  readonly lastId: number;
  readonly organisationId: string | null;
  readonly structureId: string | null;
};

/** Who acts: a visitor, somebody with an account, or the installation itself (migrations, jobs, the command line). */
export type Actor =
  | { readonly kind: 'visitor'; readonly scope: Scope }
  | {
      readonly kind: 'account';
      readonly accountId: string;
      readonly personId: string;
      readonly name: string;
      readonly username: string;
      readonly roles: readonly HeldRole[];
      readonly scope: Scope;
      readonly via: 'session' | 'token';
      readonly sessionId: string | null;
      readonly mayWrite: boolean;
    }
  | { readonly kind: 'installation'; readonly scope: Scope };
