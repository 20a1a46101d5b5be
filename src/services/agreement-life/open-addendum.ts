import type { agreementLifeOperations } from '#contract/agreements/life.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { insertAgreement } from '#database/agreements/agreement-store.ts';
import { findAgreementChildren } from '#database/agreements/agreement-views.ts';
import { insertAgreementParties, keepPartyArrays } from '#database/agreements/party-store.ts';
import { findPartyHolders } from '#database/agreements/party-views.ts';
import { refuse } from '#domain/agreements/life-refusals.ts';
import { actOfAddendum } from '#domain/agreements/addendum.ts';
import { findAgreement } from '#database/agreements/agreement-views.ts';
import { foldedOf, keepAgreementAct, recordAgreement } from '../agreements/move-agreement.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';
import { readAddendum } from './addendum-body.ts';
import { openLife, readText, refuseUnless, type Life } from './open-life.ts';

type Operation = typeof agreementLifeOperations.openAddendum;
type Body = InputOf<Operation>['body'];

const over = new Set(['abandoned', 'annulled', 'in-force', 'closed', 'expired']);

/** Opens an addendum: an agreement of its own, with the same parties, that is negotiated, confirmed and signed like any. */
export async function openAddendum(
  context: Context,
  { agreementId, body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const parent = await openLife(tx, context, { id: agreementId }, 'anyone-working');
    refuseUnless(parent, actOfAddendum[body.kind]);
    if (parent.agreement.kind === 'addendum') throw refuse('agreement-life.not-as-it-stands');
    readText({ title: body.title, reason: body.reason }, body);
    await refuseSecond(tx, parent, body.kind);
    const joining = await findJoining(tx, parent, body.party);
    const accedes = joining && newId();
    const what = { kind: body.kind, hasParty: joining !== null, accedes };
    const content = await readAddendum(tx, parent, body, what);
    const id = newId();
    await insertRow(tx, context, parent, { id, body, content });
    await copyParties(tx, parent, { id, joining: joining && { ...joining, rowId: accedes ?? newId() } });
    const after = await findAgreement(tx, id);
    if (!after) throw refuse('agreement-life.not-an-addendum');
    const on = parent.today;
    await keepAgreementAct(tx, context, after, { act: 'drafted', on, from: null, to: 'draft' });
    await keepAgreementAct(tx, context, after, {
      act: 'opened-negotiation',
      on,
      from: 'draft',
      to: 'negotiation',
    });
    await recordAgreement(tx, context, 'openAddendum', { before: null, after });
    return { id, version: after.version };
  });
}

// Two extensions at once would each count from the same end.
async function refuseSecond(tx: Transaction, parent: Life, kind: Body['kind']): Promise<void> {
  const open = (await findAgreementChildren(tx, parent.agreement.id)).find(
    (child) => child.addendumKind === kind && !over.has(child.standing),
  );
  if (open) throw refuse('agreement-life.addendum-open', { values: { title: open.title } });
}

async function findJoining(tx: Transaction, parent: Life, party: Body['party']) {
  const id = party?.organisationId ?? party?.structureId ?? null;
  if (party === null || id === null) return null;
  const holder = (await findPartyHolders(tx, [id])).get(id);
  if (!holder || holder.standing !== 'active' || holder.country !== parent.agreement.country)
    throw refuse('agreement-life.party-not-found', { field: 'party' });
  if (parent.parties.some(({ holderId, standing }) => holderId === id && standing !== 'withdrawn'))
    throw refuse('agreement-life.already-party', { field: 'party', values: { party: holder.name } });
  return { ...holder, role: party.role };
}

async function insertRow(
  tx: Transaction,
  context: Context,
  { agreement, today }: Life,
  { id, body, content }: { id: string; body: Body; content: unknown },
): Promise<void> {
  await insertAgreement(tx, {
    id,
    country: agreement.country,
    territory_id: agreement.territoryId,
    template_id: agreement.templateId,
    template_number: agreement.templateNumber,
    parent_id: agreement.id,
    kind: 'addendum',
    addendum_kind: body.kind,
    addendum_content: JSON.stringify(content),
    title: body.title,
    language: agreement.language,
    object: body.reason,
    standing: 'negotiation',
    standing_on: today,
    effective_rule:
      body.kind === 'errata'
        ? 'signature'
        : agreement.effectiveRule === 'date'
          ? 'signature'
          : agreement.effectiveRule,
    amendment_rule: agreement.amendmentRule,
    commission_structure_id: agreement.commissionStructureId,
    currency: agreement.currency,
    no_need_reason: body.reason,
    folded: foldedOf({ title: body.title, shortName: null, number: null, object: body.reason }),
    parties: [...agreement.parties],
    party_territories: [...agreement.partyTerritories],
    example: agreement.example,
    created_by: context.actor.kind === 'account' ? context.actor.accountId : null,
    created_at: context.now,
  });
}

type Joining = {
  readonly rowId: string;
  readonly id: string;
  readonly kind: 'organisation' | 'structure';
  readonly territoryId: number;
  readonly role: string;
};

async function copyParties(
  tx: Transaction,
  parent: Life,
  { id, joining }: { id: string; joining: Joining | null },
): Promise<void> {
  const present = parent.parties.filter(({ standing }) => standing !== 'withdrawn');
  const copies = present.map((party, position) => ({
    id: newId(),
    agreement_id: id,
    territory_id: party.territoryId,
    organisation_id: party.kind === 'organisation' ? party.holderId : null,
    structure_id: party.kind === 'structure' ? party.holderId : null,
    role: party.role,
    capacity: party.capacity,
    competence: party.competence,
    representative_office: party.representativeOffice,
    representative_id: party.representativeId,
    position,
  }));
  await insertAgreementParties(tx, copies);
  if (joining) {
    const { rowId, kind, territoryId, role } = joining;
    await insertAgreementParties(tx, [
      {
        id: rowId,
        agreement_id: id,
        territory_id: territoryId,
        organisation_id: kind === 'organisation' ? joining.id : null,
        structure_id: kind === 'structure' ? joining.id : null,
        role,
        position: copies.length,
      },
    ]);
  }
  await keepPartyArrays(tx, id);
}
