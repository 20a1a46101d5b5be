import {
  removeSearchEntry,
  upsertSearchEntries,
  type SearchEntry,
} from '#database/operations/search-store.ts';
import type { IndicatorFields } from '#domain/indicators/indicator.ts';
import type { IndicatorStanding } from '#domain/indicators/vocabulary.ts';
import { fold } from '#domain/shared/fold.ts';
import type { Transaction } from '../context.ts';

type Findable = Pick<IndicatorFields, 'code' | 'title' | 'titleEn' | 'sdgCodes' | 'iccsCodes'> & {
  readonly country: string | null;
  readonly territoryId: number | null;
  readonly organisationId: string | null;
  readonly standing: IndicatorStanding;
};

/** An indicator is found by its code, its titles and the codes of others that it answers to; one of no country everywhere. */
export async function makeIndicatorsFindable(
  tx: Transaction,
  indicators: readonly Findable[],
): Promise<void> {
  const current = indicators.filter(({ standing }) => standing === 'current');
  for (const { code } of indicators.filter(({ standing }) => standing !== 'current'))
    await removeSearchEntry(tx, 'indicator', code);
  await upsertSearchEntries(tx, current.map(entryOf));
}

function entryOf(indicator: Findable): SearchEntry {
  const { code, title, titleEn, sdgCodes, iccsCodes } = indicator;
  return {
    kind: 'indicator',
    id: code,
    country: indicator.country ?? '',
    territoryId: indicator.territoryId ?? 0,
    organisationId: indicator.organisationId,
    title,
    folded: fold([code, title, titleEn ?? '', ...sdgCodes, ...iccsCodes].join(' ')),
    visibility: 'public',
  };
}
