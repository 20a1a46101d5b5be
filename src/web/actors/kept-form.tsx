import { useEffect, type ComponentProps } from 'react';
import { useLocation, useNavigation } from 'react-router';
import { Button } from '../design/button.tsx';
import { DataForm } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { useDraft } from '../offline/drafts.ts';
import { useSay } from '../words/words.tsx';

/** A long form that is kept on the device while it is written, and forgotten once it was saved. */
export function KeptForm({ draft, children, ...rest }: { draft: string } & ComponentProps<typeof DataForm>) {
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
    <DataForm ref={form} {...rest}>
      {restoredAt !== null && (
        <Notice title={say('actor-pages.draft-found')}>
          <Button type="button" look="quiet" onClick={begin}>
            {say('actor-pages.draft-discard')}
          </Button>
        </Notice>
      )}
      {children}
    </DataForm>
  );
}
