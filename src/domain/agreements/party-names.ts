import { likenessKey } from '#domain/actors/duplicates.ts';
import { fold } from '#domain/shared/fold.ts';

/** An organisation or structure with every name it goes by. */
export type NamedParty = {
  readonly kind: 'organisation' | 'structure';
  readonly id: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly territoryId: number;
};

/** How a list names a party that is known: `organisation:<id>`. */
export type PartyReference = string;

export function referenceOf(party: Pick<NamedParty, 'kind' | 'id'>): PartyReference {
  return `${party.kind}:${party.id}`;
}

/** What a name in a list may mean. */
export type PartyReading =
  | { readonly found: readonly NamedParty[] }
  | { readonly unknown: string; readonly likely: readonly NamedParty[]; readonly isAmbiguous: boolean };

/** Finds parties by the names that lists give them; `aliases` are the names that a person has resolved before, folded. */
export function partyFinder(
  parties: readonly NamedParty[],
  aliases: ReadonlyMap<string, PartyReference>,
  near: { readonly low: number; readonly high: number },
) {
  const byReference = new Map(parties.map((party) => [referenceOf(party), party]));
  const byKey = new Map<string, NamedParty[]>();
  for (const party of parties) {
    for (const name of [party.name, ...party.otherNames])
      for (const key of new Set([`short ${fold(name)}`, likenessKey(name)]))
        byKey.set(key, [...(byKey.get(key) ?? []).filter((one) => one !== party), party]);
  }
  const readings = new Map<string, PartyReading>();

  function single(text: string): PartyReading {
    const resolved = byReference.get(aliases.get(fold(text)) ?? '');
    if (resolved) return { found: [resolved] };
    const named = byKey.get(`short ${fold(text)}`) ?? byKey.get(likenessKey(text)) ?? [];
    const close = named.filter(({ territoryId }) => near.low <= territoryId && territoryId <= near.high);
    const chosen = named.length === 1 ? named : close.length === 1 ? close : [];
    if (chosen.length === 1) return { found: chosen };
    const likely = named.length > 1 ? named.slice(0, 5) : likelyParties(text, parties, near);
    return { unknown: text, likely, isAmbiguous: named.length > 1 };
  }

  /** The whole text, or each of several named together: "MIDES / MEDUCA", "MIDES y MINSA". */
  return function find(text: string): PartyReading {
    const known = readings.get(text);
    if (known) return known;
    const whole = single(text);
    const parts = text.split(/\s*[/;,+&]\s*|\s+(?:y|e|and|con)\s+/iu).filter((part) => part.trim() !== '');
    const each = 'found' in whole || parts.length < 2 ? [] : parts.map(single);
    const together = each.flatMap((reading) => ('found' in reading ? reading.found : []));
    const reading =
      each.length > 0 && together.length === each.length ? { found: [...new Set(together)] } : whole;
    readings.set(text, reading);
    return reading;
  };
}

const fewestLikeness = 0.42;

/** Those whose names look most like a text, the most alike first, the nearer first where two are as alike; at most three. */
function likelyParties(
  text: string,
  parties: readonly NamedParty[],
  near: { readonly low: number; readonly high: number },
): NamedParty[] {
  const isNear = (party: NamedParty) => near.low <= party.territoryId && party.territoryId <= near.high;
  return parties
    .map((party) => ({
      party,
      likeness: Math.max(...[party.name, ...party.otherNames].map((name) => likenessOf(text, name))),
    }))
    .filter(({ likeness }) => likeness >= fewestLikeness)
    .toSorted(
      (one, other) =>
        other.likeness - one.likeness || Number(isNear(other.party)) - Number(isNear(one.party)),
    )
    .slice(0, 3)
    .map(({ party }) => party);
}

/**
 * How alike two names are, from 0 to 1: the share of pairs of letters that they have in common (Dice), or the initials where one is
 * the other's ("M. de Desarrollo Social" and "Ministerio de Desarrollo Social").
 */
export function likenessOf(one: string, other: string): number {
  const pairsOne = pairsOf(likenessKey(one));
  const pairsOther = pairsOf(likenessKey(other));
  const common = [...pairsOne].filter((pair) => pairsOther.has(pair)).length;
  const size = pairsOne.size + pairsOther.size;
  return size === 0 ? 0 : (2 * common) / size;
}

function pairsOf(text: string): Set<string> {
  const padded = ` ${text} `;
  return new Set(Array.from({ length: padded.length - 1 }, (_, index) => padded.slice(index, index + 2)));
}
