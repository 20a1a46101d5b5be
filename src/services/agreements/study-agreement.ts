import { findAgreements } from '#database/agreements/agreement-views.ts';
import { findComparedTexts, findCoversIndigenous } from '#database/agreements/check-views.ts';
import { findApprovals, findGates, findOpenRemarkCounts } from '#database/agreements/negotiation-views.ts';
import {
  findPostsOfPeople,
  findSeatsOfPeople,
  type AgreementPartyRow,
} from '#database/agreements/party-views.ts';
import { checksOf, type Check, type CheckedParty } from '#domain/agreements/checks.ts';
import { statedTotals } from '#domain/agreements/clause-fields.ts';
import { gapsOf } from '#domain/agreements/fill-places.ts';
import { bearingOf } from '#domain/agreements/framework.ts';
import { openGates, type GateFact } from '#domain/agreements/gates.ts';
import {
  waitingForLegalReview,
  waitingForNegotiation,
  waitingForSignature,
  type Waiting,
} from '#domain/agreements/negotiation.ts';
import { hasSameCommitments, shareCopied } from '#domain/agreements/similarity.ts';
import { endOfTerm } from '#domain/agreements/term.ts';
import type { Transaction } from '../context.ts';
import { gatherText, hashOf, valuesOfClause, type GatheredText } from './assemble-content.ts';

/** Above this share of own words that stand in another agreement too, a text was copied. */
const copiedShare = 0.6;

/** A text with all that is amiss in it, and what each step towards the signature still waits for. */
export type Study = Awaited<ReturnType<typeof studyAgreement>>;

/** Looks at a text as it stands: what is amiss, and what each step still waits for. */
export async function studyAgreement(tx: Transaction, agreementId: string, today: string) {
  const text = await gatherText(tx, agreementId);
  const { agreement } = text;
  const hash = hashOf(text.content);
  const gates = await findGates(tx, agreementId);
  const facts = gates.map(({ kind, result }) => ({ kind, result }) as GateFact);
  const approvals = await findApprovals(tx, agreementId);
  const coversIndigenous = await findCoversIndigenous(tx, text.links.places);
  const checks = await checksOfText(tx, text, { gates: facts, coversIndigenous, today });
  const parties = text.parties.filter(({ standing }) => standing !== 'withdrawn');
  const hasMoney = text.budget.some(({ kind, amount }) => kind === 'cash' && Number(amount) > 0);
  const isAddendum = agreement.kind === 'addendum';
  const steps: Record<'negotiation' | 'legal-review' | 'signature', Waiting[]> = {
    negotiation: waitingForNegotiation(checks),
    'legal-review': waitingForLegalReview(parties, hash, checks),
    signature: waitingForSignature(parties, {
      hash,
      reviewedHash: agreement.textHash,
      areApprovalsRequired: text.template.approvals.required,
      approvedBy: new Set(
        approvals
          .filter(({ taken_back_at: takenBack, kind }) => takenBack === null && kind !== 'budget')
          .map(({ party_id: id }) => id),
      ),
      gates: isAddendum ? [] : openGates(text.template, facts, { hasMoney, coversIndigenous }),
    }),
  };
  return { text, hash, checks, gates, approvals, steps };
}

type Facts = {
  readonly gates: readonly GateFact[];
  readonly coversIndigenous: boolean;
  readonly today: string;
};

async function checksOfText(tx: Transaction, text: GatheredText, facts: Facts): Promise<Check[]> {
  const { agreement, template, links, clauses, commitments, budget } = text;
  const remarks = await findOpenRemarkCounts(tx, agreement.id);
  return checksOf({
    kind: agreement.kind,
    language: agreement.language,
    object: agreement.object,
    term: agreement,
    template,
    parties: await checkedParties(tx, text.parties),
    clauses: clauses.map((clause) => ({
      id: clause.id,
      type: clause.type,
      title: clause.title,
      gaps: gapsOf(`${clause.title}\n${clause.body}`, valuesOfClause(text.values, clause)),
      openRemarks: remarks.get(clause.id) ?? 0,
      statedTotals: statedTotals(clause.fields),
    })),
    commitments: commitments.map((one) => ({
      id: one.id,
      what: one.what,
      responsibleOffice: one.responsible_office,
      dueOn: one.due_on,
      quality: one.quality,
    })),
    budget,
    places: links.places.length,
    needs: links.needs.length,
    noNeedReason: agreement.noNeedReason,
    lines: links.lines.length,
    framework: await frameworkOf(tx, text, facts.today),
    copiedFrom: await copiedFrom(tx, text),
    ...facts,
  });
}

async function frameworkOf(tx: Transaction, { agreement }: GatheredText, today: string) {
  if (agreement.parentId === null || agreement.kind === 'addendum') return null;
  const parent = (await findAgreements(tx, [agreement.parentId])).get(agreement.parentId);
  if (!parent) return null;
  return { title: parent.title, bearing: bearingOf(parent, endOfTerm(agreement, today), today) };
}

async function checkedParties(
  tx: Transaction,
  parties: readonly AgreementPartyRow[],
): Promise<CheckedParty[]> {
  const people = parties.flatMap(({ representativeId }) => representativeId ?? []);
  const [posts, seats] = await Promise.all([findPostsOfPeople(tx, people), findSeatsOfPeople(tx, people)]);
  const terms = [...posts, ...seats];
  return parties
    .filter(({ standing }) => standing !== 'withdrawn')
    .map((party) => ({
      id: party.id,
      name: party.name,
      role: party.role,
      holderStanding: party.holderStanding,
      competence: party.competence,
      isRepresented: party.representativeId !== null || party.representativeOffice !== null,
      terms:
        party.representativeId === null
          ? null
          : terms
              .filter(
                (term) => term.person_id === party.representativeId && term.holder_id === party.holderId,
              )
              .map((term) => ({ from: term.valid_from, to: term.valid_to })),
    }));
}

// Only where no need says what this place is about, and the same is promised as there.
async function copiedFrom(
  tx: Transaction,
  { agreement, clauses, commitments, links, template }: GatheredText,
) {
  if (links.needs.length > 0) return null;
  const own = { clauses: clauses.map(({ body }) => body), commitments: commitments.map(({ what }) => what) };
  const given = template.clauses.map(({ body }) => body[agreement.language]);
  let most: { readonly title: string; readonly share: number } | null = null;
  for (const other of await findComparedTexts(tx, agreement)) {
    const text = { clauses: other.bodies, commitments: other.commitments };
    if (!hasSameCommitments(own, text)) continue;
    const share = shareCopied(own, text, given);
    if (share >= copiedShare && share > (most?.share ?? 0)) most = { title: other.title, share };
  }
  return most;
}
