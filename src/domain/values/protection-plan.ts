import {
  cellsBetween,
  cellsOver,
  coordinateNames,
  coordinatesOf,
  isCover,
  isOfOtherDivision,
  isUntold,
  missedByContent,
  pointKey,
  pointOf,
  publishedOver,
  shared,
  type BaseCell,
  type CoordinateName,
  type LatticeRules,
  type Point,
} from './protection-lattice.ts';

/** So many nearest others are tried in each direction: more would hide no less, only later. */
const nearest = { territory: 8, time: 5, group: 4, kind: 3 } as const;

/** In how many ways a figure may be moved: over territory, time, groups and indicators, over some of them at once, or over one. */
const directions: readonly (readonly CoordinateName[])[] = [
  ['territory', 'time'],
  ['territory', 'group'],
  ['time', 'group'],
  ['territory', 'time', 'group'],
  ['territory'],
  ['time'],
  ['group'],
  ['kind'],
  ['territory', 'kind'],
  ['time', 'kind'],
  ['group', 'kind'],
  ['territory', 'time', 'kind'],
];

/**
 * Which cells of a series are hidden, of whatever level, period and group: the same for every question, so that two answers never give away
 * together what each hides. A cell is hidden because it is small; and with each small cell as many others as it takes that another table,
 * with another number in that cell, would have shown everybody the same: something moved from a figure to its neighbours and back
 * (+ − − + over two territories and two months, say) changes only hidden cells. So no arithmetic over what is shown, by whatever totals,
 * times, territories or groups, tells a small cell more narrowly than the threshold. Nor does it to whoever keeps the figures of one
 * territory and sees them all there: beside what they know, as many others are hidden that they do not.
 * @returns the keys of the hidden cells, as `cellKey` writes them
 */
export function planProtection(base: readonly BaseCell[], rules: LatticeRules): Set<string> {
  const points = base.map((cell) => pointOf(cell, rules));
  const field = new Field(points);
  const sums = sumCells(points);
  const open = new Set(points.flatMap((point) => publishedOver(point, rules.published ?? [])));
  const isSmall = (sum: number) => sum > 0 && sum < rules.threshold;
  const small = [...sums].filter(
    ([key, { sum }]) => (isSmall(sum) || rules.seeds?.has(key)) && !open.has(key) && !isUntold(key),
  );
  const hidden = new Set(small.map(([key]) => key));
  // Finest first: what is hidden for them serves the wider ones.
  const inOrder = small.toSorted(
    ([one, a], [other, b]) => a.members.length - b.members.length || one.localeCompare(other),
  );
  for (const [key, { members }] of inOrder) free(key, members, { field, hidden, sums, rules, open });
  return new Set([...hidden].filter((key) => !isUntold(key)));
}

type Sum = { sum: number; readonly members: Point[] };

function sumCells(points: readonly Point[]): Map<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const point of points)
    for (const key of cellsOver(point)) {
      const there = sums.get(key) ?? { sum: 0, members: [] };
      there.sum += point.value;
      there.members.push(point);
      sums.set(key, there);
    }
  return sums;
}

/** The figures by their coordinates. */
class Field {
  readonly all: ReadonlyMap<string, Point>;
  private readonly values: Readonly<Record<CoordinateName, Point[CoordinateName][]>>;

  constructor(points: readonly Point[]) {
    this.all = new Map(points.map((point) => [pointKey(point), point]));
    const distinct = (name: CoordinateName) => [
      ...new Map(points.map((point) => [point[name][0] ?? '', point[name]])).values(),
    ];
    this.values = {
      territory: distinct('territory'),
      time: distinct('time'),
      group: distinct('group'),
      kind: distinct('kind'),
    };
  }

  /** Other values of a coordinate that lie outside a cell, those first that share most with it. */
  near(point: Point, name: CoordinateName, outside: string): Point[CoordinateName][] {
    const own = point[name];
    return this.values[name]
      .filter((one) => !one.includes(outside))
      .map((one) => ({ one, common: shared(own, one).size }))
      .toSorted((a, b) => b.common - a.common)
      .slice(0, nearest[name])
      .map(({ one }) => one);
  }
}

type Stage = {
  readonly field: Field;
  readonly hidden: Set<string>;
  readonly sums: ReadonlyMap<string, Sum>;
  readonly rules: LatticeRules;
  /** The cells that are published elsewhere. */
  readonly open: ReadonlySet<string>;
};

/** One way in which a cell could hold another number and nobody see it. */
type Move = {
  readonly gain: number;
  readonly changes: readonly string[];
  readonly up: readonly Point[];
  readonly down: readonly Point[];
};

/** Hides as much beside a small cell as it takes for it to be anything from nothing to the threshold, whoever asks. */
function free(key: string, members: readonly Point[], stage: Stage): void {
  const first = largestOf(members);
  if (!first) return;
  const moves = movesFrom(first, key, stage);
  const touched = new Set<string>();
  widen(first, moves, stage, touched);
  // What is hidden only for another series' sake is kept from everybody; that it is kept from its neighbours too is that series' own affair.
  if ((stage.sums.get(key)?.sum ?? 0) >= stage.rules.threshold) return;
  // Whoever keeps the figures of a territory knows what was moved there. More are touched while this goes on: they are asked in turn.
  for (const keeper of touched) {
    const start = keeper === coordinatesOf(key).territory ? undefined : strangerTo(keeper, members);
    if (!start || start.value === 0) continue;
    const all = start === first ? moves : movesFrom(start, key, stage);
    const unknown = all.filter((move) => !isKnownTo(keeper, move));
    widen(start, unknown, stage, touched);
  }
}

