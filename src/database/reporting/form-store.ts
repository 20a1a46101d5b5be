import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';

export type FormRow = {
  readonly id: string;
  readonly country: string;
  readonly territoryId: number;
  readonly title: string;
  readonly number: number;
  readonly audience: string;
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
      'f.audience',
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
  readonly audience: string;
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
      audience: form.audience,
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
  form: Pick<NewForm, 'id' | 'title' | 'audience' | 'content' | 'accountId'> & {
    readonly version: number;
    readonly number: number;
  },
): Promise<boolean> {
  const result = await tx
    .updateTable('report_form')
    .set({
      title: form.title,
      audience: form.audience,
      number: form.number + 1,
      version: form.version + 1,
      updated_at: sql`now()`,
    })
    .where('id', '=', form.id)
    .where('version', '=', form.version)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) return false;
  await insertVersion(tx, { ...form, number: form.number + 1 });
  // Who sees what a form brings in is one thing for all of it, also for what was told before.
  await tx
    .updateTable('series')
    .set({ audience: form.audience, version: sql`version + 1` })
    .where('origin', '=', 'report')
    .where((eb) =>
      eb.or([eb('source_id', '=', `informes.${form.id}`), eb('source_id', 'like', `informes.${form.id}.%`)]),
    )
    .where('audience', '<>', form.audience)
    .execute();
  return true;
}

/** The indicators of these codes, as a form asks for them. */
export async function findAskedIndicators(tx: Transaction, codes: readonly string[]) {
  if (codes.length === 0) return [];
  return tx
    .selectFrom('indicator as i')
    .leftJoin('indicator as n', 'n.id', 'i.numerator_id')
    .leftJoin('indicator as d', 'd.id', 'i.denominator_id')
    .select([
      'i.id',
      'i.code',
      'i.title',
      'i.unit',
      'i.decimals',
      'i.composition',
      'i.low_bound as lowBound',
      'i.high_bound as highBound',
      'i.standing',
      'i.country',
      'i.rule',
      'i.multiplier',
      'n.code as numerator',
      'd.code as denominator',
    ])
    .where('i.code', 'in', [...codes])
    .execute();
}

/** The indicators that a form can hold in a country: what adds up or is told as it is, and what is worked out and only shown. */
export async function listAskableIndicators(tx: Transaction, country: string) {
  return tx
    .selectFrom('indicator')
    .select(['code', 'title', 'unit', 'topic', 'composition'])
    .where('standing', '=', 'current')
    .where('composition', 'in', ['count', 'stock', 'distinct', 'estimate', 'ratio', 'computed'])
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
