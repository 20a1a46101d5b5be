import { useEffect, type ReactNode } from 'react';
import { useActionData, useLocation, useNavigation } from 'react-router';
import { Button } from '../design/button.tsx';
import { Checkbox } from '../design/field.tsx';
import { DataForm, type FormAnswer } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { useDraft } from '../offline/drafts.ts';
import { useSay } from '../words/words.tsx';
import { ConfirmText } from './confirm-text.tsx';
import { useEntryLabels } from './entry-fields.tsx';

/** The form of an entry: kept on the device while it is written, forgotten once it was saved. */
export function EntryForm({ draft, children }: { draft: string; children: ReactNode }) {
  const say = useSay();
  const { form, restoredAt, discard } = useDraft(draft);
  const { pathname } = useLocation();
  const { state, formMethod, location } = useNavigation();
  const isSaved = state === 'loading' && formMethod === 'POST' && location.pathname !== pathname;
  useEffect(() => {
    if (isSaved) discard();
  }, [isSaved, discard]);
  const answer = useActionData<FormAnswer>();
  const isAlike = answer?.refused?.code === 'planning.looks-alike' || answer?.typed?.['confirmNew'];
  const begin = () => {
    discard();
    form.current?.reset();
  };
  return (
    <DataForm ref={form} labels={useEntryLabels()}>
      {restoredAt !== null && (
        <Notice title={say('planning.draft-found')}>
          <Button type="button" look="quiet" onClick={begin}>
            {say('planning.draft-discard')}
          </Button>
        </Notice>
      )}
      {children}
      <ConfirmText />
      {isAlike && <Checkbox name="confirmNew" label={say('inventory.confirm-new')} />}
      <Button>{say('inventory.save')}</Button>
    </DataForm>
  );
}
