import { periodKinds, isMadeOf, periodOf, type PeriodKind } from '#domain/indicators/period.ts';
import type { Day } from '#domain/shared/dates.ts';

/** A figure as it was told, of the finest territory, period and group that its source knows. */
export type BaseCell = {
  readonly territoryId: number;
  readonly period: Day;
  /** The categories of every dimension of the series. */
  readonly parts: Readonly<Record<string, string>>;
  readonly value: number;
  /** The indicators that it counts for, narrowest first, where several are planned together: femicides, homicides. */
  readonly kinds?: readonly string[];
};

/** How the figures of a series add up: which territories lie in which, of which length its periods are, whether they add over time. */
export type LatticeRules = {
  readonly threshold: number;
  readonly periodKind: PeriodKind;
  readonly addsOverTime: boolean;
  /** The territories that one lies in, by level from the country down, itself last. */
  readonly pathOf: (territoryId: number) => readonly number[];
  /** Territories of another division that hold one whole: a police area, the district before it was split. Other series may tell them. */
  readonly alsoIn?: ((territoryId: number) => readonly number[]) | undefined;
  /** What the same source already publishes: it cannot be taken back, so it hides nothing. */
  readonly published?: readonly Published[];
  /** Cells that another series of the same hides: here too they must not be worked out. */
  readonly seeds?: ReadonlySet<string>;
  /** The only cells that may be hidden; without it, any. Others are shown elsewhere to the same reader. */
  readonly within?: ReadonlySet<string>;
  /** What is missed of a cell that is hidden; without it, by its content. */
  readonly missed?: Missed;
};

/** How much is missed of a cell of so many figures and of such a sum. */
export type Missed = (figures: number, sum: number) => number;

/** What is wide and large is missed more than what is narrow and small: by its content, or by how many figures it holds alone. */
export const missedByContent: Missed = (figures, sum) => figures + Math.sqrt(sum);
export const missedByWidth: Missed = (figures) => Math.sqrt(figures);

/** What is officially public: down to a level of territory, to a length of time, and into which dimensions. */
export type Published = {
  readonly level: number;
  readonly periodKind: PeriodKind;
  readonly grain: readonly string[];
  /** Of which indicator, where several are planned together. */
  readonly kind?: string;
};

/**
 * One coordinate of a figure at each of its levels: a territory and those above, a period and longer ones, groups and what they are part of,
 * indicators and those that hold them.
 */
type Coordinate = readonly string[];

export type Point = {
  readonly value: number;
  readonly territory: Coordinate;
  readonly time: Coordinate;
  readonly group: Coordinate;
  readonly kind: Coordinate;
  /** How many of the territories, the last ones, are of another division. */
  readonly others: number;
};

/** How a territory of another division is written in a key: what it holds of this series is not what this series tells of it. */
export const ofOtherDivision = (territoryId: number | string) => `~${territoryId}`;

export const isOfOtherDivision = (territory: string) => territory.startsWith('~');

// Beyond all numbers of territories.
const firstCover = 2 ** 31;

/** The number of what covers a territory: all that those of another division hold together that it shares a part with. */
export const coverOf = (territoryId: number) => firstCover + territoryId;

/** Whether a territory of another division is such a cover: it is nobody's, and no keeper knows it. */
export const isCover = (territory: string) =>
  isOfOtherDivision(territory) && Number(territory.slice(1)) >= firstCover;

/** What names a cell of any level, for whoever asks whether it is hidden. */
export function cellKey(territoryId: number, kind: PeriodKind, start: Day, crossing: string): string {
  return `${territoryId}|${kind} ${start}|${crossing}`;
}

/** The key of a cell among those of several indicators. */
export const ofKind = (key: string, kind: string) => (kind === '' ? key : `${key}@${kind}`);

/** What remains of an indicator beside those that are part of it: nobody tells it. */
export const restOf = (kind: string) => `rest of ${kind}`;

/** Whether a cell is told by nobody, so that it may hold anything and nobody see it. */
export const isUntold = (key: string) => key.includes('@rest of ');