/** The largest of the figures in a cell that somebody who keeps those of a territory does not know. */
function strangerTo(keeper: string, members: readonly Point[]): Point | undefined {
  // What could not be placed is nobody's.
  if (keeper.startsWith('-') || isCover(keeper)) return undefined;
  // Of another division its keeper knows the sums alone.
  if (isOfOtherDivision(keeper)) return largestOf(members);
  return largestOf(members.filter(({ territory }) => !territory.includes(keeper)));
}

function isKnownTo(keeper: string, { changes, minus, plus }: Corners): boolean {
  return isOfOtherDivision(keeper)
    ? changes.some((key) => key.startsWith(`${keeper}|`))
    : [...plus, ...minus].some(({ territory }) => territory.includes(keeper));
}

function largestOf(points: readonly Point[]): Point | undefined {
  return points.toSorted((one, other) => other.value - one.value)[0];
}

function widen(start: Point, moves: readonly Corners[], stage: Stage, touched: Set<string>): void {
  const used = { up: new Map<string, number>(), down: new Map<string, number>() };
  let need = stage.rules.threshold - 1;
  while (need > 0) {
    const best = cheapest(moves, used, stage);
    if (!best) break;
    for (const cell of best.changes) stage.hidden.add(cell);
    for (const side of ['up', 'down'] as const)
      for (const one of best[side])
        used[side].set(pointKey(one), (used[side].get(pointKey(one)) ?? 0) + best.gain);
    for (const one of [...best.up, ...best.down]) for (const place of one.territory) touched.add(place);
    need -= best.gain;
  }
  // Where nothing can be moved, everything that it is part of is hidden.
  if (need > Math.max(0, stage.rules.threshold - 3))
    for (const cell of cellsOver(start).filter((one) => mayHide(one, stage))) stage.hidden.add(cell);
}

// What everybody already knows, or what is shown elsewhere to the same reader, cannot have been another number.
function mayHide(cell: string, { open, rules }: Pick<Stage, 'open' | 'rules'>): boolean {
  return isUntold(cell) || (!open.has(cell) && (rules.within === undefined || rules.within.has(cell)));
}

function cheapest(
  moves: readonly Corners[],
  used: { readonly up: ReadonlyMap<string, number>; readonly down: ReadonlyMap<string, number> },
  stage: Stage,
): Move | null {
  let best: { move: Move; price: number } | null = null;
  for (const corners of moves) {
    const room = (points: readonly Point[], side: 'up' | 'down') =>
      Math.min(...points.map((point) => point.value - (used[side].get(pointKey(point)) ?? 0)));
    const gain = Math.max(0, room(corners.minus, 'up')) + Math.max(0, room(corners.plus, 'down'));
    if (gain <= 0) continue;
    const price = priceOf(corners.changes, stage) / Math.min(gain, stage.rules.threshold - 1);
    if (best && best.price <= price) continue;
    best = { move: { gain, changes: corners.changes, up: corners.minus, down: corners.plus }, price };
  }
  return best?.move ?? null;
}

function priceOf(changes: readonly string[], { hidden, rules, sums }: Stage): number {
  const missed = rules.missed ?? missedByContent;
  let price = 0;
  for (const key of changes) {
    if (hidden.has(key) || isUntold(key)) continue;
    const { members, sum } = sums.get(key) ?? { sum: 0, members: [] };
    price += missed(members.length, sum);
  }
  return price;
}

type Corners = {
  readonly plus: readonly Point[];
  readonly minus: readonly Point[];
  readonly changes: readonly string[];
};

function movesFrom(start: Point, key: string, stage: Stage): Corners[] {
  const { field } = stage;
  const outside = coordinatesOf(key);
  const others = Object.fromEntries(
    coordinateNames.map((name) => [name, field.near(start, name, outside[name])]),
  ) as unknown as Record<CoordinateName, Point[CoordinateName][]>;
  return directions.flatMap((names) => {
    let choices: Partial<Record<CoordinateName, Point[CoordinateName]>>[] = [{}];
    for (const name of names)
      choices = choices.flatMap((one) => others[name].map((other) => ({ ...one, [name]: other })));
    const corners = choices.flatMap((choice) => cornersOf(start, names, choice, field) ?? []);
    return corners.filter(({ changes }) => changes.every((cell) => mayHide(cell, stage)));
  });
}

function cornersOf(
  start: Point,
  names: readonly CoordinateName[],
  choice: Readonly<Partial<Record<CoordinateName, Point[CoordinateName]>>>,
  field: Field,
): Corners | null {
  const plus: Point[] = [];
  const minus: Point[] = [];
  for (let pick = 0; pick < 2 ** names.length; pick += 1) {
    const moved = names.filter((_, index) => (pick >> index) % 2 === 1);
    const place = { ...start, ...Object.fromEntries(moved.map((name) => [name, choice[name]])) };
    const corner = field.all.get(pointKey(place));
    if (!corner) return null;
    (moved.length % 2 === 0 ? plus : minus).push(corner);
  }
  const staying = Object.fromEntries(names.map((name) => [name, shared(start[name], choice[name] ?? [])]));
  const changes = [...plus, ...minus].flatMap((corner) => cellsBetween(corner, staying));
  return { plus, minus, changes };
}
