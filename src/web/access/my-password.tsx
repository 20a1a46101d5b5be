import { Button, Buttons } from '../design/button.tsx';
import { TextInput } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { useSay } from '../words/words.tsx';

/** A new password; whoever changes it proves the old one. */
export function ChangePassword({ username }: { username: string }) {
  const say = useSay();
  return (
    <DataForm
      name="password"
      labels={{ current: say('mine.password-current'), password: say('shell.new-password') }}
    >
      {/* Lets the device's keeper of passwords know whose it is. */}
      <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
      <TextInput
        name="current-password"
        type="password"
        label={say('mine.password-current')}
        autoComplete="current-password"
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
        <Button look="plain">{say('mine.password-change')}</Button>
      </Buttons>
    </DataForm>
  );
}
