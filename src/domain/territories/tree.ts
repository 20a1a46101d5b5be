import { isDay, type Day } from '#domain/shared/dates.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import { fitsKind } from './codes.ts';
import { findKind, type TerritoryKind } from './kinds.ts';

/** A territory as it is proposed: by a pack, by a file or by a person. An empty parent is the country. */
export type TerritoryDraft = {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly parentCode: string | null;
  readonly isoCode: string | null;
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly areaKm2: number | null;
  readonly sourceId: string | null;
  readonly note: string | null;
};

/** What a draft's parent is, where it is not among the drafts. */
export type KnownTerritory = {
  readonly code: string;
  readonly level: number;
  readonly parentCode: string | null;
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
};

type Placed = { readonly draft: TerritoryDraft; readonly row: number };

/**
 * Every fault of a set of territories taken together: codes, kinds, parents, circles, dates, points.
 * `row` counts as a spreadsheet does, the header being row 1.
 * @param known territories that exist already and may be parents
 */
export function problemsOfTree(
  placed: readonly Placed[],
  kinds: readonly TerritoryKind[],
  known: readonly KnownTerritory[] = [],
): Problem[] {
  const levels = new Map<string, KnownTerritory>(known.map((one) => [one.code, one]));
  for (const { draft } of placed) {
    const level = findKind(kinds, draft.kind)?.level;
    if (level !== undefined) levels.set(draft.code, { ...draft, level });
  }
  const circles = codesInCircles(levels);
  const seen = new Map<string, number>();
  return placed.flatMap(({ draft, row }) => {
    const problems = [...problemsOfDraft(draft, kinds), ...problemsOfParent(draft, kinds, levels, circles)];
    const first = seen.get(draft.code);
    if (first === undefined) seen.set(draft.code, row);
    else
      problems.push({ code: 'territories.code-twice', field: 'code', values: { given: draft.code, first } });
    return problems.map((problem) => ({ ...problem, row }));
  });
}

/** The faults of one territory on its own. */
export function problemsOfDraft(draft: TerritoryDraft, kinds: readonly TerritoryKind[]): Problem[] {
  const problems: Problem[] = [];
  const kind = findKind(kinds, draft.kind);
  if (!kind || kind.level === 0) {
    const options = kinds.filter((one) => one.level > 0).map((one) => one.kind);
    problems.push({
      code: 'territories.unknown-kind',
      field: 'kind',
      values: { given: draft.kind, options: options.join(', ') },
    });
  } else if (!fitsKind(draft.code, kind)) {
    problems.push({
      code: 'territories.code-unlike-kind',
      field: 'code',
      values: { given: draft.code, kind: kind.name.es },
    });
  }
  if (draft.name.trim() === '') problems.push({ code: 'territories.name-missing', field: 'name' });
  if (/[^\P{Cc}]/u.test(draft.name)) problems.push({ code: 'territories.control-characters', field: 'name' });
  if (draft.isoCode !== null && !/^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(draft.isoCode)) {
    problems.push({
      code: 'territories.not-an-iso-code',
      field: 'iso_code',
      values: { given: draft.isoCode },
    });
  }
  return [...problems, ...problemsOfTerm(draft), ...problemsOfPlace(draft)];
}

function problemsOfTerm({ validFrom, validTo }: Pick<TerritoryDraft, 'validFrom' | 'validTo'>): Problem[] {
  const wrong = (['validFrom', 'validTo'] as const).flatMap((field) => {
    const given = field === 'validFrom' ? validFrom : validTo;
    return given !== null && !isDay(given)
      ? [{ code: 'territories.not-a-day', field: columnOf[field], values: { given } }]
      : [];
  });
  if (wrong.length > 0 || validFrom === null || validTo === null || validFrom < validTo) return wrong;
  return [
    {
      code: 'territories.ends-before-it-begins',
      field: 'valid_to',
      values: { from: validFrom, to: validTo },
    },
  ];
}

const columnOf = { validFrom: 'valid_from', validTo: 'valid_to' } as const;

function problemsOfPlace({ longitude, latitude, areaKm2 }: TerritoryDraft): Problem[] {
  const problems: Problem[] = [];
  if (isBeyond(longitude, 180)) problems.push({ code: 'territories.not-degrees', field: 'longitude' });
  if (isBeyond(latitude, 90)) problems.push({ code: 'territories.not-degrees', field: 'latitude' });
  if ((longitude === null) !== (latitude === null)) {
    problems.push({ code: 'territories.half-a-point', field: longitude === null ? 'longitude' : 'latitude' });
  }
  if (areaKm2 !== null && !(areaKm2 > 0)) problems.push({ code: 'territories.no-area', field: 'area_km2' });
  return problems;
}

function isBeyond(value: number | null, limit: number): boolean {
  return value !== null && !(Math.abs(value) <= limit);
}

function problemsOfParent(
  draft: TerritoryDraft,
  kinds: readonly TerritoryKind[],
  known: ReadonlyMap<string, KnownTerritory>,
  circles: ReadonlySet<string>,
): Problem[] {
  const level = findKind(kinds, draft.kind)?.level;
  const field = 'parent_code';
  if (draft.parentCode === draft.code)
    return [{ code: 'territories.own-parent', field, values: { given: draft.code } }];
  if (circles.has(draft.code)) return [{ code: 'territories.circle', field, values: { given: draft.code } }];
  const parent = draft.parentCode === null ? null : known.get(draft.parentCode);
  if (parent === undefined) {
    return [{ code: 'territories.unknown-parent', field, values: { given: draft.parentCode ?? '' } }];
  }
  const parentLevel = parent?.level ?? 0;
  if (level !== undefined && parentLevel !== level - 1) {
    return [
      {
        code: 'territories.parent-of-wrong-level',
        field,
        values: { given: draft.parentCode ?? '', level: parentLevel },
      },
    ];
  }
  if (parent && outlives(draft, parent)) {
    return [{ code: 'territories.outside-parents-time', field, values: { given: parent.code } }];
  }
  return [];
}

// A part cannot begin before the whole does or go on after it has ended. What is not known says nothing.
function outlives(part: TerritoryDraft, whole: KnownTerritory): boolean {
  const before = part.validFrom !== null && whole.validFrom !== null && part.validFrom < whole.validFrom;
  const after = whole.validTo !== null && (part.validTo === null || part.validTo > whole.validTo);
  return before || after;
}

function codesInCircles(known: ReadonlyMap<string, KnownTerritory>): Set<string> {
  const circles = new Set<string>();
  for (const start of known.keys()) {
    const path: string[] = [];
    let code: string | null = start;
    while (code !== null && !path.includes(code)) {
      path.push(code);
      code = known.get(code)?.parentCode ?? null;
    }
    if (code === start && path.length > 1) circles.add(start);
  }
  return circles;
}
