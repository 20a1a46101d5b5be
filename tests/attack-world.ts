import type { Holder } from './access-world.ts';
import { makeAgreement } from './commitment-world.ts';
import type { AppOptions } from './server.ts';
import { makeValuesWorld, type ValueGiven, type ValuesWorld } from './values-world.ts';

export const communes = ['0101', '0103', '0104', '0201', '0202'];
export const months = Array.from({ length: 12 }, (_, index) => `2024-${String(index + 1).padStart(2, '0')}`);
const sexes = ['f', 'm', 'none'];
const ages = ['0-17', '18+'];
/** What each former or other division holds whole. */
const former: Readonly<Record<string, readonly string[]>> = {
  '0101': ['0101'],
  '0102': ['0103', '0104'],
  '0201': ['0201'],
  '0202': ['0202'],
};
const policeArea = ['0104', '0201'];

export type Event = {
  readonly at: string;
  readonly month: string;
  readonly sex: string;
  readonly age: string;
  readonly value: number;
};
export const events = makeEvents();

function makeEvents(): Event[] {
  let state = 77;
  const next = (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  return communes.flatMap((at, place) =>
    months.flatMap((month) =>
      sexes.flatMap((sex) =>
        ages.map((age) => ({ at, month, sex, age, value: next(3) === 0 ? next(3) : next(2 + 5 * place) })),
      ),
    ),
  );
}

export const sumOf = (some: readonly Event[]) => some.reduce((sum, { value }) => sum + value, 0);

/** Rows of a series: the events added up by what it tells. */
function rowsOf(
  cells: readonly (Omit<ValueGiven, 'value'> & { readonly holds: (event: Event) => boolean })[],
): ValueGiven[] {
  return cells.map(({ holds, ...cell }) => ({ ...cell, value: sumOf(events.filter(holds)) }));
}

export type AttackWorld = {
  readonly world: ValuesWorld;
  readonly keeper: Holder;
  readonly party: Holder;
  readonly series: Readonly<Record<SeriesName, number>>;
};
type SeriesName = 'months' | 'ages' | 'before' | 'police';

/**
 * A small country with one thing told by four series: by month and sex, by year and age, by the districts of before a split, by a police
 * area that nests in nothing. One figure was corrected.
 */
export async function makeAttackWorld(options: Pick<AppOptions, 'pages'> = {}): Promise<AttackWorld> {
  const world = await makeValuesWorld(options);
  const { owner } = world.database;
  const keeper = await world.holder('analista', [{ role: 'national-analyst', code: 'XA' }]);
  const party = await makeParty(world);
  for (const code of policeArea)
    await owner
      .insertInto('territory_overlap')
      .values({ territory_id: await world.territory(code), other_id: await world.territory('09'), share: 1 })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  const indicatorId = await world.indicator('PUERTAS');
  const of = { indicatorId, periodKind: 'year' };
  const series = {
    months: await world.series({ indicatorId, grain: ['sex'] }),
    ages: await world.series({ ...of, grain: ['age'], rank: 2 }),
    before: await world.series({ ...of, rank: 3, source: 'xa.law' }),
    police: await world.series({ indicatorId, rank: 4, level: 1, source: 'xa.law' }),
  };
  const [first, ...rest] = byMonthAndSex();
  if (first) await world.write(series.months, [{ ...first, value: (first.value ?? 0) + 1 }, ...rest]);
  await world.write(series.months, byMonthAndSex());
  await world.write(series.ages, byYearAndAge());
  await world.write(series.before, byFormerBorders());
  await world.write(series.police, byPoliceArea());
  await world.indicator('PUERTAS-TASA', {
    composition: 'ratio',
    numerator_id: indicatorId,
    denominator: 'population',
    multiplier: 1000,
  });
  return { world, keeper, party, series };
}

function byMonthAndSex(): ValueGiven[] {
  return rowsOf(
    communes.flatMap((at) =>
      months.flatMap((month) =>
        sexes.map((sex) => ({
          at,
          on: `${month}-01`,
          parts: { sex },
          holds: (event: Event) => event.at === at && event.month === month && event.sex === sex,
        })),
      ),
    ),
  );
}

function byYearAndAge(): ValueGiven[] {
  return rowsOf(
    communes.flatMap((at) =>
      ages.map((age) => ({
        at,
        on: '2024-01-01',
        parts: { age },
        holds: (event: Event) => event.at === at && event.age === age,
      })),
    ),
  );
}

function byFormerBorders(): ValueGiven[] {
  return rowsOf(
    Object.entries(former).map(([at, held]) => ({
      at,
      on: '2024-01-01',
      holds: (event: Event) => held.includes(event.at),
    })),
  );
}

function byPoliceArea(): ValueGiven[] {
  return rowsOf(
    months.map((month) => ({
      at: '09',
      on: `${month}-01`,
      holds: (event: Event) => policeArea.includes(event.at) && event.month === month,
    })),
  );
}

/** Somebody of an organisation with an agreement to share information: they are shown more than everybody. */
async function makeParty(world: ValuesWorld): Promise<Holder> {
  const { owner } = world.database;
  const organisationId = await world.organisation('Instituto de prueba', 'XA');
  const id = await makeAgreement(world, { code: 'XA', parties: [organisationId] });
  await owner.updateTable('agreement').set({ kind: 'information-sharing' }).where('id', '=', id).execute();
  await owner
    .insertInto('agreement_party')
    .values({
      id: crypto.randomUUID(),
      agreement_id: id,
      territory_id: await world.territory('XA'),
      organisation_id: organisationId,
      role: 'beneficiary',
      standing: 'signed',
    })
    .execute();
  return world.holder('aliada', [{ role: 'member', code: 'XA', organisationId }]);
}

type Cell = {
  readonly territory: string;
  readonly period: string;
  readonly crossing: string;
  readonly value: number | null;
  readonly state: string;
};

const kinds = ['month', 'quarter', 'semester', 'year'] as const;

/** All that somebody is told through the API's figures, by what names it; the police's own sums of the country are of its area alone. */
export async function everythingTold(
  { series }: Pick<AttackWorld, 'series'>,
  call: ValuesWorld['visitor'],
): Promise<Map<string, number | null>> {
  const told = new Map<string, number | null>();
  for (const [name, id] of Object.entries(series))
    for (const level of [0, 1, 2])
      for (const kind of kinds)
        for (const by of ['', 'sex', 'age']) {
          const query = `indicator=PUERTAS&series=${id}&within=XA&level=${level}&period=${kind}&by=${by}&from=2024&to=2024&limit=20000`;
          const answer = await call('GET', `/api/values?${query}`);
          if (answer.status !== 200) continue;
          for (const cell of answer.body.items as Cell[]) {
            if (cell.state !== 'value' && cell.state !== 'protected') continue;
            const key = keyOf(name, cell);
            // What any series tells is told.
            told.set(key, told.get(key) ?? cell.value);
          }
        }
  return told;
}

export function keyOf(
  name: string,
  { crossing, period, territory }: Pick<Cell, 'crossing' | 'period' | 'territory'>,
) {
  const place = name === 'police' && territory === 'XA' ? 'XA-09' : territory;
  return `${place} ${period} ${crossing}`;
}

/** The events that a cell holds. */
export function holds(key: string): (event: Event) => boolean {
  const [place = '', period = '', crossing = ''] = key.split(' ');
  const code = place.slice(3);
  const communesIn = code === '09' ? policeArea : (former[code] ?? (code.length === 4 ? [code] : null));
  const group = Object.fromEntries(crossing.split('&').map((part) => part.split('=')));
  return (event) =>
    (communesIn === null ? event.at.startsWith(code) : communesIn.includes(event.at)) &&
    periodsOver(event.month).includes(period) &&
    (group['sex'] ?? event.sex) === event.sex &&
    (group['age'] ?? event.age) === event.age;
}

function periodsOver(month: string): string[] {
  const number = Number(month.slice(5, 7));
  return [month, `2024-Q${Math.ceil(number / 3)}`, `2024-S${Math.ceil(number / 6)}`, '2024'];
}
