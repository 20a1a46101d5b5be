import type { ledgerOperations } from '#contract/commitments/ledger.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { situationBlockOperations } from '#contract/situation-blocks.ts';
import { findPostsToCall } from '#database/commitments/choice-views.ts';
import { inScope } from '#database/connection.ts';
import {
  findAgreementsEnding,
  findHelpAsked,
  findOpenNotices,
  findPlansWaiting,
  type WaitingRow,
} from '#database/operations/matter-views.ts';
import { maySomewhere } from '#domain/access/permissions.ts';
import { daysBeforeAgreementEnds, rankMatters, type MatterKind } from '#domain/operations/matters.ts';
import { addCalendarDays } from '#domain/shared/calendar.ts';
import { getPlace, lookUp, type LookUp } from '../actors/look-up.ts';
import type { Context, Transaction } from '../context.ts';
import { getHoldingBack } from '../ledger/get-holding-back.ts';
import { todayOf } from '../today.ts';

type Operation = typeof situationBlockOperations.getMatters;
type Matter = OutputOf<Operation>['items'][number];

const ofEach = 5;

/** What holds others back in a territory, with whom to call about each. */
export async function getMatters(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const holding = await getHoldingBack(context, { territory: input.territory, limit: ofEach });
  return inScope(context.database, context.actor.scope, async (tx) => {
    const place = await getPlace(tx, input.territory);
    const today = await todayOf(tx, context, place.id);
    const found = await findWaiting(tx, context, { low: place.id, high: place.lastId }, today);
    const rows = found.flatMap(({ kind, rows: some }) => some.map((row) => ({ kind, row })));
    const names = await lookUp(tx, context, {
      territories: rows.map(({ row }) => row.territory_id),
      organisations: rows.map(({ row }) => row.organisation_id),
    });
    const parties = [
      ...holding.items.map(({ obligor }) => obligor),
      ...rows.flatMap(({ row }) => names.optionalOrganisation(row.organisation_id) ?? []),
    ];
    const callOf = await whomToCall(tx, context, parties, today);
    const total = (kind: MatterKind) => found.find((one) => one.kind === kind)?.rows[0]?.total ?? 0;
    return {
      today,
      items: rankMatters([
        ...holding.items.map((item) => lateOf(item, callOf)),
        ...rows.map(({ kind, row }) => waitingOf(kind, row, names, callOf)),
      ]),
      counts: {
        'holding-back': holding.total,
        notice: total('notice'),
        help: total('help'),
        plan: total('plan'),
        ending: total('ending'),
      },
    };
  });
}

type CallOf = (partyId: string) => Matter['call'];

function lateOf(
  item: OutputOf<typeof ledgerOperations.getHoldingBack>['items'][number],
  callOf: CallOf,
): Matter {
  const { id, what: title, territory, obligor: party, dueOn: on, held, parties: waiting } = item;
  const call = callOf(party.id);
  return { kind: 'holding-back', id, title, territory, party, on, held, waiting, step: null, call };
}

function waitingOf(kind: MatterKind, row: WaitingRow, names: LookUp, callOf: CallOf): Matter {
  return {
    kind,
    id: row.id,
    title: row.title,
    territory: names.place(row.territory_id),
    party: names.optionalOrganisation(row.organisation_id),
    on: row.on_date,
    held: 0,
    waiting: [],
    step: row.step,
    call: row.organisation_id === null ? null : callOf(row.organisation_id),
  };
}

/** Only what whoever asks has to decide or answer: a writer's own plan that waits is nothing to be told of. */
async function findWaiting(
  tx: Transaction,
  { actor }: Context,
  within: { readonly low: number; readonly high: number },
  today: string,
): Promise<{ kind: MatterKind; rows: WaitingRow[] }[]> {
  const reviews = maySomewhere(actor, 'review-plan');
  const by = addCalendarDays(today, daysBeforeAgreementEnds);
  return [
    { kind: 'notice', rows: await findOpenNotices(tx, within, ofEach) },
    { kind: 'help', rows: reviews ? await findHelpAsked(tx, within, ofEach) : [] },
    { kind: 'plan', rows: reviews ? await findPlansWaiting(tx, within, ofEach) : [] },
    { kind: 'ending', rows: await findAgreementsEnding(tx, within, { today, by }, ofEach) },
  ];
}

/** Of each party the office that answers for it; nobody is told to call themselves. */
async function whomToCall(
  tx: Transaction,
  context: Context,
  parties: readonly { readonly id: string; readonly name: string }[],
  today: string,
) {
  const self = context.actor.kind === 'account' ? context.actor.personId : null;
  const posts = await findPostsToCall(tx, [...new Set(parties.map(({ id }) => id))], today);
  const names = await lookUp(tx, context, { people: posts.map((post) => post.person_id) });
  return (partyId: string) => {
    const party = parties.find(({ id }) => id === partyId) ?? null;
    for (const post of posts.filter((one) => one.organisation_id === partyId && one.person_id !== self)) {
      const person = names.person(post.person_id);
      if (person !== null) return { person, office: post.title, organisation: party };
    }
    return null;
  };
}
