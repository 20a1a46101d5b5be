import type { countryOfPage } from '../actors/territory-choices.ts';
import { call } from '../api.ts';
import { explore, type Explored } from './explore.ts';
import type { ExplorerAsked } from './explorer-asked.ts';

type Context = Parameters<typeof call>[0];
type Around = Awaited<ReturnType<typeof countryOfPage>>;

/** What the explorer shows: of the territory asked for, else of the reader's country, else of the first country with figures. */
export async function openExplorer(context: Context, asked: ExplorerAsked, around: Around, request: Request) {
  const { countries, country } = around;
  const others = asked.territory === null ? countries.filter((one) => one.code !== country?.code) : [];
  const nearest = await exploreIn(context, asked, country, request);
  if (isTelling(nearest.explored)) return nearest;
  for (const other of others) {
    const found = await exploreIn(context, asked, other, request);
    if (isTelling(found.explored)) return found;
  }
  return nearest;
}

async function exploreIn(
  context: Context,
  asked: ExplorerAsked,
  country: Around['country'],
  request: Request,
) {
  const given = { ...(country && { country: country.code }), limit: 200 };
  const { items } = await call(context, 'listIndicators', given, request);
  const told = items.filter(({ composition, hasFigures }) => hasFigures && composition !== 'computed');
  const first = told.find(({ code }) => code === 'HOM') ?? told[0];
  const indicators = asked.indicators.length > 0 ? asked.indicators : first ? [first.code] : [];
  const territory = asked.territory ?? country?.reference ?? '';
  const explored = await explore(context, { ...asked, indicators }, territory);
  return { country, territory, told, indicators, explored };
}

function isTelling({ comparison, exploration }: Explored): boolean {
  const cells = exploration?.rows.flatMap((row) => row.cells) ?? [];
  return [...cells, ...(comparison?.areas ?? [])].some((figure) => figure?.state === 'value');
}
