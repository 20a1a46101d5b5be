import { refuse } from './refusals.ts';

/** What the text of its agreement lets be done to a commitment: open while it is written and where there is none; closed while it is reviewed and approved; sealed once it was put to signature. */
export type TextState = 'open' | 'closed' | 'sealed';

const closed: readonly string[] = ['legal-review', 'approval', 'ready-to-sign'];

/** How the text of an agreement stands; what belongs to no agreement has no text to be bound by. */
export function textStateOf(
  agreement: { readonly standing: string; readonly text_hash: string | null } | null | undefined,
): TextState {
  if (!agreement) return 'open';
  if (agreement.text_hash !== null) return 'sealed';
  return closed.includes(agreement.standing) ? 'closed' : 'open';
}

/**
 * What the text of an agreement says is owed is neither added to nor taken from once the parties are asked to approve and sign it.
 * @throws Refusal `commitments.text-closed`, `commitments.in-signed-text`
 */
export function refuseFixedText(state: TextState): void {
  if (state === 'sealed') throw refuse('commitments.in-signed-text');
  if (state === 'closed') throw refuse('commitments.text-closed');
}
