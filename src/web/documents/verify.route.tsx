import { redirect } from 'react-router';
import { Page } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/verify.route';
import { CodeForm } from './code-form.tsx';

/** A code that was typed leads to the page that the picture on the document leads to. */
export function loader({ request }: Route.LoaderArgs) {
  const code = new URL(request.url).searchParams.get('codigo')?.trim();
  return code ? redirect(`/verificar/${encodeURIComponent(code)}`) : null;
}

/** Anybody who holds a document asks here whether it is what it says. */
export default function VerifyPage() {
  const say = useSay();
  return (
    <Page title={say('documents.verify')} lead={say('documents.verify-lead')}>
      <CodeForm />
    </Page>
  );
}
