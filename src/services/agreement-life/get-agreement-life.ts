import type { agreementLifeOperations } from '#contract/agreements/life.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import type { AgreementRow } from '#database/agreements/agreement-columns.ts';
import {
  findAgreementActs,
  findAgreementChildren,
  findAgreements,
} from '#database/agreements/agreement-views.ts';
import { findBalances, findNotices, findSessions } from '#database/agreements/course-store.ts';
import {
  findCircumstances,
  findLifeGates,
  findSealedText,
  findSignatures,
} from '#database/agreements/text-store.ts';
import { gatesMissing, gatesNeeded } from '#domain/agreements/effect.ts';
import { lastDayToObject, latestExtension } from '#domain/agreements/life-term.ts';
import { binding, standingOn, type AgreementStanding } from '#domain/agreements/lifecycle.ts';
import { mayWorkOn } from '#domain/agreements/permissions.ts';
import { agreementWarnings } from '#domain/agreements/warnings.ts';
import { inQuestion } from '../agreements/open-agreement.ts';
import { openInstancesOf } from '../commitments/open-instances-of.ts';
import type { Context, Transaction } from '../context.ts';
import { consolidatedOf } from './addendum-body.ts';
import { decisionsOf } from './close-agreement.ts';
import { findLife, oversees, willingParties, type Acts, type Life } from './open-life.ts';
import { named, showBalance, showNotice, showParties, showSession, showSignatures } from './show-life.ts';
import { stepsOf } from './steps-of.ts';

type Operation = typeof agreementLifeOperations.getAgreementLife;

/** How an agreement stands today, what can be done now and by whom, and all that hangs on it. */
export async function getAgreementLife(
  context: Context,
  { agreementId }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const life = await findLife(tx, context, agreementId);
    const acts = await findAgreementActs(tx, agreementId);
    const isInside = mayWorkOn(context.actor, inQuestion(life));
    const signing = await showSigning(tx, context, life, acts);
    const course = await showCourse(tx, life, { acts, isInside });
    return {
      ...showHead(life),
      ...signing,
      ...course,
      steps: stepsOf(context, life, { ...signing, ...course }),
      parent: await showParent(tx, life),
      acts: acts.map((row) => ({
        act: row.act as 'drafted',
        on: row.on_date,
        at: row.done_at.toISOString(),
        reason: row.reason,
        party: row.party_id === null ? null : named(life.parties, row.party_id).name,
        from: row.from_standing as 'draft' | null,
        to: row.to_standing as 'draft',
      })),
      oversees: oversees(context, life),
      abilities: [
        ...(isInside ? ['act-for-party'] : []),
        ...(oversees(context, life) ? ['oversee-agreement'] : []),
      ],
    };
  });
}

function showHead({ agreement, template, today }: Life) {
  const { endsOn } = agreement;
  return {
    id: agreement.id,
    title: agreement.title,
    country: agreement.country,
    kind: agreement.kind,
    standing: standingOn(agreement, today),
    standingOn: agreement.standingOn,
    standingReason: agreement.standingReason,
    signedOn: agreement.signedOn,
    effectiveOn: agreement.effectiveOn,
    endsOn,
    firstEndsOn: agreement.firstEndsOn,
    latestExtension: template.term.extension.allowed ? latestExtension(agreement, template) : null,
    renewsTacitly: agreement.renewsTacitly && template.term.tacitRenewal.allowed,
    lastDayToObject:
      endsOn !== null && agreement.renewsTacitly && template.term.tacitRenewal.allowed
        ? lastDayToObject(endsOn, template)
        : null,
    suspendedOn: agreement.suspendedOn,
    reviewOn: agreement.reviewOn,
    cureBy: agreement.cureBy,
    settleBy: agreement.settleBy,
    currency: agreement.currency,
    textHash: agreement.textHash,
    verificationCode: agreement.verificationCode,
    isPublic: agreement.isPublic,
    example: agreement.example,
    mayReschedule: template.commission?.mayReschedule ?? false,
    cureDays: agreement.cureDays ?? template.breach.cureDays,
    withdrawalDays: agreement.withdrawalDays ?? template.termination.withdrawalDays,
    warnings: agreementWarnings(agreement, template, today),
    version: agreement.version,
  };
}

async function showSigning(tx: Transaction, context: Context, life: Life, acts: Acts) {
  const { agreement, template } = life;
  const text = await findSealedText(tx, agreement.id);
  const signatures = text ? await findSignatures(tx, text.id) : [];
  const gates = await findLifeGates(tx, agreement.id);
  const rules = { ...template, effectiveRule: agreement.effectiveRule };
  const needed =
    agreement.standing === 'signed'
      ? gatesNeeded(rules, 'force', await findCircumstances(tx, agreement.id))
      : [];
  return {
    parties: showParties(context, life, {
      signatures,
      hash: text?.hash ?? null,
      willing: willingParties(acts),
    }),
    signatures: showSignatures(context, life, signatures),
    gates,
    gatesMissing: gatesMissing(needed, gates),
  };
}

async function showCourse(
  tx: Transaction,
  life: Life,
  { acts, isInside }: { acts: Acts; isInside: boolean },
) {
  const { agreement } = life;
  const clauses = (await consolidatedOf(tx, life)).flatMap(({ id, title, body }) =>
    body === null ? [] : [{ id, title, body }],
  );
  const isEnding = agreement.standing === 'settlement' || agreement.standing === 'terminating';
  const open = isInside ? await openInstancesOf(tx, agreement.id) : [];
  const decisions = decisionsOf(acts);
  const notices = (await findNotices(tx, agreement.id)).filter(
    (row) => isInside || row.published_on !== null,
  );
  const titles = {
    clauses: new Map(clauses.map(({ id, title }) => [id, title])),
    commitments: new Map(open.map(({ commitment }) => [commitment.id, commitment.what])),
  };
  return {
    clauses,
    notices: notices.map((row) => showNotice(life, row, titles)),
    balances: (await findBalances(tx, agreement.id)).map((row) => showBalance(life, row)),
    sessions: (await findSessions(tx, agreement.id)).map(showSession),
    ...showChildren(await findAgreementChildren(tx, agreement.id), life.today),
    isEnding,
    openCommitments: open.map(({ commitment, instance }) => ({
      commitmentId: commitment.id,
      instanceId: instance.id,
      what: commitment.what,
      dueOn: instance.dueOn,
      decision: decisions.get(instance.id) ?? null,
    })),
  };
}

async function showParent(tx: Transaction, { agreement }: Life) {
  const { parentId } = agreement;
  const parent = parentId === null ? undefined : (await findAgreements(tx, [parentId])).get(parentId);
  return parent ? { id: parent.id, title: parent.title } : null;
}

/** Addenda, and what was signed under it, if it is a framework, and still binds. */
function showChildren(children: readonly AgreementRow[], today: string) {
  return {
    addenda: children.flatMap(({ id, kind, addendumKind, title, standing, effectiveOn }) =>
      kind === 'addendum' && addendumKind !== null
        ? [{ id, kind: addendumKind, title, standing, effectiveOn }]
        : [],
    ),
    instruments: children
      .filter((child) => child.kind !== 'addendum' && isBinding(standingOn(child, today)))
      .map(({ id, title }) => ({ id, title })),
  };
}

function isBinding(standing: AgreementStanding): boolean {
  return standing === 'signed' || (binding as readonly AgreementStanding[]).includes(standing);
}
