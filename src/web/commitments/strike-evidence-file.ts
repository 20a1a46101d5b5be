import { attempt, keyOf, textOf, type attempt as Attempt } from '../api.ts';
import { fileOf } from '../agreement-life/life-deeds.ts';
import type { Instance } from './commitment-shapes.ts';

/** How the name of a form about an order begins; the id of the evidence follows. */
export const strikingForm = 'strike--';

/** The evidence of an instance whose file whoever reads may strike by an order. */
export function evidenceToStrike(instance: Instance | undefined | null) {
  return instance?.evidence.filter(({ mayStrike }) => mayStrike) ?? [];
}

/** Sends what an order says of a file of evidence to its operation. */
export async function strikeEvidence(context: Parameters<typeof Attempt>[0], form: FormData) {
  const evidenceId = textOf(form, '_form').slice(strikingForm.length);
  const at = { evidenceId, version: Number(textOf(form, 'version')) };
  const said = { order: textOf(form, 'order'), original: textOf(form, 'original') as 'kept' };
  if (textOf(form, 'instead') === 'sheet')
    return attempt(context, 'withdrawEvidenceFileByOrder', { ...at, body: said }, keyOf(form));
  const file = await fileOf(form);
  return attempt(context, 'replaceEvidenceFileByOrder', { ...at, ...said, ...file }, keyOf(form));
}
