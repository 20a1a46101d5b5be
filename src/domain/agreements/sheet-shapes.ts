import type { NamedParty, PartyReading, PartyReference } from './party-names.ts';
import type { SheetField } from './sheet-fields.ts';

/** One row of somebody's list, as its columns were told apart; `due` and `start` already read as days where they could be. */
export type SheetRow = {
  readonly row: number;
  readonly cells: Readonly<Record<SheetField, string | null>>;
  readonly due: DayInSheet;
  readonly start: DayInSheet;
  /** What in its free text looks like a person's: a number, an address, a name with a title. */
  readonly personal: readonly string[];
};

export type DayInSheet =
  | { readonly day: string; readonly isFilledIn: boolean }
  | { readonly fault: string; readonly likely: string | null }
  | null;

/** What a person decided about a list, once for all its rows or for one of them. */
export type Resolution =
  | { readonly kind: 'party'; readonly text: string; readonly party: PartyReference }
  | {
      readonly kind: 'default';
      readonly field: 'obligor' | 'beneficiary' | 'due' | 'proof';
      readonly value: string;
    }
  | { readonly kind: 'due'; readonly row: number; readonly day: string }
  | { readonly kind: 'skip'; readonly row: number }
  | { readonly kind: 'confirm-text'; readonly row: number };

/** What is to be put right before a list can come in, with what would do it; the first suggestion is the one proposed. */
export type SheetProblem = {
  readonly code:
    | 'no-what'
    | 'no-obligor'
    | 'unknown-party'
    | 'several-parties'
    | 'no-beneficiary'
    | 'no-due'
    | 'due-unreadable'
    | 'due-repeats'
    | 'due-outside-term'
    | 'no-proof'
    | 'row-repeated'
    | 'personal-text'
    | 'not-yours';
  readonly rows: readonly number[];
  readonly field: SheetField | null;
  readonly text: string | null;
  readonly suggestions: readonly Resolution[];
};

/** A commitment as a row says it, ready to be entered. */
export type SheetDraft = {
  readonly row: number;
  readonly key: string;
  readonly what: string;
  readonly obligor: NamedParty;
  readonly coObliged: readonly NamedParty[];
  readonly beneficiary: NamedParty | null;
  readonly dueOn: string;
  readonly startsOn: string | null;
  readonly proof: string;
  readonly place: string | null;
  readonly quantity: string | null;
  readonly unit: string | null;
  readonly office: string | null;
  readonly isDueFilledIn: boolean;
};

export type SheetPlan = {
  readonly drafts: readonly SheetDraft[];
  /** Rows that are already there from an earlier import of the same list, or that a person left out. */
  readonly same: readonly number[];
  readonly skipped: readonly number[];
  readonly problems: readonly SheetProblem[];
};

export type SheetRules = {
  readonly find: (text: string) => PartyReading;
  readonly partyOf: (reference: PartyReference) => NamedParty | undefined;
  readonly term: { readonly from: string | null; readonly to: string | null };
  /** Whether whoever imports may enter a commitment between these. */
  readonly mayEnter: (parties: readonly NamedParty[]) => boolean;
  readonly existingKeys: ReadonlySet<string>;
  /** Said where a row names no proof and a person accepts the suggestion. */
  readonly usualProof: string;
  /** Whom the list is for, proposed where no column says it. */
  readonly usualBeneficiary: NamedParty | null;
};
