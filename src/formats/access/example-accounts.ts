import { parse } from 'csv-parse/sync';
import { isRole, type Role } from '#domain/access/roles.ts';

/** An account of the demonstration, or one role more for one of them: then only username and role are given. */
export type ExampleAccount = {
  readonly username: string;
  readonly password: string;
  readonly description: string;
  /** The key of the person in people.csv. */
  readonly person: string;
  readonly role: Role;
  /** A code; empty for the country. */
  readonly territory: string;
  /** The pack's key of the organisation, or empty. */
  readonly organisation: string;
  /** The key of the structure in structures.csv, or empty. */
  readonly structure: string;
};

type Row = Readonly<Partial<Record<keyof ExampleAccount, string>>>;

/**
 * Reads `packs/<country>/example/accounts.csv`.
 * @throws {Error} for a role that there is not
 */
export function readExampleAccounts(text: string): ExampleAccount[] {
  const rows: Row[] = parse(text, { columns: true, bom: true, skip_empty_lines: true, trim: true });
  return rows.map((row) => {
    const {
      username = '',
      password = '',
      description = '',
      person = '',
      territory = '',
      organisation = '',
      structure = '',
    } = row;
    const role = row.role ?? '';
    if (!isRole(role)) throw new Error(`example account ${username}: no role "${role}"`);
    return { username, password, description, person, role, territory, organisation, structure };
  });
}
