import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';

const kindNames = (column: 'name' | 'name_en') => sql<string | null>`(
  select string_agg(k.${sql.ref(column)}, ' / ' order by k.name desc) from territory_kind k
  where k.country = s.country and k.level = s.level)`;

/** What is told of a series everywhere, with its source, the numbers of its territory, and what its level is called there. */
export const seriesRows = (tx: Transaction) =>
  tx
    .selectFrom('series as s')
    .innerJoin('source as o', 'o.id', 's.source_id')
    .innerJoin('territory as t', 't.id', 's.territory_id')
    .select([
      's.id',
      's.indicator_id as indicatorId',
      's.country',
      's.territory_id as territoryId',
      's.organisation_id as organisationId',
      's.title',
      's.title_en as titleEn',
      's.counting_unit as countingUnit',
      's.period_kind as periodKind',
      's.level',
      's.grain',
      's.adds',
      's.rank',
      's.audience',
      's.is_published as isPublished',
      's.note',
      's.standing',
      's.example',
      's.version',
      't.id as low',
      't.last_id as high',
      'o.id as sourceId',
      'o.title as sourceTitle',
      'o.publisher as sourcePublisher',
      'o.address as sourceAddress',
      'o.published as sourcePublished',
      'o.verified as sourceVerified',
      // Provinces and comarcas are of one level.
      kindNames('name').as('levelTitle'),
      kindNames('name_en').as('levelTitleEn'),
    ]);

export type SeriesRow = Awaited<ReturnType<ReturnType<typeof seriesRows>['execute']>>[number];
