import type { Insertable, Selectable, Updateable } from 'kysely';
import type { DB } from '#database/schema.ts';
import type { AgreementStanding } from '#domain/agreements/lifecycle.ts';
import type {
  AddendumKind,
  AgreementKind,
  AmendmentRule,
  EffectiveRule,
} from '#domain/agreements/vocabulary.ts';

/** An agreement as the domain speaks of it, with what the database keeps beside. */
export type AgreementRow = {
  readonly id: string;
  readonly country: string;
  readonly territoryId: number;
  readonly templateId: string;
  readonly templateNumber: number;
  readonly parentId: string | null;
  readonly kind: AgreementKind;
  readonly addendumKind: AddendumKind | null;
  readonly addendumContent: unknown;
  readonly title: string;
  readonly shortName: string | null;
  readonly number: string | null;
  readonly language: 'es' | 'en';
  readonly object: string | null;
  readonly standing: AgreementStanding;
  readonly standingOn: string | null;
  readonly standingReason: string | null;
  readonly origin: 'drafted' | 'registered';
  readonly effectiveRule: EffectiveRule;
  readonly signedOn: string | null;
  readonly effectiveOn: string | null;
  readonly endsOn: string | null;
  readonly firstEndsOn: string | null;
  readonly termMonths: number | null;
  readonly renewsTacitly: boolean;
  readonly suspendedOn: string | null;
  readonly reviewOn: string | null;
  readonly cureBy: string | null;
  readonly settleBy: string | null;
  readonly amendmentRule: AmendmentRule;
  readonly noticeDays: number | null;
  readonly cureDays: number | null;
  readonly withdrawalDays: number | null;
  readonly commissionStructureId: string | null;
  readonly meetingEvery: string | null;
  readonly reportEvery: string | null;
  readonly currency: string | null;
  readonly noNeedReason: string | null;
  readonly registryNumber: string | null;
  readonly isPublic: boolean;
  readonly textNumber: number;
  readonly textHash: string | null;
  readonly verificationCode: string | null;
  readonly parties: readonly string[];
  readonly partyTerritories: readonly number[];
  readonly example: boolean;
  readonly version: number;
  readonly createdBy: string | null;
};

/** A row as the domain names its columns; lists that the database checks get their types back. */
export function agreementOf(row: Selectable<DB['agreement']>): AgreementRow {
  return {
    ...termsOf(row),
    id: row.id,
    country: row.country,
    territoryId: row.territory_id,
    templateId: row.template_id,
    templateNumber: row.template_number,
    parentId: row.parent_id,
    kind: row.kind as AgreementKind,
    addendumKind: row.addendum_kind as AddendumKind | null,
    addendumContent: row.addendum_content,
    title: row.title,
    shortName: row.short_name,
    number: row.number,
    language: row.language as 'es',
    object: row.object,
    standing: row.standing as AgreementStanding,
    standingOn: row.standing_on,
    standingReason: row.standing_reason,
    origin: row.origin as 'drafted',
    noNeedReason: row.no_need_reason,
    registryNumber: row.registry_number,
    isPublic: row.is_public,
    textNumber: row.text_number,
    textHash: row.text_hash,
    verificationCode: row.verification_code,
    parties: row.parties,
    partyTerritories: row.party_territories,
    example: row.example,
    version: row.version,
    createdBy: row.created_by,
  };
}

function termsOf(row: Selectable<DB['agreement']>) {
  return {
    effectiveRule: row.effective_rule as EffectiveRule,
    signedOn: row.signed_on,
    effectiveOn: row.effective_on,
    endsOn: row.ends_on,
    firstEndsOn: row.first_ends_on,
    termMonths: row.term_months,
    renewsTacitly: row.renews_tacitly,
    suspendedOn: row.suspended_on,
    reviewOn: row.review_on,
    cureBy: row.cure_by,
    settleBy: row.settle_by,
    amendmentRule: row.amendment_rule as AmendmentRule,
    noticeDays: row.notice_days,
    cureDays: row.cure_days,
    withdrawalDays: row.withdrawal_days,
    commissionStructureId: row.commission_structure_id,
    meetingEvery: row.meeting_every,
    reportEvery: row.report_every,
    currency: row.currency,
  };
}

/** What may be changed of an agreement beside its version; what is left out stays. */
export type AgreementChange = Omit<
  Updateable<DB['agreement']>,
  'id' | 'version' | 'updated_at' | 'created_at' | 'created_by' | 'country'
>;

export type NewAgreement = Insertable<DB['agreement']>;
