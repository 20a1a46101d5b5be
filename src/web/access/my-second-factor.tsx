import { Button, Buttons } from '../design/button.tsx';
import { TextInput } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { StateTag } from '../design/state-tag.tsx';
import { useSay } from '../words/words.tsx';
import { QrPicture } from './qr-picture.tsx';
import styles from './secrets.module.css';

/** Whether the second step is on, and the way to the other state; either asks for the password. */
export function SecondFactorSwitch({ isOn, left }: { isOn: boolean; left: number }) {
  const say = useSay();
  return (
    <>
      <p>
        <StateTag state={isOn ? 'fulfilled' : 'not-applicable'}>
          {isOn ? say('mine.factor-on') : say('mine.factor-off')}
        </StateTag>
      </p>
      <p>{isOn ? say('mine.factor-left', { count: left }) : say('mine.factor-lead')}</p>
      <DataForm name={isOn ? 'remove' : 'enrol'}>
        <TextInput
          name="password"
          type="password"
          label={say('mine.password-current')}
          help={say('mine.factor-password-help')}
          autoComplete="current-password"
          required
        />
        <Buttons>
          <Button look={isOn ? 'danger' : 'plain'}>
            {isOn ? say('mine.factor-remove') : say('mine.factor-begin')}
          </Button>
        </Buttons>
      </DataForm>
    </>
  );
}

/** The key for the authenticator, and the first code that proves it was read. */
export function SecondFactorKey({ enrolment }: { enrolment: { readonly key: string; readonly qr: string } }) {
  const say = useSay();
  return (
    <>
      <p>{say('mine.factor-scan')}</p>
      <QrPicture svg={enrolment.qr} alt={say('mine.factor-picture')} className={styles.picture} />
      <div>
        <p>{say('mine.factor-key')}</p>
        <p className={styles.secret}>{enrolment.key.replaceAll(/(.{4})(?=.)/g, '$1 ')}</p>
      </div>
      <DataForm name="enable">
        <input type="hidden" name="key" value={enrolment.key} />
        <input type="hidden" name="qr" value={enrolment.qr} />
        <TextInput
          name="code"
          label={say('shell.second-factor-code')}
          help={say('mine.factor-confirm-lead')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={7}
          required
        />
        <Buttons>
          <Button>{say('mine.factor-confirm')}</Button>
        </Buttons>
      </DataForm>
    </>
  );
}

/** The ways in without the phone, shown this one time. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const say = useSay();
  return (
    <Notice kind="warning" title={say('mine.factor-codes')}>
      <p>{say('mine.factor-codes-lead')}</p>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </Notice>
  );
}
