import { Link } from 'react-router';
import { Button } from '../design/button.tsx';
import { TextInput } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Page } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';

/** The way in. */
export function SignIn() {
  const say = useSay();
  return (
    <Page title={say('shell.sign-in')}>
      <DataForm>
        <TextInput
          name="identifier"
          label={say('shell.identifier')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <TextInput
          name="password"
          type="password"
          label={say('shell.password')}
          autoComplete="current-password"
          required
        />
        <div>
          <Button>{say('shell.sign-in-do')}</Button>
        </div>
      </DataForm>
      <p>
        <Link to="/codigo">{say('shell.have-code')}</Link>
        <br />
        <small>{say('shell.have-code-help')}</small>
      </p>
    </Page>
  );
}
