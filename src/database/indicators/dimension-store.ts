import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { CatalogueDimension, CatalogueSource } from '#domain/indicators/catalogue-schema.ts';

/** Brings dimensions and their categories; titles are told anew, what people added stays. */
export async function saveDimensionsOfCatalogue(
  tx: Transaction,
  dimensions: readonly CatalogueDimension[],
): Promise<void> {
  if (dimensions.length === 0) return;
  await tx
    .insertInto('dimension')
    .values(
      dimensions.map(({ code, title }, position) => ({
        code,
        title: title.es,
        title_en: title.en,
        position,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('code').doUpdateSet((row) => ({
        title: row.ref('excluded.title'),
        title_en: row.ref('excluded.title_en'),
        position: row.ref('excluded.position'),
      })),
    )
    .execute();
  const categories = dimensions.flatMap((dimension) =>
    dimension.categories.map(({ code, title, isUnknown }, index) => ({
      dimension: dimension.code,
      code,
      title: title.es,
      title_en: title.en,
      // What the source did not say comes last, after what people add.
      position: isUnknown ? 999 : index,
      is_unknown: isUnknown,
    })),
  );
  await tx
    .insertInto('dimension_category')
    .values(categories)
    .onConflict((conflict) =>
      conflict.columns(['dimension', 'code']).doUpdateSet((row) => ({
        title: row.ref('excluded.title'),
        title_en: row.ref('excluded.title_en'),
        position: row.ref('excluded.position'),
        is_unknown: row.ref('excluded.is_unknown'),
      })),
    )
    .execute();
}

/** Writes where the indicators of every country come from. A source of the same id is told anew. */
export async function saveSourcesOfCatalogue(
  tx: Transaction,
  sources: readonly CatalogueSource[],
): Promise<void> {
  if (sources.length === 0) return;
  await sql`
    insert into source (id, country, title, publisher, address, published, licence, note, verified)
    select id, null, title, publisher, address, published, licence, note, verified
    from jsonb_to_recordset(${JSON.stringify(sources)}::jsonb) as r(id text, title text, publisher text, address text, published text,
      licence text, note text, verified boolean)
    on conflict (id) do update set title = excluded.title, publisher = excluded.publisher, address = excluded.address,
      published = excluded.published, licence = excluded.licence, note = excluded.note, verified = excluded.verified
    where source.country is null`.execute(tx);
}

export type NewCategory = {
  readonly dimension: string;
  readonly code: string;
  readonly title: string;
  readonly titleEn: string;
};

/** Adds a category after those that there are; false where its code is taken. */
export async function insertCategory(tx: Transaction, given: NewCategory): Promise<boolean> {
  const result = await sql`
    insert into dimension_category (dimension, code, title, title_en, position)
    select ${given.dimension}, ${given.code}, ${given.title}, ${given.titleEn},
      coalesce(max(position) filter (where not is_unknown), 0) + 1
    from dimension_category where dimension = ${given.dimension}
    on conflict do nothing`.execute(tx);
  return result.numAffectedRows === 1n;
}
