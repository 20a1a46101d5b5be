import type { Answer } from '../api.ts';
import { Button } from '../design/button.tsx';
import { Checkbox } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { Section } from '../design/page.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import styles from './secrets.module.css';

/** For somebody who cannot get in: a code to be told by voice. */
export function AccessCodeForm({ account }: { account: Answer<'getAccount'> }) {
  const say = useSay();
  return (
    <Section title={say('accounts.code')}>
      <p>{say('accounts.code-lead')}</p>
      <DataForm name="code">
        {account.hasSecondFactor && (
          <Checkbox
            name="removeSecondFactor"
            label={say('accounts.code-factor')}
            help={say('accounts.code-factor-help')}
          />
        )}
        <div>
          <Button look="plain">{say('accounts.code-make')}</Button>
        </div>
      </DataForm>
    </Section>
  );
}

/** The code as it is read out: big, in groups, this one time. */
export function AccessCodeOnce({ code }: { code: Answer<'resetAccess'> }) {
  const say = useSay();
  const format = useFormat();
  return (
    <Notice kind="warning" title={say('accounts.code-once')}>
      <p className={styles.spoken}>{code.code}</p>
      <p>{say('accounts.code-tell', { username: code.username, until: format.moment(code.expiresAt) })}</p>
    </Notice>
  );
}
