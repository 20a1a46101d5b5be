import type { Answer } from '../api.ts';
import { Button, ButtonLink } from '../design/button.tsx';
import { Checkbox, DateField, FileField, Select, TextInput } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { Section } from '../design/page.tsx';
import { addressOfSealedPdf } from '../documents/agreement-downloads.tsx';
import { useSay, useToday } from '../words/words.tsx';

export type SealedText = Answer<'getSealedText'>;
type Parts = { text: SealedText };

const maximumBytes = 20_000_000;

/** Signing in the application: in which office, with the proof that it is oneself. */
export function SignForm({ text }: Parts) {
  const say = useSay();
  const [first] = text.yours.filter(({ partyId }) => !hasSignature(text, partyId));
  if (!text.methods.includes('application') || (!first && !text.whyNot)) return null;
  return (
    <Section title={say('agreement-life.sign-here')}>
      {!first && text.whyNot && <p>{text.whyNot}</p>}
      {first && (
        <DataForm
          name="sign"
          labels={{
            password: say('agreement-life.field.password'),
            code: say('agreement-life.field.code'),
            hash: say('agreement-life.read-it'),
          }}
        >
          <p>{say('agreement-life.sign-as', { party: first.party, office: first.office })}</p>
          <Notice title={say('agreement-life.sign-label')}>{say('agreement-life.sign-label-lead')}</Notice>
          <input type="hidden" name="partyId" value={first.partyId} />
          <input type="hidden" name="hash" value={text.hash} />
          <Checkbox name="read" label={say('agreement-life.read-it')} />
          <TextInput
            name="password"
            type="password"
            autoComplete="current-password"
            label={say('agreement-life.field.password')}
            help={say('agreement-life.field.password-help')}
            required
          />
          {text.asksSecondFactor && (
            <TextInput
              name="code"
              label={say('agreement-life.field.code')}
              autoComplete="one-time-code"
              inputMode="numeric"
              required
            />
          )}
          <TextInput name="place" label={say('agreement-life.field.place')} />
          <Button>{say('agreement-life.sign')}</Button>
        </DataForm>
      )}
    </Section>
  );
}

/** Signing on paper, step by step: print, sign, upload. */
export function InkForm({ text }: Parts) {
  const say = useSay();
  if (!text.methods.includes('ink')) return null;
  return (
    <Section title={say('agreement-life.sign-on-paper')}>
      <p>{say('agreement-life.sign-on-paper-lead')}</p>
      <Upload text={text} name="ink" button={say('agreement-life.register')} />
    </Section>
  );
}

/** A PDF signed with a certificate outside. */
export function PdfForm({ text }: Parts) {
  const say = useSay();
  if (!text.methods.includes('external-pdf')) return null;
  return (
    <Section title={say('agreement-life.sign-elsewhere')}>
      <p>{say('agreement-life.sign-elsewhere-lead')}</p>
      <Upload text={text} name="pdf" button={say('agreement-life.attach')} />
    </Section>
  );
}

function Upload({ text, name, button }: Parts & { name: 'ink' | 'pdf'; button: string }) {
  const say = useSay();
  const today = useToday();
  const parties = text.parties
    .filter(({ id, isYours }) => isYours && !hasSignature(text, id))
    .map((party) => ({ value: party.id, label: party.name }));
  return (
    <>
      <div>
        <ButtonLink look="quiet" icon="download" file to={addressOfSealedPdf(text.agreement.id)}>
          {say('agreement-life.print')}
        </ButtonLink>
      </div>
      {parties.length > 0 && (
        <DataForm
          name={name}
          encType="multipart/form-data"
          labels={{
            file: say('agreement-life.field.file'),
            office: say('agreement-life.field.office'),
            signedOn: say('agreement-life.field.signed-on'),
          }}
        >
          <input type="hidden" name="hash" value={text.hash} />
          <Select name="partyId" label={say('agreement-life.field.party')} options={parties} required />
          <TextInput name="office" label={say('agreement-life.field.office')} required />
          <DateField
            name="signedOn"
            label={say('agreement-life.field.signed-on')}
            defaultValue={today}
            max={today}
            required
          />
          <TextInput name="place" label={say('agreement-life.field.place')} />
          <FileField
            name="file"
            label={say('agreement-life.field.file')}
            accept={name === 'ink' ? '.pdf,.jpg,.jpeg,.png' : '.pdf'}
            maximumBytes={maximumBytes}
            required
          />
          <Button look="plain">{button}</Button>
        </DataForm>
      )}
    </>
  );
}

/** Which ways suffice, by the template, and whether that was verified. */
export function MethodWords({ text }: Parts) {
  const say = useSay();
  return (
    <Section title={say('agreement-life.methods')}>
      <p>
        {text.methodWords} {!text.methodsAreVerified && say('agreement-life.methods-unverified')}
      </p>
    </Section>
  );
}

function hasSignature(text: SealedText, partyId: string): boolean {
  return text.signatures.some(({ party, isWithdrawn }) => party.id === partyId && !isWithdrawn);
}
