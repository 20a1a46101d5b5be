import { insertAgreement, replaceAgreementLinks } from '#database/agreements/agreement-store.ts';
import { hasExampleAgreements } from '#database/agreements/agreement-views.ts';
import { insertAgreementParties } from '#database/agreements/party-store.ts';
import { findPartyHolders } from '#database/agreements/party-views.ts';
import { findTemplate } from '#database/agreements/template-views.ts';
import { addCalendarDays } from '#domain/shared/calendar.ts';
import type { Day } from '#domain/shared/dates.ts';
import type { Example } from '#formats/actors/read-example.ts';
import { readExampleAgreements, type ExampleAgreement } from '#formats/agreements/read-example-agreements.ts';
import { openExampleCommitments } from '../commitments/load-example-commitments.ts';
import type { Context, Transaction } from '../context.ts';
import { todayOf } from '../today.ts';
import { defaultsOf, insertDraftClauses } from './create-agreement.ts';
import {
  daysToRegister,
  draftedOn,
  isSigned,
  signedEnd,
  type ExampleStory,
  type StoryNames,
} from './example-story.ts';
import { finishExampleAgreement } from './finish-example-agreement.ts';

type Files = { readonly agreements: string; readonly commitments: Example['commitments.csv'] };

/**
 * Enters the agreements of a country's example with their commitments, dated from today, unless it was done before. What was
 * done to each is kept as the acts that lead to where it stands.
 */
export async function loadExampleAgreements(
  tx: Transaction,
  context: Context,
  files: Files,
  names: StoryNames,
): Promise<void> {
  const agreements = readExampleAgreements(files.agreements);
  const [first] = agreements;
  if (first === undefined || (await hasExampleAgreements(tx, names.country))) return;
  // An installation into which no instruments were loaded has nothing to write agreements from.
  if ((await findTemplate(tx, first.template)) === undefined) return;
  const today = await todayOf(tx, context, names.territoryOf(null));
  const commitments = await openExampleCommitments(tx, context, files.commitments, { names, today });
  for (const agreement of agreements) {
    const story = await openStory(tx, agreement, names, (days) => addCalendarDays(today, days));
    await insertDraft(tx, context, story);
    const count = await commitments.enter(homeOf(story));
    await finishExampleAgreement(tx, context, story, count);
  }
  await commitments.link();
}

async function openStory(
  tx: Transaction,
  agreement: ExampleAgreement,
  names: StoryNames,
  dayOf: (days: number) => Day,
): Promise<ExampleStory> {
  const template = await findTemplate(tx, agreement.template);
  if (!template) throw new Error(`example: no instrument ${agreement.template}`);
  const ids = agreement.parties.map(({ organisation }) => names.organisationOf(organisation) ?? '');
  const holders = await findPartyHolders(tx, ids);
  const parties = agreement.parties.map((written, index) => {
    const holder = holders.get(ids[index] ?? '');
    if (!holder) throw new Error(`example: no party ${written.organisation}`);
    const id = names.idOf('agreement-party', `${agreement.key} ${written.organisation}`);
    return { id, holderId: holder.id, territoryId: holder.territoryId, written };
  });
  const id = names.idOf('agreement', agreement.key);
  const territoryId = names.territoryOf(agreement.territory);
  return { agreement, id, territoryId, template, names, dayOf, parties };
}

function homeOf(story: ExampleStory) {
  const { agreement, template, dayOf } = story;
  const isAgreed = isSigned(agreement);
  const isRegistered = agreement.origin === 'registered';
  const extended = agreement.extension && dayOf(agreement.extension.ends);
  return {
    id: story.id,
    key: agreement.key,
    territoryId: story.territoryId,
    isAgreed,
    isRegistered,
    isPublic: template.publicity.commitmentsArePublic,
    proposedOn: isRegistered ? dayOf(agreement.signed + daysToRegister) : draftedOn(story),
    from: isAgreed ? dayOf(agreement.signed) : null,
    to: isAgreed ? (extended ?? signedEnd(story)) : null,
  };
}

/** Puts in an agreement as it was when its text was put to signature, so that the text that is kept is that one. */
async function insertDraft(tx: Transaction, context: Context, story: ExampleStory): Promise<void> {
  const { agreement, id, territoryId, template, names, dayOf, parties } = story;
  const drafted = draftedOn(story);
  await insertAgreement(tx, {
    id,
    country: names.country,
    territory_id: territoryId,
    template_id: template.id,
    template_number: template.number,
    parent_id: agreement.parent && names.idOf('agreement', agreement.parent),
    kind: template.kind,
    title: agreement.title,
    short_name: agreement.shortName,
    number: agreement.number,
    object: agreement.object,
    standing: 'draft',
    standing_on: drafted,
    origin: agreement.origin,
    ...defaultsOf(template, 'es'),
    term_months: agreement.months,
    ends_on: agreement.ends === null ? null : dayOf(agreement.ends),
    commission_structure_id: agreement.commission && names.idOf('structure', agreement.commission),
    no_need_reason: agreement.noNeedReason,
    parties: parties.map(({ holderId }) => holderId),
    party_territories: parties.map((party) => party.territoryId),
    example: true,
  });
  await replaceAgreementLinks(
    tx,
    { id, territoryId },
    {
      places: agreement.places.map((code) => names.territoryOf(code)),
      needs: agreement.needs.map((key) => names.idOf('need', key)),
      threads: agreement.lines.map((key) => names.idOf('strategy-thread', key)),
    },
  );
  await insertAgreementParties(tx, parties.map(partyRow(story)));
  // Nobody here has the words of what was signed on paper.
  if (agreement.origin === 'registered') return;
  const then = { ...context, now: new Date(`${drafted}T15:00:00Z`) };
  await insertDraftClauses(tx, then, { id, territoryId, language: 'es' }, template, agreement.said);
}

function partyRow({ agreement, id, dayOf }: ExampleStory) {
  return (party: ExampleStory['parties'][number], position: number) => ({
    id: party.id,
    agreement_id: id,
    territory_id: party.territoryId,
    organisation_id: party.holderId,
    role: party.written.role,
    representative_office: party.written.office,
    standing: isSigned(agreement) ? 'signed' : agreement.standing === 'negotiation' ? 'invited' : 'approved',
    joined_on: isSigned(agreement) ? dayOf(agreement.signed) : null,
    position,
  });
}
