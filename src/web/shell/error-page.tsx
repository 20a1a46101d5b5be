import { isRouteErrorResponse } from 'react-router';
import { ButtonLink } from '../design/button.tsx';
import { Page } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';

type Told = { readonly title?: string; readonly requestId?: string };

/** What happened, what was kept, what to do. */
export function ErrorPage({ error }: { error: unknown }) {
  const say = useSay();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const told = isRouteErrorResponse(error) ? ((error.data ?? {}) as Told) : {};
  const { title, lead } = wordsOf(status, told, say);
  return (
    <Page title={title}>
      <p>{lead}</p>
      <p>
        <ButtonLink to="/">{say('shell.back-home')}</ButtonLink>
      </p>
    </Page>
  );
}

function wordsOf(
  status: number,
  told: Told,
  say: ReturnType<typeof useSay>,
): { title: string; lead: string } {
  if (status === 404) return { title: say('shell.not-found'), lead: say('shell.not-found-lead') };
  if (status === 403) return { title: say('shell.forbidden'), lead: say('shell.forbidden-lead') };
  if (status === 503)
    return { title: say('shell.unavailable'), lead: told.title ?? say('shell.failure-plain') };
  if (status < 500 && told.title) return { title: say('shell.refused'), lead: told.title };
  return {
    title: say('shell.failure'),
    lead: told.requestId ? say('shell.failure-lead', { id: told.requestId }) : say('shell.failure-plain'),
  };
}
