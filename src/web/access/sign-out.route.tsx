import { redirect, redirectDocument } from 'react-router';
import { call, pageOfRequest } from '../api.ts';
import { Button, ButtonLink, Buttons } from '../design/button.tsx';
import { DataForm } from '../design/form.tsx';
import { Page } from '../design/page.tsx';
import { useOutbox } from '../offline/outbox.ts';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/sign-out.route';

export function loader({ context }: Route.LoaderArgs) {
  const { visitor } = pageOfRequest(context);
  if (!visitor) throw redirect('/');
  return { name: visitor.name };
}

export async function action({ context }: Route.ActionArgs) {
  await call(context, 'signOut', {});
  return redirectDocument('/');
}

/** The way out: what is left on the device is said first. */
export default function SignOut({ loaderData }: Route.ComponentProps) {
  const say = useSay();
  const { items } = useOutbox();
  return (
    <Page title={say('shell.sign-out-question', { name: loaderData.name })} lead={say('shell.sign-out-kept')}>
      {items.length > 0 && <p>{say('shell.leave-unsent', { count: items.length })}</p>}
      <DataForm name="out">
        <Buttons>
          <Button>{say('shell.sign-out')}</Button>
          <ButtonLink to="/">{say('shell.stay')}</ButtonLink>
        </Buttons>
      </DataForm>
    </Page>
  );
}
