import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';

export type FormRow = {
  readonly id: string;
  readonly country: string;
  readonly territoryId: number;
  readonly title: string;
  readonly number: number;
  readonly example: boolean;
  readonly version: number;
  readonly content: unknown;
};

const forms = (tx: Transaction) =>
  tx
    .selectFrom('report_form as f')
    .innerJoin('report_form_version as v', (join) =>
      join.onRef('v.form_id', '=', 'f.id').onRef('v.number', '=', 'f.number'),
    )
    .select([
      'f.id',
      'f.country',
      'f.territory_id as territoryId',
      'f.title',
      'f.number',
      'f.example',
      'f.version',
    ])
    .select('v.content');

/** The forms in use of a country, or of all, by title. */
export async function listFormRows(tx: Transaction, country: string | null): Promise<FormRow[]> {
  let query = forms(tx).where('f.standing', '=', 'current').orderBy('f.title').orderBy('f.id');
  if (country !== null) query = query.where('f.country', '=', country);
  return query.execute();
}

export async function findForm(tx: Transaction, id: string): Promise<FormRow | undefined> {
  return forms(tx).where('f.id', '=', id).executeTakeFirst();
}

/** What a form asked in one of its versions. */
export async function findFormContent(tx: Transaction, formId: string, number: number): Promise<unknown> {
  const row = await tx
    .selectFrom('report_form_version')
    .select('content')
    .where('form_id', '=', formId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row?.content;
}

export type NewForm = {
  readonly id: string;
  readonly country: string;
  readonly territoryId: number;
  readonly title: string;
  readonly content: object;
  readonly accountId: string | null;
  readonly example?: boolean;
};

export async function insertForm(tx: Transaction, form: NewForm): Promise<void> {
  await tx
    .insertInto('report_form')
    .values({
      id: form.id,
      country: form.country,
      territory_id: form.territoryId,
      title: form.title,
      example: form.example ?? false,
    })
    .execute();
  await insertVersion(tx, { ...form, number: 1 });
}

async function insertVersion(
  tx: Transaction,
  version: Pick<NewForm, 'id' | 'content' | 'accountId'> & { readonly number: number },
): Promise<void> {
  await tx
    .insertInto('report_form_version')
    .values({
      form_id: version.id,
      number: version.number,
      content: JSON.stringify(version.content),
      account_id: version.accountId,
    })
    .execute();
}

/** Writes what a form asks from now on; false where somebody else changed it. Cycles go on asking by the version they began with. */
export async function updateForm(
  tx: Transaction,
  form: Pick<NewForm, 'id' | 'title' | 'content' | 'accountId'> & {
    readonly version: number;
    readonly number: number;
  },
): Promise<boolean> {
  const result = await tx
    .updateTable('report_form')
    .set({ title: form.title, number: form.number + 1, version: form.version + 1, updated_at: sql`now()` })
    .where('id', '=', form.id)
    .where('version', '=', form.version)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) return false;
  await insertVersion(tx, { ...form, number: form.number + 1 });
  return true;
}

/** The indicators of these codes, as a form asks for them. */
export async function findAskedIndicators(tx: Transaction, codes: readonly string[]) {
  if (codes.length === 0) return [];
  return tx
    .selectFrom('indicator')
    .select([
      'id',
      'code',
      'title',
      'unit',
      'decimals',
      'composition',
      'low_bound as lowBound',
      'high_bound as highBound',
      'standing',
      'country',
    ])
    .where('code', 'in', [...codes])
    .execute();
}

/** The indicators that can be asked for in a country: what adds up or is told as it is, not what is worked out. */
export async function listAskableIndicators(tx: Transaction, country: string) {
  return tx
    .selectFrom('indicator')
    .select(['code', 'title', 'unit', 'topic'])
    .where('standing', '=', 'current')
    .where('composition', 'in', ['count', 'stock', 'distinct', 'estimate'])
    .where((eb) => eb.or([eb('country', '=', country), eb('country', 'is', null)]))
    .orderBy('topic')
    .orderBy('title')
    .limit(500)
    .execute();
}

/** The categories of these dimensions, in their order. */
export async function findCategories(tx: Transaction, dimensions: readonly string[]) {
  if (dimensions.length === 0) return [];
  return tx
    .selectFrom('dimension_category')
    .select(['dimension', 'code', 'title'])
    .where('dimension', 'in', [...dimensions])
    .orderBy('dimension')
    .orderBy('position')
    .orderBy('code')
    .execute();
}
