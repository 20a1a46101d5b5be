import type { ClauseType } from './template-schema.ts';

/** A party as the text names it. */
export type TextParty = {
  readonly id: string;
  readonly holderId: string;
  readonly name: string;
  readonly role: string;
  readonly capacity: string | null;
  readonly competence: string | null;
  readonly representativeOffice: string | null;
  readonly appointmentAct: string | null;
  readonly powerSource: string | null;
};

/** A commitment as the text says it. */
export type TextCommitment = {
  readonly id: string;
  readonly obligor: string;
  readonly coObliged: readonly string[];
  readonly what: string;
  readonly beneficiary: string | null;
  readonly place: string | null;
  readonly dueOn: string;
  readonly recurrence: string | null;
  readonly proof: string;
  readonly quantity: string | null;
  readonly unit: string | null;
};

/** One line of money or other means that a party brings. */
export type TextBudgetLine = {
  readonly party: string;
  readonly year: number;
  readonly source: string | null;
  readonly budgetCode: string | null;
  readonly kind: 'cash' | 'in-kind' | 'staff' | 'asset';
  readonly currency: string;
  readonly amount: string;
};

/** A clause with its places filled in. */
export type TextClause = {
  readonly id: string;
  readonly type: ClauseType;
  readonly title: string;
  readonly body: string;
};

/**
 * Everything that the parties put their name to, and nothing else: what is hashed, signed, kept and printed.
 * The keys stand in one order and the lists in the order of the document, so that equal texts have equal hashes.
 */
export type AgreementContent = {
  readonly form: 1;
  readonly agreementId: string;
  readonly kind: string;
  readonly addendum: {
    readonly kind: 'modification' | 'extension' | 'accession' | 'errata';
    readonly toAgreementId: string;
    readonly toTitle: string;
    readonly toHash: string | null;
    readonly newEndsOn: string | null;
    readonly changes: readonly {
      readonly clause: string;
      readonly before: string | null;
      readonly after: string | null;
    }[];
    /** The commitments that it puts off; absent where it puts off none. */
    readonly reschedulings?: readonly {
      readonly what: string;
      readonly before: string;
      readonly after: string;
    }[];
  } | null;
  readonly templateId: string;
  readonly templateNumber: number;
  readonly language: 'es' | 'en';
  readonly country: string;
  readonly title: string;
  readonly number: string | null;
  readonly object: string | null;
  readonly parties: readonly TextParty[];
  readonly territories: readonly string[];
  readonly needs: readonly string[];
  readonly lines: readonly string[];
  readonly clauses: readonly TextClause[];
  readonly commitments: readonly TextCommitment[];
  readonly budget: readonly TextBudgetLine[];
  readonly term: {
    readonly effectiveRule: string;
    readonly effectiveOn: string | null;
    readonly endsOn: string | null;
    /** Counted from the day it takes effect, where no day is named. */
    readonly months?: number | null;
  };
  readonly isExample: boolean;
};
