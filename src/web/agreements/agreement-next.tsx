import type { Say } from '#words/say.ts';
import { Button, ButtonLink, Buttons } from '../design/button.tsx';
import { DataForm } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { useSay } from '../words/words.tsx';
import { placesInWords } from './gap-words.ts';
import { addressOfAgreement, isOpen, mayWork, type Agreement } from './agreement-shapes.ts';
import styles from './agreements.module.css';

type Next = NonNullable<Agreement['next']>;
type Waiting = Next['waiting'][number];

/** The first thing that an agreement waits for, as its state says it: "falta el acto de aprobación del Concejo de …". */
export function nextWords(say: Say, agreement: Agreement): string | null {
  const first = agreement.next?.waiting[0];
  if (!first || agreement.standing === 'draft') return null;
  const words = waitingWords(say, first);
  // A name keeps its capital after the colon.
  const isName = Object.values(first.values).some((value) => value !== '' && words.startsWith(String(value)));
  return isName ? words : words.charAt(0).toLowerCase() + words.slice(1);
}

/** What is waited for, in words. */
export function waitingWords(say: Say, { code, values }: Waiting): string {
  return say.dynamic(`problem.agreements.${code.replace('agreements.', '')}`, placesInWords(say, values));
}

/** The next step towards the signature, what it waits for, and the button that takes it. */
export function NextStep({ agreement }: { agreement: Agreement }) {
  const say = useSay();
  const { next } = agreement;
  if (next === null || !mayWork(agreement)) return null;
  return (
    <Notice
      kind={next.waiting.length === 0 ? 'plain' : 'warning'}
      title={say.dynamic(`agreement-pages.next.${next.step}`)}
    >
      <Waits next={next} />
      {agreement.standing === 'negotiation' && <Confirmations agreement={agreement} />}
      <Buttons>
        <StepButton agreement={agreement} next={next} />
        <ButtonLink look="quiet" to={addressOfAgreement(agreement.id, 'tramite')}>
          {say('agreement-pages.path')}
        </ButtonLink>
      </Buttons>
    </Notice>
  );
}

function Waits({ next }: { next: Next }) {
  const say = useSay();
  if (next.waiting.length === 0) return <p>{say.dynamic(`agreement-pages.ready.${next.step}`)}</p>;
  return (
    <>
      <p>{say('agreement-pages.waits-for')}</p>
      <ul className={styles.waits}>
        {next.waiting.map((one, index) => (
          <li key={`${one.code} ${index}`}>{waitingWords(say, one)}</li>
        ))}
      </ul>
    </>
  );
}

function StepButton({ agreement, next }: { agreement: Agreement; next: Next }) {
  const say = useSay();
  if (next.step !== 'negotiation' && next.step !== 'legal-review') return null;
  // What cannot be done yet says above what it waits for; pressing it all the same says it again.
  if (next.waiting.length > 0) return null;
  return (
    <DataForm name={next.step}>
      <input type="hidden" name="version" value={agreement.version} />
      <Button>{say.dynamic(`agreement-pages.do.${next.step}`)}</Button>
    </DataForm>
  );
}

function Confirmations({ agreement }: { agreement: Agreement }) {
  const say = useSay();
  const open = agreement.partyList.filter(
    (party) =>
      party.isYours && !party.hasConfirmed && party.standing !== 'withdrawn' && party.role !== 'observer',
  );
  if (!isOpen(agreement) || agreement.hash === null) return null;
  if (open.length === 0) return null;
  return (
    <Buttons>
      {open.map((party) => (
        <DataForm key={party.id} name={`confirm:${party.id}`}>
          <input type="hidden" name="version" value={agreement.version} />
          <input type="hidden" name="partyId" value={party.id} />
          <input type="hidden" name="hash" value={agreement.hash ?? ''} />
          <Button look="plain">{say('agreement-pages.confirm-for', { name: party.holder.name })}</Button>
        </DataForm>
      ))}
    </Buttons>
  );
}
