import type { Day } from '#domain/shared/dates.ts';
import { refuse } from './life-refusals.ts';
import type { AgreementAct } from './lifecycle.ts';
import type { TextClause } from './text-content.ts';
import type { AddendumKind } from './vocabulary.ts';

/** A clause that an addendum changes: null before where it is new, null after where it is taken out. */
export type ClauseChange = {
  readonly clauseId: string;
  readonly clause: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** A commitment that an addendum puts off. */
export type Rescheduling = {
  readonly instanceId: string;
  readonly what: string;
  readonly before: Day;
  readonly after: Day;
};

/** What an addendum does to the agreement that it hangs on, as it is kept while it is negotiated. */
export type AddendumContent = {
  readonly reason: string;
  readonly newEndsOn: Day | null;
  readonly changes: readonly ClauseChange[];
  readonly reschedulings: readonly Rescheduling[];
  /** The party that accedes: the id of its row in the addendum. */
  readonly accedes: string | null;
};

/** The act that an addendum in force does to its agreement. */
export const actOfAddendum = {
  modification: 'amended',
  extension: 'extended',
  accession: 'acceded',
  errata: 'corrected',
} as const satisfies Record<AddendumKind, AgreementAct>;

/**
 * An addendum says what it is for: an extension its day, a modification or fe de erratas what changes, an accession who.
 * @throws Refusal `agreement-life.incomplete`
 */
export function refuseEmptyAddendum(
  kind: AddendumKind,
  content: Pick<AddendumContent, 'newEndsOn' | 'changes' | 'reschedulings'> & { readonly hasParty: boolean },
): void {
  const problems = [
    ...(kind === 'extension' && content.newEndsOn === null
      ? [{ code: 'agreement-life.end-missing', field: 'newEndsOn' }]
      : []),
    ...(kind !== 'extension' && content.newEndsOn !== null
      ? [{ code: 'agreement-life.end-not-of-this', field: 'newEndsOn' }]
      : []),
    ...(kind === 'accession' && !content.hasParty
      ? [{ code: 'agreement-life.party-missing', field: 'party' }]
      : []),
    ...(kind === 'errata' && content.changes.length === 0
      ? [{ code: 'agreement-life.changes-missing', field: 'changes' }]
      : []),
    ...(kind === 'modification' && content.changes.length === 0 && content.reschedulings.length === 0
      ? [{ code: 'agreement-life.changes-missing', field: 'changes' }]
      : []),
    ...(kind === 'errata' && content.reschedulings.length > 0
      ? [{ code: 'agreement-life.not-by-errata', field: 'reschedulings' }]
      : []),
  ];
  if (problems.length > 0) throw refuse('agreement-life.incomplete', { problems });
}

/** An addendum that came into force, as the consolidated text needs it. */
export type AddendumInForce = {
  readonly id: string;
  readonly kind: AddendumKind;
  readonly title: string;
  readonly on: Day;
  readonly changes: readonly ClauseChange[];
};

/** A clause as it reads today, and every form that it had. */
export type ConsolidatedClause = {
  readonly id: string;
  readonly title: string;
  /** Null where an addendum took it out. */
  readonly body: string | null;
  readonly versions: readonly {
    readonly body: string | null;
    readonly addendum: {
      readonly id: string;
      readonly title: string;
      readonly kind: AddendumKind;
      readonly on: Day;
    } | null;
  }[];
};

/** The text that is in force: the one that was signed, which never changes, and over it each addendum in the order in which it took effect. */
export function consolidate(
  signed: readonly Pick<TextClause, 'id' | 'title' | 'body'>[],
  addenda: readonly AddendumInForce[],
): ConsolidatedClause[] {
  const clauses = new Map<string, ConsolidatedClause>(
    signed.map(({ id, title, body }) => [id, { id, title, body, versions: [{ body, addendum: null }] }]),
  );
  for (const { changes, ...rest } of addenda.toSorted((one, other) => (one.on < other.on ? -1 : 1))) {
    const addendum = { id: rest.id, title: rest.title, kind: rest.kind, on: rest.on };
    for (const { clauseId, clause, after } of changes) {
      const known = clauses.get(clauseId);
      clauses.set(clauseId, {
        id: clauseId,
        title: known?.title ?? clause,
        body: after,
        versions: [...(known?.versions ?? []), { body: after, addendum }],
      });
    }
  }
  return [...clauses.values()];
}
