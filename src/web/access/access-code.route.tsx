import { redirect, redirectDocument } from 'react-router';
import { attempt, refusedForm, secretOf, textOf } from '../api.ts';
import { Button, Buttons } from '../design/button.tsx';
import { TextInput } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Page } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/access-code.route';

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const body = {
    name: textOf(form, 'name'),
    code: textOf(form, 'code'),
    password: secretOf(form, 'password'),
  };
  const result = await attempt(context, 'useAccessCode', { body });
  if (!result.ok) return refusedForm(result.refused, form);
  return result.answer.state === 'second-factor' ? redirect('/entrar') : redirectDocument('/');
}

/** In with a one-time code, choosing a new password. */
export default function AccessCode() {
  const say = useSay();
  return (
    <Page title={say('shell.code-title')} lead={say('shell.code-lead')}>
      <DataForm>
        <TextInput
          name="name"
          label={say('shell.identifier')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <TextInput
          name="code"
          label={say('shell.code')}
          help={say('shell.have-code-help')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
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
          <Button>{say('shell.use-code')}</Button>
        </Buttons>
      </DataForm>
    </Page>
  );
}
