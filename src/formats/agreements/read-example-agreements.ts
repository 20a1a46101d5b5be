import type { ApprovalKind, PartyRole } from '#domain/agreements/vocabulary.ts';

/** A day counted from the one on which the example is loaded: `-12` is twelve days ago. */
export type DaysFromToday = number;

export type ExampleParty = {
  readonly organisation: string;
  readonly role: PartyRole;
  readonly office: string;
  readonly approval: { readonly kind: ApprovalKind; readonly body: string; readonly reference: string };
};

export type ExampleRemark = {
  /** The account of the demonstration that says it. */
  readonly account: string;
  readonly party: string;
  /** The key of the clause in its instrument. */
  readonly clause: string;
  readonly kind: 'remark' | 'proposal';
  readonly body: string;
  readonly proposed: string | null;
  readonly on: DaysFromToday;
};

export type ExampleExtension = {
  readonly key: string;
  readonly title: string;
  readonly reason: string;
  readonly signed: DaysFromToday;
  readonly ends: DaysFromToday;
};

/** An agreement of the example, as its file says it: keys where the database has ids, days counted from today. */
export type ExampleAgreement = {
  readonly key: string;
  readonly template: string;
  readonly parent: string | null;
  readonly territory: string;
  readonly title: string;
  readonly shortName: string | null;
  readonly number: string | null;
  readonly object: string;
  readonly origin: 'drafted' | 'registered';
  readonly method: 'application' | 'ink';
  readonly standing: 'negotiation' | 'ready-to-sign' | 'in-force' | 'settlement';
  /** When it was signed; of what nobody has signed, when it came to where it is. */
  readonly signed: DaysFromToday;
  readonly months: number | null;
  readonly ends: DaysFromToday | null;
  /** What only the parties can say, by the place of the text where it stands; absent where nothing is said yet. */
  readonly said?: Readonly<Record<string, string>>;
  readonly commission: string | null;
  readonly places: readonly string[];
  readonly needs: readonly string[];
  readonly noNeedReason: string | null;
  readonly lines: readonly string[];
  readonly parties: readonly ExampleParty[];
  readonly remarks: readonly ExampleRemark[];
  readonly extension: ExampleExtension | null;
};

/** Reads `packs/<country>/example/agreements.json`; a file that is absent has no agreements. */
export function readExampleAgreements(text: string): readonly ExampleAgreement[] {
  if (text.trim() === '') return [];
  return (JSON.parse(text) as { agreements: readonly ExampleAgreement[] }).agreements;
}
