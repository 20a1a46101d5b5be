import { codeWithZeros, findKeys, valueOf, type BoundaryKeys } from './boundary-keys.ts';
import {
  indexNames,
  nameForms,
  territoriesNamed,
  type JoinFeature,
  type JoinTerritory,
  type NameIndex,
} from './boundary-names.ts';

/** What a person may answer yes to; nothing of it is ever assumed. */
export const joinQuestions = ['lost-zeros', 'repeated-features'] as const;
export type JoinQuestion = (typeof joinQuestions)[number];

export type JoinedBy = 'code' | 'iso' | 'name' | 'alias' | 'code-with-zeros';

export type BoundaryMatch = {
  readonly territoryId: number;
  readonly features: readonly number[];
  readonly by: JoinedBy;
};

/** What became of every feature of a layer and of every territory of a level. */
export type BoundaryJoin = {
  readonly keys: BoundaryKeys;
  readonly matches: readonly BoundaryMatch[];
  readonly unmatched: readonly { readonly feature: number; readonly label: string }[];
  readonly ambiguous: readonly {
    readonly feature: number;
    readonly label: string;
    readonly territoryIds: readonly number[];
  }[];
  /** Several features that say to be one territory: parts of it, or one too many. */
  readonly repeated: readonly { readonly territoryId: number; readonly features: readonly number[] }[];
  readonly lostZeros: readonly {
    readonly feature: number;
    readonly given: string;
    readonly territoryId: number;
  }[];
  /** Joined by code, although the layer calls it otherwise. */
  readonly nameDiffers: readonly {
    readonly feature: number;
    readonly label: string;
    readonly territoryId: number;
  }[];
  readonly withoutShape: readonly number[];
};

type Finding =
  | { readonly kind: 'one'; readonly territoryId: number; readonly by: JoinedBy }
  | { readonly kind: 'question'; readonly territoryId: number; readonly given: string }
  | { readonly kind: 'many'; readonly territoryIds: readonly number[] }
  | { readonly kind: 'none' };

type Ground = {
  readonly keys: BoundaryKeys;
  readonly names: NameIndex;
  readonly kindWords: readonly string[];
  readonly byCode: ReadonlyMap<string, JoinTerritory>;
  readonly byIso: ReadonlyMap<string, JoinTerritory>;
  readonly byId: ReadonlyMap<number, JoinTerritory>;
  readonly codes: ReadonlySet<string>;
};

/**
 * Says which feature is which territory: by code, else by ISO code, else by name or alias within what the layer says
 * lies above. A code that lost its zeros and a territory that comes twice are questions, joined only once accepted.
 * The answer does not depend on the order of features or territories.
 */
export function joinBoundaries(
  features: readonly JoinFeature[],
  territories: readonly JoinTerritory[],
  kindWords: readonly string[],
  accepted: ReadonlySet<string> = new Set(),
): BoundaryJoin {
  const ground = layGround(features, territories, kindWords);
  const sorted = features.toSorted((one, other) => one.number - other.number);
  const findings = sorted.map((feature) => ({ feature, finding: findTerritory(feature, ground) }));

  const lostZeros = findings.flatMap(({ feature, finding }) =>
    finding.kind === 'question'
      ? [{ feature: feature.number, given: finding.given, territoryId: finding.territoryId }]
      : [],
  );
  const groups = groupByTerritory(findings, accepted.has('lost-zeros'));
  const isSettled = (group: BoundaryMatch) =>
    group.features.length === 1 || accepted.has('repeated-features');
  const matches = groups.filter(isSettled);
  const matched = new Set(matches.map((match) => match.territoryId));
  return {
    keys: ground.keys,
    matches,
    unmatched: findings.flatMap(({ feature, finding }) =>
      finding.kind === 'none' ? [{ feature: feature.number, label: labelOf(feature, ground.keys) }] : [],
    ),
    ambiguous: findings.flatMap(({ feature, finding }) =>
      finding.kind === 'many'
        ? [
            {
              feature: feature.number,
              label: labelOf(feature, ground.keys),
              territoryIds: finding.territoryIds,
            },
          ]
        : [],
    ),
    repeated: groups
      .filter((group) => group.features.length > 1)
      .map(({ territoryId, features: parts }) => ({ territoryId, features: parts })),
    lostZeros,
    nameDiffers: findings.flatMap(({ feature, finding }) => differingName(feature, finding, ground)),
    withoutShape: territories
      .map(({ id }) => id)
      .filter((id) => !matched.has(id))
      .toSorted((one, other) => one - other),
  };
}

