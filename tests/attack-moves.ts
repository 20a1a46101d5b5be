import { strFromU8, unzipSync } from 'fflate';
import { sql } from 'kysely';
import {
  communes,
  events,
  everythingTold,
  holds,
  months,
  type AttackWorld,
  type Event,
} from './attack-world.ts';
import type { Answer, Caller } from './server.ts';

/** Something that happened elsewhere: from one place to another in a month, and back in another month. */
export type Move = readonly { readonly event: Event; readonly by: 1 | -1 }[];

/** Whoever asks, by what they are called. */
export type Askers = Readonly<Record<string, Caller>>;

/** All that each of them is told through the API's figures. */
export async function figuresOf(attacked: AttackWorld, askers: Askers) {
  const told = new Map<string, Map<string, number | null>>();
  for (const [name, call] of Object.entries(askers)) told.set(name, await everythingTold(attacked, call));
  return told;
}

type Told = Awaited<ReturnType<typeof figuresOf>>;

/** Whether the same figures are told to the same people, and the same hidden from them. */
export const isSame = (one: Told, other: Told) =>
  JSON.stringify(writtenOut(one)) === JSON.stringify(writtenOut(other));

const writtenOut = (told: Told) => [...told].map(([name, figures]) => [name, [...figures]]);

/** Ways in which something else can have happened, of which none of these is told anything. */
export function movesOf(told: Told): Move[] {
  const keys = new Set([...told.values()].flatMap((figures) => [...figures.keys()]));
  const hidden = [...keys].filter((key) =>
    [...told.values()].every((figures) => (figures.get(key) ?? null) === null),
  );
  const isHidden = new Set(hidden);
  const eventAt = (at: string, month: string, sex: string) =>
    events.find((one) => one.at === at && one.month === month && one.sex === sex && one.age === '18+');
  const found: Move[] = [];
  for (const [first, at] of communes.entries())
    for (const other of communes.slice(first + 1))
      for (const [index, month] of months.entries())
        for (const later of months.slice(index + 1))
          for (const sex of ['f', 'm', 'none']) {
            const corners = [
              [at, month, 1],
              [at, later, -1],
              [other, month, -1],
              [other, later, 1],
            ] as const;
            const move = corners.flatMap(([place, when, by]) => {
              const event = eventAt(place, when, sex);
              return event ? [{ event, by }] : [];
            });
            // What nobody reported, or reported as nothing, is told apart from a number.
            const isPossible = move.length === 4 && move.every(({ event }) => event.value > 2);
            if (isPossible && changedBy(move, keys).every((key) => isHidden.has(key))) found.push(move);
          }
  return found;
}

function changedBy(move: Move, keys: ReadonlySet<string>): string[] {
  return [...keys].filter((key) => {
    const isIn = holds(key);
    return move.reduce((sum, { event, by }) => (isIn(event) ? sum + by : sum), 0) !== 0;
  });
}

/** Makes it so that this is what happened, as if it had been told so from the beginning. */
export async function make({ series, world }: AttackWorld, move: Move, sign: 1 | -1): Promise<void> {
  await world.database.owner.transaction().execute(async (tx) => {
    const { rows } = await sql<{
      last: string;
    }>`select coalesce(max(id), 0) as last from value_correction`.execute(tx);
    for (const { event, by } of move) {
      const places = [[series.months, event.at, { sex: event.sex }]] as [number, string, object][];
      if (['0104', '0201'].includes(event.at)) places.push([series.police, '09', {}]);
      for (const [id, code, parts] of places)
        await sql`update data_value set value = value + ${by * sign}
          where series_id = ${id} and period = ${`${event.month}-01`}::date and territory_id = ${await world.territory(code)}
            and disaggregation_id = disaggregation_of(${JSON.stringify(parts)}::jsonb)`.execute(tx);
    }
    await sql`delete from value_correction where id > ${rows[0]?.last ?? '0'}`.execute(tx);
  });
  await world.drain();
}

/** A first move after which everybody is still told the same figures: a plan may choose other cells for other figures. */
export async function unseenMove(attacked: AttackWorld, askers: Askers): Promise<Move> {
  const before = await figuresOf(attacked, askers);
  for (const move of movesOf(before)) {
    await make(attacked, move, 1);
    const after = await figuresOf(attacked, askers);
    await make(attacked, move, -1);
    if (isSame(after, before)) return move;
  }
  throw new Error('everything that could have happened otherwise would be seen in the figures');
}

/** What is in an answer, its parts by name: the headers, and the parts of a package, each by its name, else the whole. */
export function saidIn({ bytes, headers, status }: Answer): [string, string][] {
  const heads = Object.entries(headers)
    .filter(([name]) => !/^(date|x-request-id|content-security-policy|set-cookie)$/.test(name))
    .map(([name, value]) => `${name}: ${String(value)}`);
  // A package is as long as the moment at which it was made lets it be packed.
  const isPackage = bytes.subarray(0, 2).toString('latin1') === 'PK';
  const kept = heads.filter((head) => !isPackage || !head.startsWith('content-length'));
  const parts = isPackage
    ? Object.entries(unzipSync(new Uint8Array(bytes))).map(([name, part]): [string, string] => [
        name,
        strFromU8(part, true),
      ])
    : [['whole', bytes.toString('latin1')] as [string, string]];
  return [['heads', `${status} ${kept.join(' ')}`] as [string, string], ...parts].map(([name, text]) => [
    name,
    withoutMoment(text),
  ]);
}

/** Without what says when something was made, for which request, and with what number. */
function withoutMoment(text: string): string {
  return (
    text
      .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?/g, 'MOMENT')
      .replaceAll(/D:\d{14}([+-]\d\d'\d\d'?|Z)?/g, 'MOMENT')
      .replaceAll(/"requestId":"[^"]*"/g, '')
      .replaceAll(/nonce="[^"]*"/g, '')
      // Scripts that are fetched ahead stand where the stream just was; what they are named for is the page.
      .replaceAll(/<link rel="modulepreload"[^>]*>/g, '')
      // Made for this request; things have numbers that tell when they were made.
      .replaceAll(/\b[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, 'RANDOM')
      .replaceAll(
        /(<(?:wp:docPr|pic:cNvPr|w:bookmarkStart|w:bookmarkEnd)\b[^>]*?\b(?:w:)?id=")[^"]*/g,
        '$1NUMBER',
      )
      .replaceAll(/\/ID\s*\[[^\]]*\]|(xmpMM:(Instance|Document)ID>)[^<]*/g, 'NUMBER')
  );
}

/** All that is said at each of some doors, by its address and its part. */
export async function everythingSaid(call: Caller, doors: readonly string[]): Promise<Map<string, string>> {
  const said = new Map<string, string>();
  for (const door of doors) {
    const answer = await call('GET', door);
    if (answer.status >= 500) throw new Error(`${door}: ${answer.status} ${answer.text.slice(0, 300)}`);
    for (const [part, text] of saidIn(answer)) said.set(`${door} ${part}`, text);
  }
  return said;
}

/** Where what is said is another, each with what stands around it; also what is said in one country alone. */
export function differences(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])]
    .filter((door) => one.get(door) !== other.get(door))
    .map((door) => `${door}: ${around(one.get(door) ?? '', other.get(door) ?? '')}`);
}

function around(one: string, other: string): string {
  const at =
    Array.from({ length: one.length }, (_, index) => index).find((index) => one[index] !== other[index]) ?? 0;
  return `${one.slice(Math.max(0, at - 60), at + 60)} / ${other.slice(Math.max(0, at - 60), at + 60)}`;
}
