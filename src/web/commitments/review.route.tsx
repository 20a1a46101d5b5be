import { redirect } from 'react-router';
import { reviews } from '#domain/commitments/vocabulary.ts';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Button, Buttons } from '../design/button.tsx';
import { Day } from '../design/date-words.tsx';
import { Radios, TextArea } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Page, Section } from '../design/page.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import type { Route } from './+types/review.route';
import { addressOfCommitment, instanceAsked, shortNameOf, type Evidence } from './commitment-shapes.ts';
import { ExampleNotice } from './example-notice.tsx';
import styles from './commitments.module.css';
import { ConfirmText } from './confirm-text.tsx';
import { openFor } from './open-for.ts';

type Review = (typeof reviews)[number];

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const commitment = await call(context, 'getCommitment', { commitmentId: id }, request);
  const instance = instanceAsked(commitment, request);
  openFor(context, request, instance?.possible.includes('accepted') ?? false);
  return { commitment, instance };
}

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const body = {
    result: textOf(form, 'result') as Review,
    reason: textOf(form, 'reason') || null,
    confirmText: form.has('confirmText'),
  };
  const input = { instanceId: textOf(form, 'instanceId'), version: Number(textOf(form, 'version')), body };
  const done = await attempt(context, 'reviewDelivery', input, keyOf(form));
  return done.ok ? redirect(addressOfCommitment(id)) : refusedForm(done.refused, form);
}

/** Whoever verifies looks at what was handed in and says whether it proves what was promised. */
export default function ReviewPage({ loaderData: { commitment, instance } }: Route.ComponentProps) {
  const say = useSay();
  const format = useFormat();
  if (!instance) return null;
  const waiting = instance.evidence.filter((one) => one.review === null && one.withdrawnOn === null);
  const labels = { result: say('commitment.does-it-prove'), reason: say('commitment.why') };
  return (
    <Page
      title={say('commitment.verify')}
      lead={say('commitment.verify-lead', { who: shortNameOf(commitment.obligor), proof: commitment.proof })}
      crumbs={[{ to: addressOfCommitment(commitment.id), title: commitment.what }]}
    >
      <ExampleNotice commitment={commitment} />
      <Section title={say('commitment.handed-in')}>
        <p>{say('commitment.due-on', { day: format.longDay(instance.dueOn) })}</p>
        <ul className={styles.evidence}>
          {waiting.map((evidence) => (
            <li key={evidence.id}>
              <Waiting evidence={evidence} />
            </li>
          ))}
        </ul>
      </Section>
      <DataForm name="review" labels={labels}>
        <input type="hidden" name="instanceId" value={instance.id} />
        <input type="hidden" name="version" value={instance.version} />
        <Radios
          name="result"
          label={labels.result}
          options={reviews.map((value) => ({ value, label: say.dynamic(`commitment.review-${value}`) }))}
        />
        <TextArea name="reason" label={labels.reason} help={say('commitment.why-help')} rows={3} />
        <ConfirmText form="review" />
        <Buttons>
          <Button>{say('commitment.review-save')}</Button>
        </Buttons>
      </DataForm>
    </Page>
  );
}

function Waiting({ evidence }: { evidence: Evidence }) {
  const say = useSay();
  const format = useFormat();
  return (
    <>
      <p>
        <strong>{say.dynamic(`commitments.evidence-kind.${evidence.kind}`)}</strong>{' '}
        {evidence.file && (
          <a href={`/api/evidence/${evidence.id}/file`} download>
            {evidence.file.name} ({format.bytes(evidence.file.bytes)})
          </a>
        )}
        {evidence.link && (
          <a href={evidence.link} rel="noreferrer nofollow">
            {evidence.link}
          </a>
        )}
      </p>
      {evidence.note && <p>{evidence.note}</p>}
      <p className={styles.quiet}>
        {say('commitment.handed-in-on')} <Day day={evidence.submittedOn} />
        {evidence.containsMinors && ` · ${say('commitment.minors')}`}
      </p>
    </>
  );
}
