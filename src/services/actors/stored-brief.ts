import type { KeptKind, KeptPassing, RepresentationPassing } from '#domain/actors/handover-kept.ts';
import type { RolePassing } from '#domain/actors/handover-roles.ts';
import type { Capacity, PostKind } from '#domain/actors/vocabulary.ts';

/** What passed on, by ids only: names are read when the brief is, so that erasing a person leaves none here. */
export type StoredBrief = {
  readonly posts: readonly {
    readonly title: string;
    readonly kind: PostKind;
    readonly organisationId: string;
    readonly from: string | null;
    readonly to: string | null;
  }[];
  readonly seats: readonly {
    readonly seatId: string;
    readonly structureId?: string;
    readonly capacity: Capacity;
    readonly from: string;
    readonly to: string | null;
  }[];
  readonly roles: readonly {
    readonly role: string;
    readonly territoryId: number;
    readonly organisationId: string | null;
    readonly structureId?: string | null;
    readonly from: string;
    readonly to: string | null;
    readonly outcome: RolePassing;
  }[];
  readonly kept?: readonly {
    readonly kind: KeptKind;
    readonly ids: readonly string[];
    readonly from: string;
    readonly to: string | null;
    readonly outcome: KeptPassing;
  }[];
  readonly representations?: readonly {
    readonly partyId: string;
    readonly from: string;
    readonly to: string | null;
    readonly outcome: RepresentationPassing;
  }[];
};
