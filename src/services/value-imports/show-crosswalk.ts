import type { OutputOf } from '#contract/operation.ts';
import type { crosswalkOperations } from '#contract/values/crosswalks.ts';
import { findAccountNames } from '#database/agreements/author-views.ts';
import { listIccsRows } from '#database/indicators/iccs-views.ts';
import { findIndicators } from '#database/indicators/indicator-views.ts';
import { findCrosswalkLines, type CrosswalkRow } from '#database/value-imports/crosswalk-views.ts';
import { nameIccs } from '#domain/indicators/codes.ts';
import { mayEditIndicator } from '#domain/indicators/permissions.ts';
import type { Context, Transaction } from '../context.ts';
import { daysAt } from '../today.ts';

type Full = OutputOf<typeof crosswalkOperations.listCrosswalks>['items'][number];

/** Versions without their lines, as lists of versions show them. */
export async function showVersions(tx: Transaction, context: Context, rows: readonly CrosswalkRow[]) {
  const people = await findAccountNames(
    tx,
    rows.map((row) => row.accountId),
  );
  const days = new Map<string | null, (moment: Date) => string>();
  for (const country of new Set(rows.map((row) => row.country))) days.set(country, await daysAt(tx, country));
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    country: row.country,
    source: row.source,
    number: row.number,
    isNewest: row.number === row.newest,
    since: row.validFrom ?? days.get(row.country)?.(row.writtenAt) ?? '',
    reason: row.reason,
    origin: row.origin,
    by: row.accountId === null ? null : (people.get(row.accountId) ?? null),
    names: row.names,
    abilities: mayEditIndicator(context.actor, { ...row, organisationId: null }) ? ['edit-indicator'] : [],
  }));
}

/** Versions with what each name stands for: the indicator and the category by their titles. */
export async function showCrosswalks(
  tx: Transaction,
  context: Context,
  rows: readonly CrosswalkRow[],
): Promise<Full[]> {
  const linesOf = await findCrosswalkLines(
    tx,
    rows.map(({ id }) => id),
  );
  const codes = [...linesOf.values()].flatMap((lines) => lines.flatMap(({ indicator }) => indicator ?? []));
  const indicators = await findIndicators(tx, [...new Set(codes)]);
  const iccs = new Map((await listIccsRows(tx)).map((one) => [one.code, one]));
  const versions = await showVersions(tx, context, rows);
  return versions.map((version, index) => ({
    ...version,
    version: rows[index]?.newest ?? version.number,
    lines: (linesOf.get(version.id) ?? []).map((line) => {
      const indicator = line.indicator === null ? undefined : indicators.get(line.indicator);
      return {
        ...line,
        // An indicator that is gone, or not of this installation, keeps its code.
        indicator:
          line.indicator === null
            ? null
            : {
                code: line.indicator,
                title: indicator?.title ?? line.indicator,
                titleEn: indicator?.titleEn ?? null,
              },
        iccs: line.iccs === null ? null : nameIccs(line.iccs, iccs),
      };
    }),
  }));
}
