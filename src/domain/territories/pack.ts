import type { Day } from '#domain/shared/dates.ts';
import type { Changeover } from './changeovers.ts';
import type { Bilingual, TerritoryKind } from './kinds.ts';
import type { PopulationFigure } from './populations.ts';
import type { SuccessionKind } from './successions.ts';
import type { TerritoryDraft } from './tree.ts';

/** What a pack says of the country as a whole. */
export type PackManifest = {
  readonly code: string;
  readonly name: Bilingual;
  readonly packVersion: string;
  /** First of the ten million numbers that the country's territories have; no two countries share one. */
  readonly numberBase: number;
  readonly currency: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly paper: 'letter' | 'a4';
  /** What completes a phone written without its country: `+507`. */
  readonly phonePrefix: string | null;
  readonly languages: readonly string[];
  /** When governments change. */
  readonly changeovers: readonly Changeover[];
  /** What a map of the country shows; far islands may lie outside. */
  readonly mapFrame: MapFrame;
  readonly kinds: readonly TerritoryKind[];
};

export type MapFrame = {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
};

export type AliasKind = 'alias' | 'former' | 'official' | 'short';

/** Where the facts of a pack come from. */
export type PackSource = {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly address: string | null;
  readonly published: string | null;
  readonly licence: string | null;
  readonly verified: boolean;
  readonly note: string | null;
};

/** What a pack says of a country's territories. Territories are named by code; the country by its own. */
export type TerritoriesPack = {
  readonly manifest: PackManifest;
  readonly sources: readonly PackSource[];
  readonly territories: readonly TerritoryDraft[];
  readonly populations: readonly (PopulationFigure & {
    readonly sourceId: string;
    readonly note: string | null;
  })[];
  readonly aliases: readonly {
    readonly code: string;
    readonly name: string;
    readonly kind: AliasKind;
    readonly sourceId: string | null;
  }[];
  readonly successions: readonly {
    readonly predecessor: string;
    readonly successor: string;
    readonly onDate: Day | null;
    readonly kind: SuccessionKind;
    readonly sourceId: string | null;
    readonly note: string | null;
  }[];
  readonly overlaps: readonly {
    readonly code: string;
    readonly other: string;
    readonly share: number | null;
    readonly sourceId: string | null;
    readonly note: string | null;
  }[];
};

/**
 * Whether a pack is at least as new as the one that was loaded: versions are numbers between points, `2026.2` is newer than `2026.1`.
 * @example isAtLeast('2026.10', '2026.9') // => true
 */
export function isAtLeast(version: string, loaded: string): boolean {
  const [one, other] = [version, loaded].map((text) => text.split('.').map(Number)) as [number[], number[]];
  for (let index = 0; index < Math.max(one.length, other.length); index += 1) {
    const difference = (one[index] ?? 0) - (other[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}
