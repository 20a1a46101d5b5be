import type { Day } from '#domain/shared/dates.ts';
import type {
  AuthorityKind,
  Expectation,
  OrganisationKind,
  OrganisationLevel,
  PreventionLevel,
  Sector,
  StructureKind,
  SuccessionKind,
} from './vocabulary.ts';
import type { PreventionFunction } from './functions.ts';

/** Where a fact of a pack comes from; what is not verified is shown as such. */
export type PackSource = {
  readonly id: string;
  readonly country: string | null;
  readonly title: string;
  readonly publisher: string | null;
  readonly address: string | null;
  readonly published: string | null;
  readonly licence: string | null;
  readonly note: string | null;
  readonly verified: boolean;
};

/** An organisation of a pack. Territories are named by their code, the country itself by an empty one. */
export type PackOrganisation = {
  readonly key: string;
  readonly territory: string;
  readonly name: string;
  readonly shortName: string | null;
  readonly kind: OrganisationKind;
  readonly sector: Sector;
  readonly level: OrganisationLevel;
  readonly parent: string | null;
  readonly mandate: string | null;
  readonly website: string | null;
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
  readonly standing: 'active' | 'ended';
  readonly source: string | null;
};

export type PackName = {
  readonly organisation: string;
  readonly name: string;
  readonly shortName: string | null;
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
  readonly reason: string | null;
  readonly source: string | null;
};

export type PackSuccession = {
  readonly predecessor: string;
  readonly successor: string;
  readonly onDate: Day | null;
  readonly kind: SuccessionKind;
  readonly note: string | null;
  readonly source: string | null;
};

export type PackAuthority = {
  readonly territory: string;
  readonly organisation: string;
  readonly kind: AuthorityKind;
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
  readonly source: string | null;
  readonly note: string | null;
};

export type PackStructure = {
  readonly key: string;
  readonly territory: string;
  readonly kind: StructureKind;
  readonly name: string;
  readonly mandate: string | null;
  readonly legalBasis: string | null;
  readonly secretariat: string | null;
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
  readonly source: string | null;
};

export type PackWork = {
  readonly organisation: string;
  readonly territory: string;
  readonly function: PreventionFunction;
  readonly description: string | null;
  readonly targetGroup: string | null;
  readonly preventionLevel: PreventionLevel | null;
  readonly source: string | null;
};

export type PackNorm = {
  readonly id: string;
  readonly territoryKind: string;
  readonly expects: Expectation;
  readonly what: string;
  readonly name: string;
  readonly nameEn: string;
  readonly required: boolean;
  /** The pack registers these where they are, so that absence means something. */
  readonly known: boolean;
  readonly source: string;
  readonly note: string | null;
};

/** What a country pack says about actors. */
export type ActorsPack = {
  readonly sources: readonly PackSource[];
  readonly organisations: readonly PackOrganisation[];
  readonly names: readonly PackName[];
  readonly successions: readonly PackSuccession[];
  readonly authorities: readonly PackAuthority[];
  readonly structures: readonly PackStructure[];
  readonly work: readonly PackWork[];
  readonly norms: readonly PackNorm[];
};
