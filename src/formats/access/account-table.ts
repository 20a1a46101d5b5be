import { say, type Language } from '#words/index.ts';
import type { TableColumn, TableRow } from '../tables/index.ts';

/** An account as the table shows it. */
export type TabledAccount = {
  readonly username: string;
  readonly person: { readonly name: string };
  readonly phone: string | null;
  readonly email: string | null;
  readonly standing: string;
  readonly territory: { readonly reference: string; readonly name: string };
  readonly organisation: { readonly name: string } | null;
  readonly roles: readonly { readonly role: string; readonly territory: { readonly name: string } }[];
  readonly invitation: {
    readonly channel: string;
    readonly standing: string;
    readonly expiresAt: string;
  } | null;
  readonly firstEnteredAt: string | null;
  readonly lastEnteredAt: string | null;
};

const columns = [
  { key: 'username', kind: 'code', width: 24 },
  { key: 'name', width: 32 },
  { key: 'territory-code', kind: 'code', width: 12 },
  { key: 'territory', width: 24 },
  { key: 'organisation', width: 32 },
  { key: 'roles', width: 48 },
  { key: 'phone', kind: 'code', width: 16 },
  { key: 'email', width: 28 },
  { key: 'standing', width: 14 },
  { key: 'invitation', width: 20 },
  { key: 'first-entered', kind: 'moment', width: 18 },
  { key: 'last-entered', kind: 'moment', width: 18 },
] as const satisfies readonly Omit<TableColumn, 'header'>[];

/** The columns of the table of accounts. */
export function accountColumns(language: Language): TableColumn[] {
  return columns.map((column) => ({
    ...column,
    header: say.dynamic(language, `access.column.${column.key}`),
  }));
}

/** One account as a row of the table. */
export function accountRow(account: TabledAccount, language: Language): TableRow {
  const roles = account.roles.map(
    (held) => `${say.dynamic(language, `access.role.${held.role}`)} (${held.territory.name})`,
  );
  return {
    username: account.username,
    name: account.person.name,
    'territory-code': account.territory.reference,
    territory: account.territory.name,
    organisation: account.organisation?.name,
    roles: roles.join('; '),
    phone: account.phone,
    email: account.email,
    standing: say.dynamic(language, `access.standing.${account.standing}`),
    invitation:
      account.invitation && say.dynamic(language, `access.invitation.${account.invitation.standing}`),
    'first-entered': account.firstEnteredAt === null ? null : new Date(account.firstEnteredAt),
    'last-entered': account.lastEnteredAt === null ? null : new Date(account.lastEnteredAt),
  };
}
