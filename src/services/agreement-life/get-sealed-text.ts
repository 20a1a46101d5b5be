import type { agreementLifeOperations } from '#contract/agreements/life.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { getClaimed } from '#database/access/session-store.ts';
import { findSignatures } from '#database/agreements/text-store.ts';
import { Refusal } from '#domain/shared/refusal.ts';
import { refusalWords } from '#words/refusal-words.ts';
import type { Context, Transaction } from '../context.ts';
import { findLife, type Life } from './open-life.ts';
import { showParties, showSignatures } from './show-life.ts';
import { getSealed, officeOf } from './signatures.ts';

type Operation = typeof agreementLifeOperations.getSealedText;

/** The text that was put to signature, and whether whoever asks may sign it. */
export async function getSealedText(
  context: Context,
  { agreementId }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const asksSecondFactor = await hasSecondFactor(context);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const life = await findLife(tx, context, agreementId);
    const { agreement, template } = life;
    const text = await getSealed(tx, agreementId);
    const signatures = await findSignatures(tx, text.id);
    const asked = await askOffices(tx, context, life);
    return {
      agreement: {
        id: agreement.id,
        title: agreement.title,
        standing: agreement.standing,
        country: agreement.country,
      },
      number: text.number,
      hash: text.hash,
      sealedAt: text.sealedAt.toISOString(),
      content: text.content,
      verificationCode: agreement.verificationCode ?? '',
      redaction:
        text.redactedAt === null
          ? null
          : { at: text.redactedAt.toISOString(), order: text.redactionOrder ?? '' },
      methods: template.signature.methods,
      methodWords: template.signature.words[context.language],
      methodsAreVerified: template.signature.basis?.verified ?? false,
      parties: showParties(context, life, { signatures, hash: text.hash, willing: new Set() }),
      signatures: showSignatures(context, life, signatures),
      ...asked,
      asksSecondFactor,
      version: agreement.version,
    };
  });
}

async function hasSecondFactor({ actor, database }: Context): Promise<boolean> {
  if (actor.kind !== 'account') return false;
  return (await getClaimed(database, actor.accountId)).totpConfirmedAt !== null;
}

/** The offices in which whoever asks may sign today, and in words why not where there is none. */
async function askOffices(tx: Transaction, context: Context, life: Life) {
  const { actor } = context;
  const yours: { partyId: string; party: string; office: string }[] = [];
  const reasons: Refusal[] = [];
  if (actor.kind !== 'account') return { yours, whyNot: null };
  for (const party of life.parties.filter(({ standing }) => standing !== 'withdrawn')) {
    try {
      const { title } = await officeOf(tx, actor.personId, party, life.today);
      yours.push({ partyId: party.id, party: party.name, office: title });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      reasons.push(error);
    }
  }
  // That an office has ended says more than that somebody never had one.
  const why = reasons.find(({ code }) => code === 'agreement-life.office-ended') ?? reasons[0];
  return {
    yours,
    whyNot:
      yours.length > 0 || !why
        ? null
        : refusalWords(context.language, `refusal.${why.code}`, why.details.values),
  };
}
