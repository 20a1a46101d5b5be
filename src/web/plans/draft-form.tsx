import { useEffect, type ReactNode } from 'react';
import { useActionData, useLocation, useNavigation } from 'react-router';
import { Button } from '../design/button.tsx';
import { Checkbox } from '../design/field.tsx';
import { DataForm, type FormAnswer } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { useDraft } from '../offline/drafts.ts';
import { useSay } from '../words/words.tsx';

/** A form that is kept on the device while it is written and forgotten once it was saved. */
export function DraftForm({
  draft,
  labels,
  children,
}: {
  draft: string;
  labels: Readonly<Record<string, string>>;
  children: ReactNode;
}) {
  const say = useSay();
  const { form, restoredAt, discard } = useDraft(draft);
  const { pathname } = useLocation();
  const { state, formMethod, location } = useNavigation();
  // A form that was refused stays where it is; one that was saved leads elsewhere.
  const isSaved = state === 'loading' && formMethod === 'POST' && location.pathname !== pathname;
  useEffect(() => {
    if (isSaved) discard();
  }, [isSaved, discard]);
  const begin = () => {
    discard();
    form.current?.reset();
  };
  return (
    <DataForm ref={form} labels={labels}>
      {restoredAt !== null && (
        <Notice title={say('plans.draft-found')}>
          <Button type="button" look="quiet" onClick={begin}>
            {say('plans.draft-discard')}
          </Button>
        </Notice>
      )}
      {children}
      <ConfirmText />
    </DataForm>
  );
}

/** Asked once a text looked like somebody's data. */
export function ConfirmText({ form = 'main' }: { form?: string }) {
  const say = useSay();
  const answer = useActionData<FormAnswer>();
  const typed = answer?.typed ?? {};
  if ((typed['_form'] ?? 'main') !== form) return null;
  const isAsked = answer?.refused?.code === 'actors.personal-in-text' || typed['confirmText'] !== undefined;
  return isAsked ? <Checkbox name="confirmText" label={say('plans.confirm-text')} /> : null;
}
