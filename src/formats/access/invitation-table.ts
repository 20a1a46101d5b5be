import { roles, type Role } from '#domain/access/roles.ts';
import type { InvitationRow } from '#domain/access/invitation-rows.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import { languages, say, type Language } from '#words/index.ts';
import { readTable, tableRecords, type ColumnSpec, type TableSheet } from '../tables/index.ts';

const headers = (key: string) => languages.map((language) => say.dynamic(language, `access.column.${key}`));

const roleChoices = Object.fromEntries(
  roles.map((role) => [role, languages.map((language) => say.dynamic(language, `access.role.${role}`))]),
) as Record<Role, string[]>;

const columns = [
  {
    key: 'territory',
    headers: [
      ...headers('municipality'),
      ...headers('territory'),
      ...headers('territory-code'),
      'cantón',
      'distrito',
      'código',
    ],
    kind: 'code',
    required: true,
    maximumLength: 200,
  },
  {
    key: 'organisation',
    headers: [...headers('organisation'), 'institución'],
    kind: 'text',
    maximumLength: 300,
  },
  {
    key: 'name',
    headers: [...headers('name'), ...headers('name-or-title'), 'cargo'],
    kind: 'text',
    required: true,
    maximumLength: 200,
  },
  { key: 'username', headers: headers('username'), kind: 'code', maximumLength: 61 },
  { key: 'phone', headers: [...headers('phone'), 'celular', 'móvil'], kind: 'code', maximumLength: 40 },
  {
    key: 'email',
    headers: [...headers('email'), 'e-mail', 'correo electrónico'],
    kind: 'text',
    maximumLength: 200,
  },
  { key: 'role', headers: [...headers('role'), ...headers('roles')], kind: 'choice', choices: roleChoices },
] as const satisfies readonly ColumnSpec[];

/** The rows of a table of people to invite, and what is wrong with its cells. The first sheet with rows is read. */
export async function readInvitationTable(
  bytes: Uint8Array,
): Promise<{ rows: readonly InvitationRow[]; problems: readonly Problem[]; notices: readonly Problem[] }> {
  const reading = await readTable(bytes);
  const sheet = reading.sheets.find((one) => one.rows.length > 0);
  if (!sheet) return { rows: [], problems: reading.problems, notices: reading.notices };
  const { records, problems, notices } = tableRecords(sheet, columns);
  return {
    rows: records.map(({ row, values, cells }) => ({
      row,
      ...values,
      cells: Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, cell.address])),
    })),
    problems: [...reading.problems, ...problems],
    notices: [...reading.notices, ...notices],
  };
}

/** An empty table with the columns that are read, and one example row. */
export function invitationTemplate(language: Language): TableSheet {
  const header = (key: string) => say.dynamic(language, `access.column.${key}`);
  return {
    name: language === 'es' ? 'Invitaciones' : 'Invitations',
    columns: [
      { key: 'territory', header: header('municipality'), kind: 'code', width: 24 },
      { key: 'organisation', header: header('organisation'), width: 32 },
      { key: 'name', header: header('name-or-title'), width: 36 },
      { key: 'username', header: header('username'), kind: 'code', width: 20 },
      { key: 'phone', header: header('phone'), kind: 'code', width: 18 },
      { key: 'email', header: header('email'), width: 30 },
      {
        key: 'role',
        header: header('role'),
        width: 28,
        choices: roles.map((role) => say.dynamic(language, `access.role.${role}`)),
      },
    ],
    rows: [],
  };
}
