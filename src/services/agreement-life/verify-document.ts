import type { agreementLifeOperations } from '#contract/agreements/life.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findAgreementIdByCode, findLifeGates, findSignatures } from '#database/agreements/text-store.ts';
import { findFilesOfAgreement, type AttachedFile } from '#database/files/file-store.ts';
import { refuse } from '#domain/agreements/life-refusals.ts';
import { standingOn } from '#domain/agreements/lifecycle.ts';
import { isSignatureGood } from '#domain/agreements/signing.ts';
import { hashOf } from '../agreements/assemble-content.ts';
import type { Context } from '../context.ts';
import { findLife } from './open-life.ts';
import { named } from './show-life.ts';
import { getSealed } from './signatures.ts';

type Operation = typeof agreementLifeOperations.verifyDocument;

/**
 * Says of a document that somebody holds in their hands whether it is what it says. The code on it opens this and nothing
 * more, to anybody, also of what is not public: hence it is asked of the owner and answers no text.
 */
export async function verifyDocument(
  context: Context,
  { code }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const wanted = code.trim().toUpperCase();
  return context.database.owner.transaction().execute(async (tx) => {
    const id = await findAgreementIdByCode(tx, wanted);
    if (id === undefined) throw refuse('agreement-life.code-not-found');
    const life = await findLife(tx, context, id);
    const { agreement, parties, today } = life;
    const text = await getSealed(tx, id);
    const signatures = (await findSignatures(tx, text.id)).filter(({ withdrawn }) => !withdrawn);
    const files = await findFilesOfAgreement(tx, id);
    return {
      title: agreement.title,
      number: agreement.number,
      country: agreement.country,
      isExample: agreement.example,
      agreementId: agreement.isPublic ? agreement.id : null,
      parties: parties.map(({ name }) => name),
      textNumber: text.number,
      hash: text.hash,
      sealedAt: text.sealedAt.toISOString(),
      isUnchanged: hashOf(text.content) === text.hash,
      redactedBy: text.redactionOrder,
      signatures: signatures.map((one) => ({
        party: named(parties, one.partyId).name,
        office: one.office,
        method: one.method,
        signedOn: one.signedOn,
        isGood: isSignatureGood(one),
        file: fileOf(files, one.fileId),
      })),
      standing: standingOn(agreement, today),
      effectiveOn: agreement.effectiveOn,
      endsOn: agreement.endsOn,
      gates: await findLifeGates(tx, id),
    };
  });
}

function fileOf(files: readonly AttachedFile[], id: string | null) {
  const file = files.find((one) => one.id === id);
  if (!file) return null;
  const { original_sha256: originalHash, redaction_order: redactedBy, is_withdrawn: isWithdrawn } = file;
  return { originalHash, redactedBy, isWithdrawn };
}
