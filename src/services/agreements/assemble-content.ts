import { createHash } from 'node:crypto';
import { findPlaces } from '#database/actors/place-views.ts';
import type { AgreementRow } from '#database/agreements/agreement-columns.ts';
import { findAgreementLinks, findAgreements } from '#database/agreements/agreement-views.ts';
import { findClauses, type ClauseRow } from '#database/agreements/clause-views.ts';
import {
  findBudget,
  findCommitmentsOfText,
  findHolderNames,
  type BudgetRow,
  type CommitmentOfText,
} from '#database/agreements/content-views.ts';
import type { AgreementPartyRow } from '#database/agreements/party-views.ts';
import { writtenPlaces } from '#domain/agreements/clause-fields.ts';
import { findTemplate } from '#database/agreements/template-views.ts';
import { fillPlaces, type PlaceValues } from '#domain/agreements/fill-places.ts';
import { refuse } from '#domain/agreements/refusals.ts';
import type {
  AgreementContent,
  TextBudgetLine,
  TextCommitment,
  TextParty,
} from '#domain/agreements/text-content.ts';
import { canonicalText } from '#domain/audit/canonical.ts';
import type { Transaction } from '../context.ts';
import { findOpenAgreement } from './open-agreement.ts';
import { placeValuesOf } from './place-values.ts';

type Addendum = AgreementContent['addendum'];

/**
 * What the parties put their name to, as it stands now. Everyone who sees the agreement is given the same, whoever asks.
 * An addendum's own part is kept in its row, in the form of the content, by whoever writes addenda.
 */
export async function assembleContent(tx: Transaction, agreementId: string): Promise<AgreementContent> {
  return (await gatherText(tx, agreementId)).content;
}

/** The hash that the parties confirm and sign: SHA-256 over the one canonical text of a content. */
export function hashOf(content: AgreementContent): string {
  return createHash('sha256').update(canonicalText(content)).digest('hex');
}

/** A text with what it was made of, for those who check it. */
export type GatheredText = Awaited<ReturnType<typeof gatherText>>;

/** Reads all that a text is made of, and makes it. */
export async function gatherText(tx: Transaction, agreementId: string) {
  const { agreement, parties } = await findOpenAgreement(tx, agreementId);
  const present = parties.filter(({ standing }) => standing !== 'withdrawn');
  const links = await findAgreementLinks(tx, agreementId);
  const clauses = (await findClauses(tx, agreementId)).filter(({ removedAt }) => removedAt === null);
  const commitments = await findCommitmentsOfText(tx, agreementId);
  const budget = await findBudget(tx, agreementId);
  const names = await findHolderNames(tx, [
    ...commitments.flatMap(holdersOf),
    agreement.commissionStructureId,
  ]);
  const places = await findPlaces(tx, [
    ...links.places,
    ...commitments.flatMap(({ place_id: id }) => id ?? []),
  ]);
  const parts = {
    parties: present.map(textParty),
    territories: links.places.map((id) => places.get(id)?.name ?? ''),
    needs: links.needs.map(({ problem }) => problem),
    lines: links.lines
      .map(({ code, title }) => (code === null ? title : `${code}. ${title}`))
      .toSorted((one, other) => one.localeCompare(other, agreement.language, { numeric: true })),
    commitments: commitments.map((one) =>
      textCommitment(one, names, one.place_id === null ? null : (places.get(one.place_id)?.name ?? null)),
    ),
    budget: budget.map((line) => textBudgetLine(line, present)),
  };
  const commission = names.get(agreement.commissionStructureId ?? '') ?? null;
  const template = await findTemplate(tx, agreement.templateId);
  if (!template) throw refuse('agreements.template-not-found');
  const parent = (await findAgreements(tx, [agreement.parentId])).get(agreement.parentId ?? '');
  const values = placeValuesOf(agreement, template, parts, { commission, parent: parent?.title ?? null });
  const content = contentOf(agreement, parts, { clauses, values, addendum: addendumOf(agreement, parent) });
  return { agreement, parties, template, links, clauses, commitments, budget, values, content };
}

