import type { commitmentsOperations } from '#contract/commitments/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { CommitmentRow } from '#database/commitments/commitment-columns.ts';
import { inScope } from '#database/connection.ts';
import { mayDo } from '#domain/access/permissions.ts';
import { qualityOf } from '#domain/commitments/commitment.ts';
import { mainInstanceOf } from '#domain/commitments/instance-standing.ts';
import { actsForOneOf, everyoneOf, isOfThatSide, mayOversee } from '#domain/commitments/permissions.ts';
import { possibleActs } from '#domain/commitments/possible-acts.ts';
import { textStateOf } from '#domain/commitments/within-text.ts';
import { lookUp } from '../actors/look-up.ts';
import type { Context, Transaction } from '../context.ts';
import { openCommitment, type OpenedCommitment } from './open-commitment.ts';
import { ownOrganisationsOf } from './own-organisations.ts';
import { readAround, type Around } from './read-around.ts';
import { findObligedSide } from './resolve-parties.ts';
import { showActs, showDependencies } from './show-history.ts';
import { showInstances, type Reader } from './show-instances.ts';
import { showParties, type PartyNames } from './show-parties.ts';
import { whomToCallAbout } from './whom-to-call-about.ts';

type Operation = typeof commitmentsOperations.getCommitment;

/** One commitment: what it is and how it stands, what it needs next and from whom, the detail, the history. */
export async function getCommitment(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const opened = await openCommitment(tx, context, input);
    const { commitment, concerned, today } = opened;
    const around = await readAround(tx, commitment, today);
    const reader = await readerOf(tx, context, opened, around);
    const names = showParties(around.parties);
    const instances = showInstances(commitment, around, reader, names);
    const main = mainInstanceOf(instances);
    const toCall = main?.state.startsWith('delivered') ? [concerned.verifier] : concerned.obliged;
    return {
      ...(await factsOf(tx, context, commitment, around)),
      ...partiesOf(commitment, names),
      main: main ? { ...main, instanceId: main.id } : null,
      instances,
      ...showDependencies(commitment, around, reader.isInside, names),
      callAbout: reader.isInside ? await whomToCallAbout(tx, context, toCall, { names, today }) : [],
      acts: showActs(around, names, reader.isInside),
      possible: possibleActs(commitment, reader),
      version: commitment.version,
    };
  });
}

async function readerOf(
  tx: Transaction,
  context: Context,
  { commitment, concerned, today }: OpenedCommitment,
  { agreement }: Pick<Around, 'agreement'>,
): Promise<Reader> {
  const { actor } = context;
  const isParty = actsForOneOf(actor, everyoneOf(concerned)) !== undefined;
  const oversees = mayOversee(actor, concerned);
  const obligedSide = await findObligedSide(tx, commitment.country, commitment.obliged);
  const ownOrganisations = await ownOrganisationsOf(tx, actor, today);
  return {
    actor,
    concerned,
    isInside: isParty || oversees || mayDo(actor, 'see-unpublished', { territoryId: commitment.territoryId }),
    obligedSide,
    ownOrganisations,
    actsForObliged: actsForOneOf(actor, concerned.obliged) !== undefined,
    proposes: isParty || oversees,
    oversees,
    isOfObligedSide: isOfThatSide(actor, obligedSide, ownOrganisations),
    isWithinAgreement: commitment.agreementId !== null,
    isTextOpen: textStateOf(agreement) === 'open',
  };
}

function partiesOf(commitment: CommitmentRow, names: PartyNames) {
  return {
    obligor: names.named(commitment.obligor),
    coObliged: commitment.coObliged.map(names.named),
    beneficiary: names.optional(commitment.beneficiary),
    verifier: names.optional(commitment.verifier),
  };
}

async function factsOf(tx: Transaction, context: Context, commitment: CommitmentRow, around: Around) {
  const { action, agreement } = around;
  const { placeId, territoryId } = commitment;
  const territories = [territoryId, ...(placeId === null ? [] : [placeId])];
  const places = await lookUp(tx, context, { territories });
  return {
    id: commitment.id,
    what: commitment.what,
    standing: commitment.standing,
    standingReason: commitment.standingReason,
    isPublic: commitment.isPublic,
    example: commitment.example,
    origin: commitment.origin,
    territory: places.place(territoryId),
    place: placeId === null ? null : places.place(placeId),
    responsibleOffice: commitment.responsibleOffice,
    proof: commitment.proof,
    unit: commitment.unit,
    quantity: commitment.quantity,
    targetGroups: [...commitment.targetGroups],
    targetSize: commitment.targetSize,
    startsOn: commitment.startsOn,
    dueOn: commitment.dueOn,
    recurrence: commitment.recurrence,
    currency: commitment.currency,
    cash: commitment.cash,
    staffDays: commitment.staffDays,
    inKind: commitment.inKind,
    weight: commitment.weight,
    poaCode: commitment.poaCode,
    agreement: agreement ? { id: agreement.id, title: agreement.title } : null,
    planAction: action ? { id: action.id, title: action.title, planId: action.plan_id } : null,
    need: around.need,
    noNeedReason: commitment.noNeedReason,
    threadId: commitment.threadId,
    quality: commitment.quality,
    missing: [...qualityOf(commitment, true).missing],
  };
}
