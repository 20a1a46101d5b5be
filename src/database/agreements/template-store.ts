import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { AgreementTemplate } from '#domain/agreements/template-schema.ts';

/**
 * Keeps an instrument that is new, or newer than the one kept; false where it was there already.
 * Agreements keep the number of the instrument that they were drafted from, and a text of their own.
 */
export async function saveTemplate(tx: Transaction, template: AgreementTemplate): Promise<boolean> {
  const content = JSON.stringify(template);
  const saved = await tx
    .insertInto('agreement_template')
    .values({
      id: template.id,
      instrument_country: template.instrumentCountry,
      kind: template.kind,
      is_engine: template.isEngine,
      number: template.number,
      content,
    })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet((row) => ({
          instrument_country: row.ref('excluded.instrument_country'),
          kind: row.ref('excluded.kind'),
          is_engine: row.ref('excluded.is_engine'),
          number: row.ref('excluded.number'),
          content: row.ref('excluded.content'),
          loaded_at: sql`now()`,
        }))
        .whereRef('agreement_template.number', '<', 'excluded.number'),
    )
    .returning('id')
    .execute();
  return saved.length > 0;
}