type Levels = Readonly<Record<CoordinateName, readonly string[]>>;

function crossed({ group, kind, territory, time }: Levels): string[] {
  return territory.flatMap((place) =>
    time.flatMap((span) =>
      group.flatMap((some) => kind.map((one) => ofKind(`${place}|${span}|${some}`, one))),
    ),
  );
}

/** What a key says of each coordinate. */
export function coordinatesOf(key: string): Readonly<Record<CoordinateName, string>> {
  const [territory = '', time = '', last = ''] = key.split('|');
  const [group = '', kind = ''] = last.split('@');
  return { territory, time, group, kind };
}

/** Every cell that a figure is part of: all territories above it by all longer periods by all wider groups, itself included. */
export function cellsOver(point: Point): string[] {
  return crossed(point);
}

/** Of the cells that a figure is part of, those that are published elsewhere. */
export function publishedOver(point: Point, published: readonly Published[]): string[] {
  return published.flatMap(({ grain, kind, level, periodKind }) => {
    const last = point.territory.length - 1 - point.others;
    const territory = point.territory.filter((_, index) => index <= last && last - index <= level);
    const time = point.time.filter((span) => isMadeOf(span.split(' ')[0] as PeriodKind, periodKind));
    const group = point.group.filter((some) =>
      some.split('&').every((part) => part === '' || grain.includes(part.split('=')[0] ?? '')),
    );
    const kinds = point.kind.filter((one) => kind === undefined || one === kind);
    return crossed({ territory, time, group, kind: kinds });
  });
}

/** The cells that change when something is moved from one figure to others and the coordinates in `moved` change with it. */
export function cellsBetween(
  corner: Point,
  moved: Readonly<Partial<Record<CoordinateName, ReadonlySet<string>>>>,
): string[] {
  const left = (name: CoordinateName) => {
    const staying = moved[name];
    // Where both lie in the same wider one, that one's sum does not change.
    return staying ? corner[name].filter((one) => !staying.has(one)) : corner[name];
  };
  return crossed({
    territory: left('territory'),
    time: left('time'),
    group: left('group'),
    kind: left('kind'),
  });
}

export const coordinateNames = ['territory', 'time', 'group', 'kind'] as const;

export type CoordinateName = (typeof coordinateNames)[number];

/** What two coordinates have in common: the wider ones that both lie in. */
export function shared(one: Coordinate, other: Coordinate): Set<string> {
  const all = new Set(other);
  return new Set(one.filter((part) => all.has(part)));
}

/** A figure with everything that it is part of. */
export function pointOf(cell: BaseCell, rules: LatticeRules): Point {
  const kinds = rules.addsOverTime
    ? periodKinds.filter((kind) => isMadeOf(kind, rules.periodKind))
    : [rules.periodKind];
  const path = rules.pathOf(cell.territoryId);
  const others = [...new Set(path.flatMap((id) => rules.alsoIn?.(id) ?? []))].map(ofOtherDivision);
  return {
    value: cell.value,
    others: others.length,
    territory: [...path.map(String).toReversed(), ...others],
    time: kinds.map((kind) => `${kind} ${periodOf(kind, cell.period).start}`),
    group: widerGroups(cell.parts),
    kind: cell.kinds ?? [''],
  };
}

/** Every crossing that a crossing is part of, itself first and the whole last, as they are written. */
export function widerGroups(parts: Readonly<Record<string, string>>): string[] {
  const names = Object.keys(parts).toSorted();
  let some: string[][] = [[]];
  for (const name of names) some = some.flatMap((one) => [[...one, `${name}=${parts[name]}`], one]);
  return some.map((one) => one.join('&'));
}

/** What tells one figure from another. */
export function pointKey(point: Pick<Point, CoordinateName>): string {
  const { group, kind, territory, time } = point;
  return ofKind(`${territory[0] ?? ''}|${time[0] ?? ''}|${group[0] ?? ''}`, kind[0] ?? '');
}
