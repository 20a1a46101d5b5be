import type { Transaction } from '#database/connection.ts';
import { templateSchema, type AgreementTemplate } from '#domain/agreements/template-schema.ts';

/** The instruments that there are: those of one country first, the engines before the libraries. */
export async function findTemplates(tx: Transaction): Promise<AgreementTemplate[]> {
  const rows = await tx
    .selectFrom('agreement_template')
    .select('content')
    .orderBy('is_engine', 'desc')
    .orderBy('instrument_country')
    .orderBy('id')
    .execute();
  return rows.map((row) => templateSchema.parse(row.content));
}

export async function findTemplate(tx: Transaction, id: string): Promise<AgreementTemplate | undefined> {
  const row = await tx
    .selectFrom('agreement_template')
    .select('content')
    .where('id', '=', id)
    .executeTakeFirst();
  return row && templateSchema.parse(row.content);
}
