import { redirect } from 'react-router';
import type { AgreementContent } from '#domain/agreements/text-content.ts';
import { attempt, call, keyOf, refusedForm, secretOf, textOf } from '../api.ts';
import { Notice } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/sign.route';
import { fileOf } from './life-deeds.ts';
import { Standing } from './life-facts.tsx';
import { addressOfAgreement, addressOfLife, addressOfSigning } from './life-shapes.ts';
import { InkForm, MethodWords, PdfForm, SignForm } from './sign-forms.tsx';
import { SignaturesGiven } from './signatures-given.tsx';
import { TextOf } from './text-of.tsx';
import styles from './life.module.css';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const { textHash } = await call(context, 'getAgreementLife', { agreementId: id }, request);
  // Before it is put to signature there is no text to read here; its life says what comes first.
  if (textHash === null) throw redirect(addressOfLife(id));
  return { text: await call(context, 'getSealedText', { agreementId: id }, request) };
}

type Context = Route.ActionArgs['context'];

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const done = await doIt(context, id, form);
  return done.ok ? redirect(addressOfSigning(id)) : refusedForm(done.refused, form);
}

async function doIt(context: Context, agreementId: string, form: FormData) {
  const key = keyOf(form);
  const [name = '', signatureId = ''] = textOf(form, '_form').split('--');
  const hash = textOf(form, 'hash');
  switch (name) {
    case 'confirm':
      return attempt(context, 'confirmSignature', { agreementId, signatureId, body: { hash } }, key);
    case 'withdraw': {
      const body = { reason: textOf(form, 'reason'), confirmText: form.has('confirmText') };
      return attempt(context, 'withdrawSignature', { agreementId, signatureId, body }, key);
    }
    case 'ink':
    case 'pdf':
      return uploadSignature(context, agreementId, form, name);
    default: {
      const body = {
        partyId: textOf(form, 'partyId'),
        // A box that is not ticked sends no hash: nobody signs what they have not said they read.
        hash: form.has('read') ? hash : '',
        password: secretOf(form, 'password'),
        code: textOf(form, 'code') || null,
        place: textOf(form, 'place') || null,
      };
      return attempt(context, 'signAgreement', { agreementId, body }, key);
    }
  }
}

async function uploadSignature(context: Context, agreementId: string, form: FormData, name: 'ink' | 'pdf') {
  const { bytes, fileName, mediaType } = await fileOf(form);
  const place = textOf(form, 'place');
  const given = {
    agreementId,
    partyId: textOf(form, 'partyId'),
    office: textOf(form, 'office'),
    signedOn: textOf(form, 'signedOn'),
    ...(place && { place }),
    hash: textOf(form, 'hash'),
    fileName,
    bytes,
  };
  return name === 'ink'
    ? attempt(context, 'registerInkSignature', { ...given, mediaType }, keyOf(form))
    : attempt(context, 'attachSignedPdf', { ...given, mediaType: 'application/pdf' }, keyOf(form));
}

/** Where a text is read and signed, by each way that suffices. */
export default function SignPage({ loaderData: { text } }: Route.ComponentProps) {
  const say = useSay();
  const { agreement } = text;
  const isOpen = agreement.standing === 'ready-to-sign';
  const content = text.content as unknown as AgreementContent;
  return (
    <InPlace country={agreement.country}>
      <Page
        title={say('agreement-life.sign-title')}
        crumbs={[
          { to: addressOfAgreement(agreement.id), title: agreement.title },
          { to: addressOfLife(agreement.id), title: say('agreement-life.title') },
        ]}
        state={<Standing life={{ standing: agreement.standing, standingOn: null }} />}
        lead={say('agreement-life.sign-lead')}
      >
        {text.redaction && (
          <Notice kind="warning">{say('agreement-life.redacted', { order: text.redaction.order })}</Notice>
        )}
        {content.isExample && (
          <Notice title={say('agreement-life.example')}>{say('agreement-life.example-lead')}</Notice>
        )}
        {!isOpen && <Notice kind="done">{say('agreement-life.signed-already')}</Notice>}
        <Section title={say('agreement-life.the-text')}>
          <p>
            {say('agreement-life.hash')}: <span className={styles.hash}>{text.hash}</span>
          </p>
          <TextOf content={content} />
        </Section>
        <SignaturesGiven text={text} />
        {isOpen && (
          <>
            <SignForm text={text} />
            <InkForm text={text} />
            <PdfForm text={text} />
            <MethodWords text={text} />
          </>
        )}
      </Page>
    </InPlace>
  );
}
