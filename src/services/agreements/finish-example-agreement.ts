import type { AgreementChange } from '#database/agreements/agreement-columns.ts';
import { insertAgreementActs, updateAgreementRow } from '#database/agreements/agreement-store.ts';
import { findClauses } from '#database/agreements/clause-views.ts';
import { insertRemark } from '#database/agreements/negotiation-store.ts';
import type { AgreementAct } from '#domain/agreements/lifecycle.ts';
import { findLife } from '../agreement-life/open-life.ts';
import { followDates } from '../agreement-life/follow-dates.ts';
import type { Context, Transaction } from '../context.ts';
import { extendExampleAgreement } from './extend-example-agreement.ts';
import { exampleActs, type ExampleAct } from './example-acts.ts';
import { daysToRegister, draftedOn, isSigned, signedEnd, type ExampleStory } from './example-story.ts';
import { makeAgreementFindable, recordAgreement } from './move-agreement.ts';
import { findOpenAgreement } from './open-agreement.ts';
import { approveExample, sealExample, signExample } from './sign-example-agreement.ts';

/** Brings an agreement of the example from its draft to where it stands, act by act. */
export async function finishExampleAgreement(
  tx: Transaction,
  context: Context,
  story: ExampleStory,
  commitments: number,
): Promise<void> {
  const { agreement, id, territoryId, dayOf } = story;
  const change = agreement.origin === 'registered' ? registered(story) : await drafted(tx, context, story);
  const { acts, ...columns } = change;
  const rows = exampleActs({ agreementId: id, territoryId }, acts);
  await insertAgreementActs(tx, rows);
  const last = rows.findLast((row) => row.from_standing !== row.to_standing);
  await updateAgreementRow(
    tx,
    { id, version: 1 },
    { ...columns, standing: last?.to_standing ?? 'draft', standing_on: last?.on_date ?? draftedOn(story) },
  );
  if (agreement.extension !== null) await extendExampleAgreement(tx, context, story, agreement.extension);
  if (agreement.standing === 'negotiation') await addRemarks(tx, story);
  if (agreement.standing === 'settlement') await followDates(tx, context, await findLife(tx, context, id));
  const { agreement: after } = await findOpenAgreement(tx, id);
  if (after.standing !== agreement.standing)
    throw new Error(`example: ${agreement.key} is ${after.standing} on ${dayOf(0)}`);
  await makeAgreementFindable(tx, after);
  const beside = { before: {}, after: { commitments } };
  await recordAgreement(tx, context, 'loadExample', { before: null, after, beside });
}

type Change = AgreementChange & { readonly acts: readonly ExampleAct[] };

function inForce(story: ExampleStory): AgreementChange {
  const { agreement, template, dayOf } = story;
  const ends = signedEnd(story);
  return {
    signed_on: dayOf(agreement.signed),
    effective_on: dayOf(agreement.signed),
    ends_on: ends,
    first_ends_on: ends,
    is_public: template.publicity.isPublic,
  };
}

function registered(story: ExampleStory): Change {
  const on = story.dayOf(story.agreement.signed + daysToRegister);
  return { ...inForce(story), renews_tacitly: false, acts: [{ act: 'registered', on, isPublic: true }] };
}

async function drafted(tx: Transaction, context: Context, story: ExampleStory): Promise<Change> {
  const { agreement, dayOf } = story;
  const at = (before: number) => dayOf(agreement.signed - before);
  const done = (act: AgreementAct, before: number): ExampleAct => ({ act, on: at(before) });
  const begun: ExampleAct[] = [
    { act: 'drafted', on: draftedOn(story) },
    done('opened-negotiation', agreement.standing === 'negotiation' ? 0 : 60),
  ];
  if (agreement.standing === 'negotiation') return { acts: begun };
  const content = { ...story, sealedOn: at(isSigned(agreement) ? 6 : 0) };
  const sealed = await sealExample(tx, content);
  await approveExample(tx, story, { hash: sealed.text_hash, on: at(14) });
  const reviewed = [
    done('sent-to-legal-review', 40),
    done('cleared-by-legal-review', 30),
    done('approved-by-all', 12),
    { act: 'sealed', on: content.sealedOn, details: { hash: sealed.text_hash } } as const,
  ];
  if (!isSigned(agreement)) return { ...sealed, acts: [...begun, ...reviewed] };
  const signed = await signExample(tx, context, story, { hash: sealed.text_hash, on: at(0) });
  return { ...sealed, ...inForce(story), acts: [...begun, ...reviewed, ...signed] };
}

/** What the parties have said of the clauses, by accounts of the demonstration. */
async function addRemarks(tx: Transaction, story: ExampleStory): Promise<void> {
  const { agreement, id, territoryId, names, dayOf } = story;
  const clauses = await findClauses(tx, id);
  for (const [index, remark] of agreement.remarks.entries()) {
    const clause = clauses.find(({ templateKey }) => templateKey === remark.clause);
    if (!clause) throw new Error(`example: ${agreement.key} has no clause ${remark.clause}`);
    await insertRemark(tx, {
      id: names.idOf('agreement-remark', `${agreement.key} ${index + 1}`),
      agreement_id: id,
      clause_id: clause.id,
      territory_id: territoryId,
      party_id: names.idOf('agreement-party', `${agreement.key} ${remark.party}`),
      kind: remark.kind,
      body: remark.body,
      proposed_title: remark.proposed === null ? null : clause.title,
      proposed_body: remark.proposed,
      on_edition: clause.version,
      account_id: names.accountOf(remark.account),
      created_at: new Date(`${dayOf(remark.on)}T15:00:00Z`),
    });
  }
}
