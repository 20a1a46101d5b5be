import type { Transaction } from '#database/connection.ts';

export type DimensionRow = {
  readonly code: string;
  readonly title: string;
  readonly titleEn: string;
  readonly categories: readonly CategoryRow[];
};

export type CategoryRow = {
  readonly code: string;
  readonly title: string;
  readonly titleEn: string;
  readonly isUnknown: boolean;
};

/** By what figures are broken down, each with its categories in order; "no data" last. */
export async function listDimensionRows(tx: Transaction): Promise<DimensionRow[]> {
  const dimensions = await tx
    .selectFrom('dimension')
    .selectAll()
    .orderBy('position')
    .orderBy('code')
    .execute();
  const categories = await tx
    .selectFrom('dimension_category')
    .selectAll()
    .orderBy('position')
    .orderBy('code')
    .execute();
  return dimensions.map(({ code, title, title_en }) => ({
    code,
    title,
    titleEn: title_en,
    categories: categories
      .filter(({ dimension }) => dimension === code)
      .map((one) => ({
        code: one.code,
        title: one.title,
        titleEn: one.title_en,
        isUnknown: one.is_unknown,
      })),
  }));
}

export async function listDimensionCodes(tx: Transaction): Promise<Set<string>> {
  const rows = await tx.selectFrom('dimension').select('code').execute();
  return new Set(rows.map(({ code }) => code));
}
