import { findAgreementActs } from '#database/agreements/agreement-views.ts';
import { reachByRule } from '#database/agreements/rule-reach.ts';
import { findCircumstances, findLifeGates } from '#database/agreements/text-store.ts';
import { forceDay, gatesNeeded } from '#domain/agreements/effect.ts';
import { moveByDate, type AgreementByDate, type MoveByDate } from '#domain/agreements/life-by-date.ts';
import { addDays } from '#domain/agreements/life-term.ts';
import type { AgreementChange } from '#database/agreements/agreement-columns.ts';
import type { Context, Transaction } from '../context.ts';
import { moveAgreement } from '../agreements/move-agreement.ts';
import { comeIntoForce } from './come-into-force.ts';
import type { Acts, Life } from './open-life.ts';

/**
 * Writes what has come about by the day alone: a term that ended, a renewal to which nobody objected, a settlement that
 * opened, an agreement whose day has come. The next deed does it, or the hourly job; until then the dates say so.
 */
export async function followDates(tx: Transaction, context: Context, life: Life): Promise<Life> {
  let now = life;
  for (let next = await nextMove(tx, now); next !== null; next = await nextMove(tx, now)) {
    await reachByRule(tx);
    now = await follow(tx, context, now, next);
  }
  return now;
}

async function nextMove(tx: Transaction, life: Life): Promise<MoveByDate | null> {
  const acts = await findAgreementActs(tx, life.agreement.id);
  return moveByDate(await byDate(tx, life, acts), life.template, life.today);
}

async function byDate(tx: Transaction, life: Life, acts: Acts): Promise<AgreementByDate> {
  const { agreement } = life;
  const isAddendum = agreement.kind === 'addendum';
  return {
    standing: agreement.standing,
    endsOn: isAddendum ? null : agreement.endsOn,
    firstEndsOn: agreement.firstEndsOn,
    renewsTacitly: agreement.renewsTacitly,
    objections: acts.filter(({ act }) => act === 'objected-to-renewal').map(({ on_date: on }) => on),
    runsSince: acts.findLast(({ act }) => act === 'renewed-tacitly')?.on_date ?? null,
    forceDay: agreement.standing === 'signed' ? await dayOfForce(tx, life) : null,
    endsByTermination: dayOfEnding(acts),
  };
}

/** The day from which a signed agreement is in force; null while a gate is missing. */
export async function dayOfForce(tx: Transaction, { agreement, template }: Life): Promise<string | null> {
  if (agreement.signedOn === null) return null;
  const rules = { ...template, effectiveRule: agreement.effectiveRule };
  const needed =
    agreement.kind === 'addendum' && agreement.addendumKind === 'errata'
      ? []
      : gatesNeeded(rules, 'force', await findCircumstances(tx, agreement.id));
  const gates = await findLifeGates(tx, agreement.id);
  const { signedOn, effectiveRule, effectiveOn } = agreement;
  return forceDay({ signedOn, effectiveRule, effectiveOn, needed, gates });
}

function dayOfEnding(acts: Acts): string | null {
  const ending = acts.findLast(
    ({ to_standing: to, act }) => to === 'terminating' && act !== 'decided-on-commitment',
  );
  const details = ending?.details as { endsOn?: unknown } | undefined;
  return typeof details?.endsOn === 'string' ? details.endsOn : null;
}

async function follow(tx: Transaction, context: Context, life: Life, next: MoveByDate): Promise<Life> {
  if (next.act === 'entered-into-force') return comeIntoForce(tx, context, life, next.on);
  const agreement = await moveAgreement(tx, context, life.agreement, {
    operation: 'followDates',
    act: next.act,
    on: next.on,
    change: changeOf(life, next),
    isPublic: true,
    details: next.act === 'renewed-tacitly' ? { endsOn: next.newEndsOn } : {},
  });
  return { ...life, agreement };
}

function changeOf({ agreement, template }: Life, next: MoveByDate): AgreementChange {
  switch (next.act) {
    case 'renewed-tacitly':
      return { ends_on: next.newEndsOn, first_ends_on: agreement.firstEndsOn ?? agreement.endsOn };
    case 'opened-settlement':
      return { settle_by: addDays(next.on, template.settlement.deadlineDays) };
    default:
      return {};
  }
}
