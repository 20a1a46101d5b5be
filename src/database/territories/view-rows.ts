import type { Changeover } from '#domain/territories/changeovers.ts';
import type { Bilingual } from '#domain/territories/kinds.ts';
import type { MapFrame } from '#domain/territories/pack.ts';
import type { PopulationMethod } from '#domain/territories/populations.ts';
import type { SuccessionKind } from '#domain/territories/successions.ts';

export type NamedRow = { readonly reference: string; readonly name: string };

export type PlaceRow = NamedRow & {
  readonly kind: string;
  readonly kindName: Bilingual;
  readonly level: number;
};

export type SourceRow = {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly address: string | null;
  readonly published: string | null;
  readonly verified: boolean;
};

export type FigureRow = {
  readonly year: number;
  readonly people: number | null;
  readonly shared: { readonly people: number; readonly with: NamedRow[] } | null;
  readonly countedElsewhere: boolean;
  readonly method: PopulationMethod;
  readonly source: SourceRow;
  readonly note: string | null;
};

export type ListedRow = PlaceRow & {
  readonly id: number;
  readonly country: string;
  readonly code: string;
  readonly isoCode: string | null;
  readonly parent: NamedRow | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly population: FigureRow | null;
  readonly childCount: number;
  readonly longitude: number | null;
  readonly latitude: number | null;
};

export type AliasKind = 'alias' | 'former' | 'official' | 'short';

export type RelationRow = NamedRow & {
  readonly kind: SuccessionKind;
  readonly onDate: string | null;
  readonly note: string | null;
  readonly source: SourceRow | null;
};

export type TerritoryPage = ListedRow & {
  readonly kindPlural: Bilingual;
  readonly otherNames: { name: string; kind: AliasKind; source: SourceRow | null }[];
  readonly ancestors: PlaceRow[];
  readonly children: ListedRow[];
  readonly formerChildren: (NamedRow & { validFrom: string | null; validTo: string | null })[];
  readonly populations: FigureRow[];
  readonly predecessors: RelationRow[];
  readonly successors: RelationRow[];
  readonly overlaps: (NamedRow & { share: number | null; note: string | null; source: SourceRow | null })[];
  readonly areaKm2: number | null;
  readonly note: string | null;
  readonly source: SourceRow | null;
  readonly origin: 'pack' | 'person' | 'import';
  readonly version: number;
};

export type TreeRow = PlaceRow & {
  readonly code: string;
  readonly parent: string | null;
  readonly childCount: number;
};

export type CountryListRow = {
  readonly code: string;
  readonly reference: string;
  readonly name: Bilingual;
  readonly currency: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly paper: 'letter' | 'a4';
  readonly mapFrame: MapFrame | null;
  readonly packVersion: string;
  readonly changeovers: Changeover[];
  readonly kinds: {
    kind: string;
    level: number;
    name: Bilingual;
    plural: Bilingual;
    codeDigits: number | null;
    count: number;
  }[];
  readonly population: FigureRow | null;
};
