import { redirect } from 'react-router';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Button } from '../design/button.tsx';
import { Moment } from '../design/date-words.tsx';
import { Select, TextArea } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Empty } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/remarks.route';
import { ConfirmText } from './strategy-form.tsx';
import { addressOfVersion, titleOf, type Remark, type Version } from './strategy-shapes.ts';
import styles from './strategy.module.css';

export async function loader({ context, params: { versionId }, request }: Route.LoaderArgs) {
  const [version, remarks] = await Promise.all([
    call(context, 'getStrategyVersion', { versionId }, request),
    call(context, 'listStrategyRemarks', { versionId }, request),
  ]);
  return { version, remarks, on: new URL(request.url).searchParams.get('sobre') ?? '' };
}

export async function action({ context, params: { id, versionId }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const confirmText = form.has('confirmText');
  const key = keyOf(form);
  const remarkId = textOf(form, 'remarkId');
  const done =
    remarkId === ''
      ? await attempt(
          context,
          'remarkOnStrategy',
          {
            versionId,
            body: { elementId: textOf(form, 'elementId') || null, text: textOf(form, 'text'), confirmText },
          },
          key,
        )
      : await attempt(
          context,
          'answerStrategyRemark',
          {
            remarkId,
            version: Number(textOf(form, 'version')),
            body: { answer: textOf(form, 'answer'), confirmText },
          },
          key,
        );
  return done.ok
    ? redirect(`${addressOfVersion(id, versionId)}/observaciones`)
    : refusedForm(done.refused, form);
}

/** What was said in consultation, on which element, and what was answered. */
export default function RemarksPage({ loaderData: { version, remarks, on } }: Route.ComponentProps) {
  const say = useSay();
  const mayAnswer = remarks.abilities.includes('edit-strategy');
  const title = say('strategies.version-number', { number: version.number });
  return (
    <Page
      title={say('strategies.remarks')}
      lead={say('strategies.remarks-lead')}
      crumbs={[
        {
          to: addressOfVersion(version.strategy.id, version.id),
          title: `${version.strategy.title}, ${title.toLowerCase()}`,
        },
      ]}
    >
      {remarks.mayRemark && <NewRemark version={version} on={on} />}
      {remarks.items.length === 0 ? (
        <Empty title={say('strategies.no-remarks')} />
      ) : (
        <ol className={styles.plain}>
          {remarks.items.map((remark) => (
            <li key={remark.id}>
              <OneRemark remark={remark} mayAnswer={mayAnswer} />
            </li>
          ))}
        </ol>
      )}
    </Page>
  );
}

function NewRemark({ version, on }: { version: Version; on: string }) {
  const say = useSay();
  const labels = { elementId: say('strategies.remark-about'), text: say('strategies.remark-text') };
  return (
    <Section title={say('strategies.remark-new')} id="nueva">
      <DataForm labels={labels}>
        <Select
          name="elementId"
          label={labels.elementId}
          options={version.elements.map((element) => ({ value: element.id, label: titleOf(element) }))}
          empty={say('strategies.remark-whole')}
          defaultValue={on}
        />
        <TextArea name="text" label={labels.text} help={say('strategies.remark-help')} required />
        <ConfirmText />
        <Button>{say('strategies.remark-send')}</Button>
      </DataForm>
    </Section>
  );
}

function OneRemark({ remark, mayAnswer }: { remark: Remark; mayAnswer: boolean }) {
  const say = useSay();
  return (
    <>
      <strong>{remark.element ? titleOf(remark.element) : say('strategies.remark-whole')}</strong>
      <p className={styles.said}>{remark.body}</p>
      <small>
        {remark.organisation?.name ?? say('strategies.remark-nobody')} · <Moment instant={remark.at} />
      </small>
      {remark.answer !== null && (
        <p className={styles.answer}>
          <strong>{say('strategies.answer')}:</strong> {remark.answer}
        </p>
      )}
      {mayAnswer && remark.answer === null && (
        <DataForm name={`answer-${remark.id}`} labels={{ answer: say('strategies.answer') }}>
          <input type="hidden" name="remarkId" value={remark.id} />
          <input type="hidden" name="version" value={remark.version} />
          <TextArea name="answer" label={say('strategies.answer')} rows={2} required />
          <Button look="plain">{say('strategies.answer-send')}</Button>
        </DataForm>
      )}
    </>
  );
}
