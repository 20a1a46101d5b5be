import { sql, type RawBuilder } from 'kysely';

/**
 * A column of names in the order of the Spanish alphabet: "Árbol" beside "Arco", "Ñ" after "N". The collation is the
 * migrations' own, so that every server sorts alike, whatever language its machine speaks.
 */
export const inSpanish = (column: string): RawBuilder<string> =>
  sql<string>`${sql.ref(column)} collate spanish`;

/** What comes after one entry of a list in order of name, and then of id among those of one name. */
export const isAfterName = (
  table: string,
  after: { readonly name: string; readonly id: string },
): RawBuilder<boolean> =>
  sql<boolean>`(${inSpanish(`${table}.name`)}, ${sql.ref(`${table}.id`)}) > (${after.name}, ${after.id}::uuid)`;
