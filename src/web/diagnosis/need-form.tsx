import { useEffect, type ReactNode } from 'react';
import { useActionData, useLocation, useNavigation } from 'react-router';
import { Button } from '../design/button.tsx';
import { Checkbox } from '../design/field.tsx';
import { DataForm, type FormAnswer } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { useDraft } from '../offline/drafts.ts';
import { useSay } from '../words/words.tsx';
import { useNeedLabels } from './need-fields.tsx';

/** The form of a need: kept on the device while it is written, forgotten once it was saved. */
export function NeedForm({ draft, children }: { draft: string; children: ReactNode }) {
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
    <DataForm ref={form} labels={useNeedLabels()}>
      {restoredAt !== null && (
        <Notice title={say('needs.draft-found')}>
          <Button type="button" look="quiet" onClick={begin}>
            {say('needs.draft-discard')}
          </Button>
        </Notice>
      )}
      {children}
      <Confirmations />
    </DataForm>
  );
}

/** What a refusal asks to be looked at again before it is saved all the same. */
export function Confirmations({ form = 'main' }: { form?: string }) {
  const say = useSay();
  const answer = useActionData<FormAnswer>();
  if ((answer?.typed?.['_form'] ?? 'main') !== form) return null;
  const code = answer?.refused?.code;
  const typed = answer?.typed ?? {};
  return (
    <>
      {(code === 'actors.personal-in-text' || typed['confirmText']) && (
        <Checkbox name="confirmText" label={say('needs.confirm-text')} />
      )}
      {(code === 'diagnosis.looks-alike' || typed['confirmNew']) && (
        <Checkbox name="confirmNew" label={say('needs.confirm-new')} />
      )}
    </>
  );
}
