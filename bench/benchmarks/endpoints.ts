import { startBare } from '../bare.ts';
import { quantile, rounded, type Benchmark, type Figure } from '../figure.ts';
import { load } from '../load.ts';

const users = 50;

/** What fifty visitors do at once: list, open, search. Searches differ, so that none is answered from a memory. */
const asked: readonly {
  readonly name: string;
  readonly paths: (country: string, reference: string) => readonly string[];
}[] = [
  { name: 'list territories', paths: (country) => [`/api/territories?country=${country}&limit=50`] },
  { name: 'open a territory', paths: (_, reference) => [`/api/territories/${reference}`] },
  { name: 'who works in a territory', paths: (_, reference) => [`/api/territories/${reference}/actors`] },
  { name: 'list organisations', paths: (country) => [`/api/organisations?territory=${country}&limit=50`] },
  {
    name: 'search',
    paths: () =>
      [
        'san miguelito',
        'desamparado',
        'kuna yala',
        'ministerio',
        'comite',
        'chiriqi',
        'policia',
        'limon',
      ].map((text) => `/api/search?text=${encodeURIComponent(text)}`),
  },
];

function p95(samples: readonly number[]): number {
  return rounded(quantile(samples, 0.95));
}

export const endpoints: Benchmark = {
  name: 'endpoints',
  needsProduct: true,
  async run({ address, say }) {
    const { country, reference } = await someTerritory(address);
    const figures: Figure[] = [];
    for (const { name, paths } of asked) {
      say(`${name}, ${users} users`);
      const addresses = paths(country, reference).map((path) => address + path);
      const addressOf = (request: number) => addresses[request % addresses.length] ?? address;
      const probe = await load(addressOf, { users: 1, requestsEach: addresses.length });
      if (probe.failures > 0) {
        say(`${name}: not answered with 200, left out`);
        continue;
      }
      figures.push(...(await measure(name, addressOf, probe.bytes)));
    }
    return figures;
  },
};

async function measure(
  name: string,
  addressOf: (request: number) => string,
  bytes: number,
): Promise<Figure[]> {
  const bare = await startBare(bytes);
  try {
    const wish = { users, requestsEach: 20 };
    const calm = { users, requestsEach: 8, pauseMs: 1000 };
    await load(addressOf, { users, requestsEach: 4 });
    const atOnce = await load(addressOf, wish);
    const paused = await load(addressOf, calm);
    await load(() => `${bare.address}/json`, { users, requestsEach: 4 });
    const bareAtOnce = await load(() => `${bare.address}/json`, wish);
    const barePaused = await load(() => `${bare.address}/json`, calm);
    const failures = atOnce.failures + paused.failures;
    const note = `reference: a bare Fastify route of ${bytes} bytes; ${failures} errors`;
    return [
      {
        name: `${name}, ${users} users asking without pause, p95`,
        value: p95(atOnce.milliseconds),
        unit: 'ms',
        reference: p95(bareAtOnce.milliseconds),
        mustReach: 100,
        note,
      },
      {
        name: `${name}, ${users} users asking every second, p95`,
        value: p95(paused.milliseconds),
        unit: 'ms',
        reference: p95(barePaused.milliseconds),
        mustReach: 100,
        note,
      },
      {
        name: `${name}, answers a second`,
        value: rounded(atOnce.perSecond, 0),
        unit: '1/s',
        reference: rounded(bareAtOnce.perSecond, 0),
        note,
      },
    ];
  } finally {
    await bare.stop();
  }
}

/** The first country of the demonstration and one of its middling territories: no code is known here. */
export async function someTerritory(address: string): Promise<{ country: string; reference: string }> {
  const countries = await items(`${address}/api/countries`);
  const country = countries.at(-1)?.code ?? '';
  const below = await items(`${address}/api/territories?country=${country}&level=2&limit=200`);
  const wanted = below.find(({ name }) => name === 'San Miguelito') ?? below.at(-1);
  return { country, reference: wanted?.reference ?? country };
}

type Named = { readonly code?: string; readonly reference?: string; readonly name?: string };

async function items(address: string): Promise<Named[]> {
  const answer = await fetch(address);
  const body = (await answer.json()) as { items?: Named[] };
  if (!answer.ok || !body.items) throw new Error(`${address} answered ${answer.status}`);
  return body.items;
}
