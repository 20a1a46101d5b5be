import { redirectDocument } from 'react-router';
import { attempt, refusedForm, secretOf } from '../api.ts';
import { Button, Buttons } from '../design/button.tsx';
import { TextInput } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { DefinitionList } from '../design/definition-list.tsx';
import { Page } from '../design/page.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import type { Route } from './+types/invitation.route';

export async function loader({ context, params }: Route.LoaderArgs) {
  const found = await attempt(context, 'getInvitation', { body: { secret: params.secret } });
  return found.ok
    ? { invitation: found.answer, reason: null }
    : { invitation: null, reason: found.refused.title };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData();
  const body = { secret: params.secret, password: secretOf(form, 'password') };
  const result = await attempt(context, 'acceptInvitation', { body });
  return result.ok ? redirectDocument('/') : refusedForm(result.refused, form);
}

/** The first way in: whoever was invited sees that it is theirs and chooses a password. */
export default function InvitationPage({ loaderData: { invitation, reason } }: Route.ComponentProps) {
  const say = useSay();
  const format = useFormat();
  if (invitation === null) {
    return (
      <Page title={say('shell.invitation-gone')} lead={reason}>
        <p>{say('shell.invitation-gone-lead')}</p>
      </Page>
    );
  }
  return (
    <Page title={say('shell.invitation-title')} lead={say('shell.invitation-lead')}>
      <DefinitionList
        facts={[
          { term: say('shell.invitation-whose'), value: invitation.name },
          { term: say('shell.invitation-place'), value: invitation.place },
          { term: say('shell.username'), value: <strong>{invitation.username}</strong> },
          { term: say('shell.invitation-until'), value: format.moment(invitation.expiresAt) },
        ]}
      />
      <DataForm>
        <input
          type="text"
          name="username"
          autoComplete="username"
          value={invitation.username}
          readOnly
          hidden
        />
        <TextInput
          name="password"
          type="password"
          label={say('shell.new-password')}
          help={say('shell.new-password-help')}
          autoComplete="new-password"
          required
        />
        <Buttons>
          <Button>{say('shell.invitation-accept')}</Button>
        </Buttons>
      </DataForm>
    </Page>
  );
}