/** What stands in the places of a clause: what the agreement knows, and what was written beside this very clause. */
export function valuesOfClause(values: PlaceValues, clause: Pick<ClauseRow, 'fields'>): PlaceValues {
  return { ...values, ...writtenPlaces(clause.fields) };
}

type Parts = Pick<AgreementContent, 'parties' | 'territories' | 'needs' | 'lines' | 'commitments' | 'budget'>;

function contentOf(
  agreement: AgreementRow,
  parts: Parts,
  text: { clauses: readonly ClauseRow[]; values: PlaceValues; addendum: Addendum },
): AgreementContent {
  return {
    form: 1,
    agreementId: agreement.id,
    kind: agreement.kind,
    addendum: text.addendum,
    templateId: agreement.templateId,
    templateNumber: agreement.templateNumber,
    language: agreement.language,
    country: agreement.country,
    title: agreement.title,
    number: agreement.number,
    object: agreement.object,
    ...parts,
    clauses: text.clauses.map((clause) => {
      const values = valuesOfClause(text.values, clause);
      const { id, type, title, body } = clause;
      return { id, type, title: fillPlaces(title, values), body: fillPlaces(body, values) };
    }),
    term: {
      effectiveRule: agreement.effectiveRule,
      effectiveOn: agreement.effectiveOn,
      endsOn: agreement.endsOn,
      months: agreement.termMonths,
    },
    isExample: agreement.example,
  };
}

function addendumOf(agreement: AgreementRow, parent: AgreementRow | undefined): Addendum {
  const { addendumKind, parentId } = agreement;
  if (addendumKind === null || parentId === null) return null;
  const kept = (agreement.addendumContent ?? {}) as Partial<NonNullable<Addendum>>;
  return {
    kind: addendumKind,
    toAgreementId: parentId,
    toTitle: parent?.title ?? '',
    toHash: parent?.textHash ?? null,
    newEndsOn: kept.newEndsOn ?? null,
    changes: kept.changes ?? [],
    ...(kept.reschedulings && kept.reschedulings.length > 0
      ? { reschedulings: kept.reschedulings.map(({ what, before, after }) => ({ what, before, after })) }
      : {}),
  };
}

function textParty(row: AgreementPartyRow): TextParty {
  return {
    id: row.id,
    holderId: row.holderId,
    name: row.name,
    role: row.role,
    capacity: row.capacity,
    competence: row.competence,
    representativeOffice: row.representativeOffice,
    appointmentAct: row.appointmentAct,
    powerSource: row.powerSource,
  };
}

const obligorOf = (one: CommitmentOfText) => one.obligor_organisation_id ?? one.obligor_structure_id ?? '';
const beneficiaryOf = (one: CommitmentOfText) =>
  one.beneficiary_organisation_id ?? one.beneficiary_structure_id;
const holdersOf = (one: CommitmentOfText) => [obligorOf(one), beneficiaryOf(one), ...one.co_obliged];

function textCommitment(
  one: CommitmentOfText,
  names: ReadonlyMap<string, string>,
  place: string | null,
): TextCommitment {
  const nameOf = (id: string) => names.get(id) ?? '';
  const beneficiary = beneficiaryOf(one);
  return {
    id: one.id,
    obligor: nameOf(obligorOf(one)),
    coObliged: one.co_obliged.map(nameOf),
    what: one.what,
    beneficiary: beneficiary === null ? null : nameOf(beneficiary),
    place,
    dueOn: one.due_on,
    recurrence: one.recurrence,
    proof: one.proof,
    quantity: one.quantity === null ? null : String(one.quantity),
    unit: one.unit,
  };
}

function textBudgetLine(line: BudgetRow, parties: readonly AgreementPartyRow[]): TextBudgetLine {
  return {
    party: parties.find(({ id }) => id === line.partyId)?.name ?? '',
    year: line.year,
    source: line.source,
    budgetCode: line.budgetCode,
    kind: line.kind,
    currency: line.currency,
    amount: line.amount,
  };
}
