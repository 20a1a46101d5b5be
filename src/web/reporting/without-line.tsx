import { Button, ButtonLink, Buttons } from '../design/button.tsx';
import { Day } from '../design/date-words.tsx';
import { FileField, TextInput } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { Section } from '../design/page.tsx';
import type { Answer } from '../api.ts';
import { useFormat, useSay } from '../words/words.tsx';
import styles from './reporting.module.css';

export const maximumUpload = 5_000_000;
type Link = Answer<'listReportLinks'>['items'][number];

/** The workbook out and in again: filled in Excel or LibreOffice without a connection. */
export function Workbook({ template, uploaded }: { template: string; uploaded: string | undefined }) {
  const say = useSay();
  return (
    <Section title={say('reporting.without-line')}>
      <p>{say('reporting.without-line-lead')}</p>
      <Buttons>
        <ButtonLink to={template} file icon="download">
          {say('reporting.download-template')}
        </ButtonLink>
      </Buttons>
      {uploaded !== undefined && <Notice kind="done">{uploaded}</Notice>}
      <DataForm name="upload" encType="multipart/form-data" labels={{ file: say('reporting.file') }}>
        <FileField
          name="file"
          label={say('reporting.file')}
          accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          maximumBytes={maximumUpload}
          required
        />
        <Buttons>
          <Button look="plain">{say('reporting.upload')}</Button>
        </Buttons>
      </DataForm>
    </Section>
  );
}

/** One-time links for an office without an account; the address of a new one is shown once. */
export function Links({
  links,
  made,
}: {
  links: readonly Link[];
  /** mail: whether it goes out by mail; null where that was not asked for. */
  made: { readonly link: string; readonly mail: boolean | null } | undefined;
}) {
  const say = useSay();
  const format = useFormat();
  return (
    <Section title={say('reporting.links')}>
      <p>{say('reporting.links-lead')}</p>
      {made !== undefined && (
        <Notice kind="done" title={say('reporting.link-made')}>
          <p className={styles.link}>{made.link}</p>
          {made.mail !== null && <p>{say(made.mail ? 'reporting.link-mailed' : 'reporting.link-no-mail')}</p>}
        </Notice>
      )}
      {links.length > 0 && (
        <ul className={styles.history}>
          {links.map((link) => (
            <li key={link.id}>
              {link.addressee} · {say.dynamic(`reporting.link.${link.standing}`)}{' '}
              <Day day={format.dayOf(link.expiresAt)} />
              {link.standing === 'open' && (
                <DataForm name={`revoke-${link.id}`}>
                  <input type="hidden" name="link" value={link.id} />
                  <Button look="quiet">{say('reporting.revoke')}</Button>
                </DataForm>
              )}
            </li>
          ))}
        </ul>
      )}
      <DataForm name="link" labels={{ addressee: say('reporting.addressee'), email: say('reporting.email') }}>
        <TextInput
          name="addressee"
          label={say('reporting.addressee')}
          help={say('reporting.addressee-help')}
          required
          maxLength={200}
        />
        <TextInput
          name="email"
          type="email"
          label={say('reporting.email')}
          help={say('reporting.email-help')}
          maxLength={200}
        />
        <Buttons>
          <Button look="plain">{say('reporting.make-link')}</Button>
        </Buttons>
      </DataForm>
    </Section>
  );
}
