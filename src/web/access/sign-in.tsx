import { Link } from 'react-router';
import { Button, Buttons } from '../design/button.tsx';
import { TextInput } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Page } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';

/** The way in. */
export function SignIn() {
  const say = useSay();
  return (
    <Page title={say('shell.sign-in')}>
      <DataForm name="password">
        <TextInput
          name="name"
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
        <Buttons>
          <Button>{say('shell.sign-in-do')}</Button>
        </Buttons>
      </DataForm>
      <div>
        <p>
          <Link to="/codigo">{say('shell.have-code')}</Link>
        </p>
        <p>
          <small>{say('shell.have-code-help')}</small>
        </p>
      </div>
    </Page>
  );
}

/** The second step, after a right password. */
export function SecondFactor() {
  const say = useSay();
  return (
    <Page title={say('shell.second-factor')} lead={say('shell.second-factor-lead')}>
      <DataForm name="code">
        <TextInput
          name="code"
          label={say('shell.second-factor-code')}
          help={say('shell.second-factor-lost')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={20}
          required
        />
        <Buttons>
          <Button>{say('shell.confirm')}</Button>
        </Buttons>
      </DataForm>
      <DataForm name="again">
        <Buttons>
          <Button look="quiet">{say('shell.start-again')}</Button>
        </Buttons>
      </DataForm>
    </Page>
  );
}
