import { Checkbox } from '../design/field.tsx';
import { useForm } from '../design/form.tsx';
import { useSay } from '../words/words.tsx';

/** What a refusal asks to be looked at again before it is saved all the same. */
export function ConfirmText() {
  const say = useSay();
  const { refused, typed } = useForm();
  if (refused?.code !== 'actors.personal-in-text' && !typed['confirmText']) return null;
  return <Checkbox name="confirmText" label={say('agreement-pages.confirm-text')} />;
}
