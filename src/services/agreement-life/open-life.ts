import type { findAgreementActs } from '#database/agreements/agreement-views.ts';
import type { AgreementRow } from '#database/agreements/agreement-columns.ts';
import type { AgreementPartyRow } from '#database/agreements/party-views.ts';
import { findTemplate } from '#database/agreements/template-views.ts';
import { mayOversee, permitAsParty, permitOversee, permitWorkOn } from '#domain/agreements/permissions.ts';
import { getParty } from '#domain/agreements/life-parties.ts';
import { standingAfter, standingOn, type AgreementAct } from '#domain/agreements/lifecycle.ts';
import type { AgreementTemplate } from '#domain/agreements/template-schema.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import type { Context, Transaction } from '../context.ts';
import { moveAgreement, type Move } from '../agreements/move-agreement.ts';
import {
  findOpenAgreement,
  inQuestion,
  partyOf,
  staleAgreement,
  type OpenAgreement,
} from '../agreements/open-agreement.ts';
import { todayOf } from '../today.ts';
import { followDates } from './follow-dates.ts';

/** An agreement with all that decides what may be done to it today. */
export type Life = OpenAgreement & {
  readonly template: AgreementTemplate;
  readonly today: string;
};

/** Reads an agreement that the caller may see, with its template and the day it is there. */
export async function findLife(tx: Transaction, context: Context, id: string): Promise<Life> {
  const open = await findOpenAgreement(tx, id);
  const template = await findTemplate(tx, open.agreement.templateId);
  if (!template) throw new Error(`agreement ${id} has no template`);
  return { ...open, template, today: await todayOf(tx, context, open.agreement.territoryId) };
}

type At = { readonly id: string; readonly version?: number };
export type Admit = 'anyone-working' | 'overseer' | { readonly asParty: string };

/**
 * Opens an agreement for an act: permitted, at the version that was seen, and with everything written that the day has
 * brought by itself.
 */
export async function openLife(
  tx: Transaction,
  context: Context,
  at: At,
  admit: Admit | ((life: Life) => void),
): Promise<Life> {
  const life = await findLife(tx, context, at.id);
  if (typeof admit === 'function') admit(life);
  else permitAct(context, life, admit);
  if (at.version !== undefined && at.version !== life.agreement.version) throw staleAgreement(life.agreement);
  const standing = standingOn(life.agreement, life.today);
  const mayHaveMoved = standing !== life.agreement.standing || datedStandings.has(standing);
  return mayHaveMoved ? followDates(tx, context, life) : life;
}

const datedStandings = new Set<string>(['signed', 'expired', 'terminating']);

function permitAct(context: Context, life: Life, admit: Admit): void {
  if (admit === 'overseer') return permitOversee(context.actor, inQuestion(life));
  if (admit === 'anyone-working') return permitWorkOn(context.actor, inQuestion(life));
  permitAsParty(context.actor, partyOf(getParty(life.parties, admit.asParty, 'partyId')));
}

/** Whether whoever asks speaks for the commission or the centre. */
export function oversees(context: Context, life: OpenAgreement): boolean {
  return mayOversee(context.actor, inQuestion(life));
}

/** A party that is still one, by the field that names it. */
export function partyAt(life: Life, id: string, field: string): AgreementPartyRow {
  return getParty(life.parties, id, field);
}

/** Throws early where an act has no place, before anything else is looked at. */
export function refuseUnless(life: Life, act: AgreementAct): void {
  standingAfter(life.agreement.standing, act);
}

/** Warns of somebody's data in what was written. */
export function readText(
  texts: Readonly<Record<string, string | null>>,
  body: { readonly confirmText: boolean },
): void {
  refusePersonalText(texts, body.confirmText);
}

/** Does an act and gives the agreement as it stands after it. */
export async function move(tx: Transaction, context: Context, life: Life, done: Move): Promise<Life> {
  const agreement = await moveAgreement(tx, context, life.agreement, done);
  return { ...life, agreement };
}

/** What a changing operation answers. */
export function answerOf({ agreement }: { readonly agreement: AgreementRow }) {
  return { id: agreement.id, version: agreement.version };
}

/** What was done to an agreement, in order. */
export type Acts = Awaited<ReturnType<typeof findAgreementActs>>;

/** The parties that have said they want to end it, since it last came into force. */
export function willingParties(acts: Acts): Set<string> {
  return new Set(
    acts.filter(({ act }) => act === 'declared-will-to-end').flatMap(({ party_id: id }) => id ?? []),
  );
}
