import { useActionData } from 'react-router';
import { Checkbox } from '../design/field.tsx';
import type { FormAnswer } from '../design/form.tsx';
import { useSay } from '../words/words.tsx';

/** What a refusal for personal data asks to be looked at again before it is saved all the same. */
export function ConfirmText({ form = 'main' }: { form?: string }) {
  const say = useSay();
  const answer = useActionData<FormAnswer>();
  if ((answer?.typed?.['_form'] ?? 'main') !== form) return null;
  const isAsked = answer?.refused?.code === 'actors.personal-in-text' || answer?.typed?.['confirmText'];
  return isAsked ? <Checkbox name="confirmText" label={say('commitment.confirm-text')} /> : null;
}
