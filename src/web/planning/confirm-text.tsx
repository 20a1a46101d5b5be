import { useActionData } from 'react-router';
import { Checkbox } from '../design/field.tsx';
import type { FormAnswer } from '../design/form.tsx';
import { useSay } from '../words/words.tsx';

/** Asked where a text looked like personal data: whoever wrote it has looked again. */
export function ConfirmText({ form = 'main' }: { form?: string }) {
  const say = useSay();
  const answer = useActionData<FormAnswer>();
  if ((answer?.typed?.['_form'] ?? 'main') !== form) return null;
  const isAsked = answer?.refused?.code === 'actors.personal-in-text' || answer?.typed?.['confirmText'];
  return isAsked ? <Checkbox name="confirmText" label={say('planning.confirm-text')} /> : null;
}
