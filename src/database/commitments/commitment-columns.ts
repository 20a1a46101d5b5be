import type { Insertable, Selectable } from 'kysely';
import type { DB } from '#database/schema.ts';
import type { CommitmentTerms, PartyRef } from '#domain/commitments/commitment.ts';
import type { InstanceFacts } from '#domain/commitments/instance-standing.ts';
import type {
  CommitmentOrigin,
  CommitmentStanding,
  InstanceStanding,
  Review,
} from '#domain/commitments/vocabulary.ts';

/** A commitment as the domain speaks of it, with what the database keeps beside. */
export type CommitmentRow = CommitmentTerms & {
  readonly id: string;
  readonly country: string;
  readonly territoryId: number;
  readonly agreementId: string | null;
  readonly clauseId: string | null;
  readonly planActionId: string | null;
  readonly quality: number;
  readonly standing: CommitmentStanding;
  readonly standingReason: string | null;
  readonly isPublic: boolean;
  readonly origin: CommitmentOrigin;
  readonly parties: readonly string[];
  readonly partyTerritories: readonly number[];
  readonly obliged: readonly string[];
  readonly example: boolean;
  readonly version: number;
};

type CoObliged = { readonly organisation_id: string | null; readonly structure_id: string | null };

const refOf = (organisationId: string | null, structureId: string | null): PartyRef | null =>
  organisationId !== null
    ? { kind: 'organisation', id: organisationId }
    : structureId !== null
      ? { kind: 'structure', id: structureId }
      : null;

const numberOf = (value: string | number | null) => (value === null ? null : Number(value));

/** A row as the domain names its columns; lists that the database checks get their types back. */
export function commitmentOf(
  row: Selectable<DB['commitment']>,
  coObliged: readonly CoObliged[],
): CommitmentRow {
  const obligor = refOf(row.obligor_organisation_id, row.obligor_structure_id);
  if (obligor === null) throw new Error(`commitment ${row.id} is owed by nobody`);
  return {
    ...termsOfRow(row),
    obligor,
    coObliged: coObliged.flatMap((one) => refOf(one.organisation_id, one.structure_id) ?? []),
    id: row.id,
    country: row.country,
    territoryId: row.territory_id,
    agreementId: row.agreement_id,
    clauseId: row.clause_id,
    planActionId: row.plan_action_id,
    quality: row.quality,
    standing: row.standing as CommitmentStanding,
    standingReason: row.standing_reason,
    isPublic: row.is_public,
    origin: row.origin as CommitmentOrigin,
    parties: row.parties,
    partyTerritories: row.party_territories,
    obliged: row.obliged,
    example: row.example,
    version: row.version,
  };
}

function termsOfRow(row: Selectable<DB['commitment']>): Omit<CommitmentTerms, 'obligor' | 'coObliged'> {
  return {
    what: row.what,
    beneficiary: refOf(row.beneficiary_organisation_id, row.beneficiary_structure_id),
    verifier: refOf(row.verifier_organisation_id, row.verifier_structure_id),
    responsibleOffice: row.responsible_office,
    proof: row.proof,
    unit: row.unit,
    quantity: numberOf(row.quantity),
    targetGroups: row.target_groups as unknown as CommitmentTerms['targetGroups'],
    targetSize: row.target_size,
    startsOn: row.starts_on,
    dueOn: row.due_on,
    recurrence: row.recurrence,
    currency: row.currency,
    cash: numberOf(row.cash),
    staffDays: numberOf(row.staff_days),
    inKind: row.in_kind,
    weight: Number(row.weight),
    poaCode: row.poa_code,
    placeId: row.place_id,
    needId: row.need_id,
    noNeedReason: row.no_need_reason,
    threadId: row.thread_id,
  };
}

const idIf = (ref: PartyRef | null, kind: PartyRef['kind']) => (ref?.kind === kind ? ref.id : null);

/** The columns of what is agreed in a commitment; those co-obliged have a table of their own. */
export function columnsOf(terms: CommitmentTerms) {
  return {
    what: terms.what,
    obligor_organisation_id: idIf(terms.obligor, 'organisation'),
    obligor_structure_id: idIf(terms.obligor, 'structure'),
    beneficiary_organisation_id: idIf(terms.beneficiary, 'organisation'),
    beneficiary_structure_id: idIf(terms.beneficiary, 'structure'),
    verifier_organisation_id: idIf(terms.verifier, 'organisation'),
    verifier_structure_id: idIf(terms.verifier, 'structure'),
    responsible_office: terms.responsibleOffice,
    proof: terms.proof,
    unit: terms.unit,
    quantity: terms.quantity,
    target_groups: [...terms.targetGroups],
    target_size: terms.targetSize,
    starts_on: terms.startsOn,
    due_on: terms.dueOn,
    recurrence: terms.recurrence,
    currency: terms.currency,
    cash: terms.cash,
    staff_days: terms.staffDays,
    in_kind: terms.inKind,
    weight: terms.weight,
    poa_code: terms.poaCode,
    place_id: terms.placeId,
    need_id: terms.needId,
    no_need_reason: terms.noNeedReason,
    thread_id: terms.threadId,
  } satisfies Partial<Insertable<DB['commitment']>>;
}

/** One time that a commitment falls due. */
export type InstanceRow = InstanceFacts & {
  readonly id: string;
  readonly commitmentId: string;
  readonly territoryId: number;
  readonly sequence: number;
  readonly startedOn: string | null;
  readonly forecastReason: string | null;
  readonly verifyBy: string | null;
  readonly verifiedOn: string | null;
  readonly verifiedByParty: string | null;
  readonly passedToCommissionOn: string | null;
  readonly firstReview: Review | null;
  readonly cureBy: string | null;
  readonly breachedOn: string | null;
  readonly breachPublishedOn: string | null;
  readonly reply: string | null;
  readonly repliedOn: string | null;
  readonly standingReason: string | null;
  readonly version: number;
};

export function instanceOf(row: Selectable<DB['commitment_instance']>): InstanceRow {
  return {
    id: row.id,
    commitmentId: row.commitment_id,
    territoryId: row.territory_id,
    sequence: row.sequence,
    dueOn: row.due_on,
    firstDueOn: row.first_due_on,
    standing: row.standing as InstanceStanding,
    startedOn: row.started_on,
    forecastOn: row.forecast_on,
    forecastReason: row.forecast_reason,
    deliveredOn: row.delivered_on,
    verifyBy: row.verify_by,
    verifiedOn: row.verified_on,
    verifiedByParty: row.verified_by_party,
    passedToCommissionOn: row.passed_to_commission_on,
    firstReview: row.first_review as Review | null,
    noticedOn: row.noticed_on,
    cureBy: row.cure_by,
    curedOn: row.cured_on,
    breachedOn: row.breached_on,
    breachPublishedOn: row.breach_published_on,
    reply: row.reply,
    repliedOn: row.replied_on,
    pausedFrom: row.paused_from,
    pausedDays: row.paused_days,
    standingReason: row.standing_reason,
    version: row.version,
  };
}
