import type { AgreementRow } from '#database/agreements/agreement-columns.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import { standingAfter, type AgreementAct } from '#domain/agreements/lifecycle.ts';
import { refuseWaiting } from '#domain/agreements/negotiation.ts';
import { refuse } from '#domain/agreements/refusals.ts';
import type { Context, Transaction } from '../context.ts';
import { todayOf } from '../today.ts';
import { moveAgreement, type Move } from './move-agreement.ts';
import { openAgreement, type OpenAgreement } from './open-agreement.ts';
import { studyAgreement, type Study } from './study-agreement.ts';

type Asked = { readonly agreementId: string; readonly version: number };

/** Reads an agreement for a step towards the signature; refuses at once where the act has no place. */
export async function openStep(
  tx: Transaction,
  context: Context,
  asked: Asked,
  act: AgreementAct,
): Promise<OpenAgreement & { readonly today: string }> {
  const open = await openAgreement(tx, context, { id: asked.agreementId, version: asked.version });
  standingAfter(open.agreement.standing, act);
  return { ...open, today: await todayOf(tx, context, open.agreement.territoryId) };
}

/** The day on which something was done, and what was written of it: not to come, and nobody's personal data. */
export function refuseUnfit(
  written: {
    readonly on: string;
    readonly confirmText: boolean;
    readonly texts: Readonly<Record<string, string | null>>;
  },
  today: string,
): void {
  if (written.on > today)
    throw refuse('agreements.incomplete', { problems: [{ code: 'agreements.day-to-come', field: 'on' }] });
  refusePersonalText(written.texts, written.confirmText);
}

/** What a step answers. */
export function answerOf({ id, version, standing }: AgreementRow) {
  return { id, version, standing };
}

/**
 * Makes an agreement ready to be signed where nothing is waited for any more: asked after every approval and every step outside.
 * What is missing is no refusal here; the page says it.
 */
export async function finishApproval(
  tx: Transaction,
  context: Context,
  agreement: AgreementRow,
  done: { readonly operation: string; readonly today: string },
): Promise<AgreementRow> {
  if (agreement.standing !== 'approval') return agreement;
  const study = await studyAgreement(tx, agreement.id, done.today);
  if (study.steps.signature.length > 0) return agreement;
  const move: Move = {
    operation: done.operation,
    act: 'approved-by-all',
    on: done.today,
    details: { hash: study.hash },
    // What was reviewed and approved is kept with each approval. From here on the hash is that of the text put to signature,
    // and there is none until somebody puts it there.
    change: { text_hash: null },
  };
  return moveAgreement(tx, context, agreement, move);
}

/** Moves an agreement after asking that nothing is missing for the step. */
export async function moveWhenReady(
  tx: Transaction,
  context: Context,
  asked: Asked,
  step: {
    readonly operation: string;
    readonly act: AgreementAct;
    readonly waits: (study: Study) => Study['steps'][keyof Study['steps']];
    readonly more?: (study: Study) => Partial<Move>;
  },
): Promise<ReturnType<typeof answerOf>> {
  const { agreement, today } = await openStep(tx, context, asked, step.act);
  const study = await studyAgreement(tx, agreement.id, today);
  refuseWaiting(step.waits(study));
  const { operation, act } = step;
  return answerOf(
    await moveAgreement(tx, context, agreement, { operation, act, on: today, ...step.more?.(study) }),
  );
}