function layGround(
  features: readonly JoinFeature[],
  territories: readonly JoinTerritory[],
  kindWords: readonly string[],
): Ground {
  const names = indexNames(territories, kindWords);
  return {
    keys: findKeys(features, territories, names, kindWords),
    names,
    kindWords,
    byCode: new Map(territories.map((territory) => [territory.code, territory])),
    byIso: new Map(
      territories.flatMap((territory) =>
        territory.isoCode ? [[territory.isoCode.toUpperCase(), territory]] : [],
      ),
    ),
    byId: new Map(territories.map((territory) => [territory.id, territory])),
    codes: new Set(territories.map((territory) => territory.code)),
  };
}

function findTerritory(feature: JoinFeature, ground: Ground): Finding {
  const { keys } = ground;
  const code = keys.code === null ? null : valueOf(feature, keys.code);
  const byCode = code === null ? undefined : ground.byCode.get(code);
  if (byCode) return { kind: 'one', territoryId: byCode.id, by: 'code' };
  const iso = keys.iso === null ? null : valueOf(feature, keys.iso);
  const byIso = iso === null ? undefined : ground.byIso.get(iso.toUpperCase());
  if (byIso) return { kind: 'one', territoryId: byIso.id, by: 'iso' };

  const named = findByName(feature, ground);
  const padded = code === null ? null : codeWithZeros(code, ground.codes);
  const meant = padded === null ? undefined : ground.byCode.get(padded);
  // The name may confirm what the lost zeros leave open; where it does not, the person is asked.
  if (!meant || code === null) return named;
  if (named.kind === 'one' && named.territoryId === meant.id) return named;
  return { kind: 'question', territoryId: meant.id, given: code };
}

function findByName(feature: JoinFeature, ground: Ground): Finding {
  const name = ground.keys.name === null ? null : valueOf(feature, ground.keys.name);
  if (name === null) return { kind: 'none' };
  const found = territoriesNamed(ground.names, name, ground.kindWords);
  const within = [...found.keys()].filter((id) => liesWithin(feature, id, ground));
  // A name that only one territory bears is enough, even where the layer puts it under a former parent.
  const candidates = (within.length > 0 ? within : [...found.keys()]).toSorted((one, other) => one - other);
  const proper = candidates.filter((id) => found.get(id)?.isAlias === false);
  const [only, another] = proper.length === 1 ? proper : candidates;
  if (only === undefined) return { kind: 'none' };
  if (another !== undefined) return { kind: 'many', territoryIds: candidates };
  return { kind: 'one', territoryId: only, by: found.get(only)?.isAlias ? 'alias' : 'name' };
}

/** Whether every name of something above that the feature gives is a name of something above the territory. */
function liesWithin(feature: JoinFeature, territoryId: number, ground: Ground): boolean {
  const above = new Set(
    (ground.byId.get(territoryId)?.ancestors ?? []).flatMap((name) => nameForms(name, ground.kindWords)),
  );
  return ground.keys.parents.every((property) => {
    const value = valueOf(feature, property);
    return value === null || nameForms(value, ground.kindWords).some((form) => above.has(form));
  });
}

function groupByTerritory(
  findings: readonly { readonly feature: JoinFeature; readonly finding: Finding }[],
  acceptsLostZeros: boolean,
): BoundaryMatch[] {
  const groups = new Map<number, { features: number[]; by: JoinedBy }>();
  for (const { feature, finding } of findings) {
    const isJoined = finding.kind === 'one' || (finding.kind === 'question' && acceptsLostZeros);
    if (!isJoined) continue;
    const by = finding.kind === 'one' ? finding.by : 'code-with-zeros';
    const group = groups.get(finding.territoryId);
    if (group) group.features.push(feature.number);
    else groups.set(finding.territoryId, { features: [feature.number], by });
  }
  return [...groups]
    .map(([territoryId, group]) => ({ territoryId, ...group }))
    .toSorted((one, other) => one.territoryId - other.territoryId);
}

function differingName(feature: JoinFeature, finding: Finding, { keys, byId, kindWords }: Ground) {
  const name = keys.name === null ? null : valueOf(feature, keys.name);
  if (finding.kind !== 'one' || (finding.by !== 'code' && finding.by !== 'iso') || name === null) return [];
  const territory = byId.get(finding.territoryId);
  const known = new Set(
    [territory?.name ?? '', ...(territory?.aliases ?? [])].flatMap((text) => nameForms(text, kindWords)),
  );
  if (nameForms(name, kindWords).some((form) => known.has(form))) return [];
  return [{ feature: feature.number, label: name, territoryId: finding.territoryId }];
}

/** How a feature is called in a report: by its name, else by its code, else by the first text it has. */
function labelOf(feature: JoinFeature, keys: BoundaryKeys): string {
  const named = [keys.name, keys.code, keys.iso].flatMap((key) =>
    key === null ? [] : [valueOf(feature, key)],
  );
  const texts = Object.keys(feature.properties)
    .toSorted()
    .map((key) => feature.properties[key]);
  return (
    named.find((value) => value !== null) ??
    texts.find((value) => typeof value === 'string') ??
    `#${feature.number}`
  );
}
