import {
  findAgreementActs,
  findAgreementChildren,
  findAgreements,
} from '#database/agreements/agreement-views.ts';
import { findClauses } from '#database/agreements/clause-views.ts';
import { findSealedText } from '#database/agreements/content-views.ts';
import { findOpenRemarkCounts, findShownCommitments } from '#database/agreements/negotiation-views.ts';
import type { AttachedFile } from '#database/files/file-store.ts';
import type { AgreementPartyRow } from '#database/agreements/party-views.ts';
import { gapsOf } from '#domain/agreements/fill-places.ts';
import { bearingOf } from '#domain/agreements/framework.ts';
import { agreementStandings, standingOn, type AgreementStanding } from '#domain/agreements/lifecycle.ts';
import { problemOf } from '#domain/agreements/negotiation.ts';
import type { GateKind } from '#domain/agreements/template-schema.ts';
import { endOfTerm } from '#domain/agreements/term.ts';
import type { AgreementContent } from '#domain/agreements/text-content.ts';
import type { ApprovalKind, GateResult } from '#domain/agreements/vocabulary.ts';
import { statesOf } from '../commitments/states-of.ts';
import type { Transaction } from '../context.ts';
import { valuesOfClause, type GatheredText } from './assemble-content.ts';
import type { Study } from './study-agreement.ts';

/** What the page shows of the path to the signature: what is amiss, what was approved, what comes next and what it waits for. */
export function showPath(
  { text, checks, gates, approvals, steps }: Study,
  mayWork: boolean,
  papers: ReadonlyMap<string, AttachedFile>,
) {
  const paperOf = (id: string) => {
    const file = papers.get(id);
    return file ? { id: file.id, name: file.name } : null;
  };
  const { standing } = text.agreement;
  const next = nextStep[standing];
  const isBefore = next !== undefined;
  const waiting = next === undefined || next === 'legal-report' ? [] : steps[next];
  return {
    checks: isBefore && mayWork ? checks.map((one) => ({ ...one, values: { ...one.values } })) : [],
    gates: gates.map((gate) => ({
      id: gate.id,
      kind: gate.kind as GateKind,
      body: gate.body,
      reference: gate.reference,
      on: gate.on_date,
      result: gate.result as GateResult,
      note: mayWork ? gate.note : null,
      file: paperOf(gate.id),
    })),
    approvals: approvals.map((one) => ({
      id: one.id,
      partyId: one.party_id,
      kind: one.kind as ApprovalKind,
      body: one.body,
      reference: one.reference,
      on: one.on_date,
      file: paperOf(one.id),
      isTakenBack: one.taken_back_at !== null,
    })),
    next: isBefore
      ? {
          step: next,
          waiting: waiting.map((one) => {
            const { code, values } = problemOf(one);
            return { code, partyId: one.partyId, values: { ...values } };
          }),
        }
      : null,
  };
}

const nextStep: Partial<
  Record<AgreementStanding, 'negotiation' | 'legal-review' | 'legal-report' | 'signature'>
> = {
  draft: 'negotiation',
  negotiation: 'legal-review',
  'legal-review': 'legal-report',
  approval: 'signature',
};

// What was put to signature is shown as it was sealed; what was redacted, as the order left it.
export async function showText(tx: Transaction, { agreement, clauses, values, content }: GatheredText) {
  const isSealed = agreementStandings.indexOf(agreement.standing) >= agreementStandings.indexOf('signed');
  const sealed = isSealed ? await findSealedText(tx, agreement.id) : undefined;
  if (sealed) {
    const kept = (sealed.redacted_content ?? sealed.content) as unknown as AgreementContent;
    return {
      clauses: kept.clauses.map((one) => ({ ...one, gaps: [], openRemarks: 0, version: 1 })),
      isSealed,
      removedClauses: [],
    };
  }
  const remarks = await findOpenRemarkCounts(tx, agreement.id);
  const removed = (await findClauses(tx, agreement.id)).filter(({ removedAt }) => removedAt !== null);
  return {
    clauses: content.clauses.map((one) => {
      const row = clauses.find(({ id }) => id === one.id);
      return {
        ...one,
        gaps: row ? gapsOf(`${row.title}\n${row.body}`, valuesOfClause(values, row)) : [],
        openRemarks: remarks.get(one.id) ?? 0,
        version: row?.version ?? 1,
      };
    }),
    isSealed: false,
    removedClauses: removed.map(({ id, title, version }) => ({ id, title, version })),
  };
}

export async function showCommitments(tx: Transaction, agreementId: string, today: string) {
  const rows = await findShownCommitments(tx, agreementId);
  const states = await statesOf(
    tx,
    rows.map(({ id }) => id),
    today,
  );
  return rows.map((row) => ({
    id: row.id,
    what: row.what,
    obligor: row.obligor ?? '',
    dueOn: row.due_on,
    standing: row.standing as 'proposed',
    state: states.get(row.id) ?? null,
  }));
}

export async function showTree(tx: Transaction, agreement: GatheredText['agreement'], today: string) {
  const parent = (await findAgreements(tx, [agreement.parentId])).get(agreement.parentId ?? '');
  const children = await findAgreementChildren(tx, agreement.id);
  return {
    parent: parent
      ? { id: parent.id, title: parent.title, bearing: bearingOf(parent, endOfTerm(agreement, today), today) }
      : null,
    children: children.map((child) => ({
      id: child.id,
      title: child.title,
      kind: child.kind,
      addendumKind: child.addendumKind,
      standing: standingOn(child, today),
    })),
  };
}

export async function showActs(tx: Transaction, agreementId: string, parties: readonly AgreementPartyRow[]) {
  const rows = await findAgreementActs(tx, agreementId);
  return rows.toReversed().map((row) => ({
    act: row.act as 'drafted',
    on: row.on_date,
    at: row.done_at.toISOString(),
    reason: row.reason,
    party: parties.find(({ id }) => id === row.party_id)?.name ?? null,
    from: row.from_standing as 'draft' | null,
    to: row.to_standing as 'draft',
  }));
}
