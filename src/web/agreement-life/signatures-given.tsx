import { Button } from '../design/button.tsx';
import { DataForm } from '../design/form.tsx';
import { Section } from '../design/page.tsx';
import { StateTag } from '../design/state-tag.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import type { SealedText } from './sign-forms.tsx';
import { Reason, StepForm } from './step.tsx';
import styles from './life.module.css';

type Signature = SealedText['signatures'][number];

/** Who has signed, how, and what still waits for a second person. */
export function SignaturesGiven({ text }: { text: SealedText }) {
  const say = useSay();
  const missing = text.parties.filter(
    ({ id, role, standing }) =>
      role !== 'observer' &&
      standing !== 'withdrawn' &&
      !text.signatures.some(({ party, isWithdrawn }) => party.id === id && !isWithdrawn),
  );
  return (
    <Section title={say('agreement-life.signatures')}>
      {text.signatures.length === 0 && <p>{say('agreement-life.no-signatures')}</p>}
      <ul className={styles.lines}>
        {text.signatures.map((signature) => (
          <Line key={signature.id} text={text} signature={signature} />
        ))}
        {missing.map((party) => (
          <li key={party.id}>
            {party.name} <StateTag state="missing">{say('agreement-life.signature-missing')}</StateTag>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Line({ text, signature }: { text: SealedText; signature: Signature }) {
  const say = useSay();
  const format = useFormat();
  const { check, isGood, isWithdrawn } = signature;
  const signer = (check as { signer?: string } | null)?.signer;
  const file = `/api/agreements/${text.agreement.id}/signatures/${signature.id}/file`;
  return (
    <li>
      {signature.party.name}{' '}
      <StateTag state={isWithdrawn ? 'not-applicable' : isGood ? 'fulfilled' : 'at-risk'}>
        {say(
          isWithdrawn
            ? 'agreement-life.signature-withdrawn'
            : isGood
              ? 'agreement-life.signature-good'
              : 'agreement-life.signature-waits',
        )}
      </StateTag>
      <small>
        {say('agreement-life.signature-line', {
          office: signature.office,
          day: format.day(signature.signedOn),
        })}{' '}
        · {say(`agreement-life.method.${signature.method}`)}
        {signature.place && ` · ${signature.place}`}
      </small>
      {signer && <small>{say('agreement-life.pdf-check', { signer })}</small>}
      {signature.hasFile && (signature.mayConfirm || signature.mayWithdraw) && (
        <p>
          <a href={file} download>
            {say('agreement-life.see-file')}
          </a>
        </p>
      )}
      {signature.fileRedactedBy !== null && (
        <small>{say('documents.signed-file-struck', { order: signature.fileRedactedBy })}</small>
      )}
      {signature.mayConfirm && (
        <DataForm name={`confirm--${signature.id}`}>
          <p>{say('agreement-life.confirm-lead')}</p>
          <input type="hidden" name="hash" value={text.hash} />
          <Button>{say('agreement-life.confirm')}</Button>
        </DataForm>
      )}
      {signature.mayWithdraw && (
        <StepForm
          name={`withdraw--${signature.id}`}
          title={say('agreement-life.withdraw-signature')}
          version={text.version}
          look="danger"
        >
          <Reason />
        </StepForm>
      )}
    </li>
  );
}
