import { redirect } from 'react-router';
import { evidenceKinds } from '#domain/commitments/vocabulary.ts';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Button, Buttons } from '../design/button.tsx';
import { Checkbox, DateField, FileField, Select, TextArea, TextInput } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { useFormat, useSay, useToday } from '../words/words.tsx';
import type { Route } from './+types/evidence.route';
import { addressOfCommitment, instanceAsked, type Commitment, type Instance } from './commitment-shapes.ts';
import { ConfirmText } from './confirm-text.tsx';
import { deedOfForm } from './deed-of-form.ts';
import { openFor } from './open-for.ts';
import { OwnEvidence } from './own-evidence.tsx';
import { sendFile } from './send-file.ts';
import { ExampleNotice } from './example-notice.tsx';

const maximumBytes = 25_000_000;
type Kind = (typeof evidenceKinds)[number];

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const commitment = await call(context, 'getCommitment', { commitmentId: id }, request);
  const instance = instanceAsked(commitment, request);
  openFor(context, request, instance?.possible.includes('delivered') ?? false);
  return { commitment, instance };
}

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const version = Number(textOf(form, 'version'));
  const evidenceId = textOf(form, 'evidenceId');
  switch (deedOfForm(form)) {
    case 'withdraw': {
      const done = await attempt(context, 'withdrawEvidence', { evidenceId, version }, keyOf(form));
      return done.ok ? redirect(addressOfCommitment(id)) : refusedForm(done.refused, form);
    }
    case 'visibility': {
      const body = { visibility: textOf(form, 'visibility') as 'parties' };
      const done = await attempt(
        context,
        'setEvidenceVisibility',
        { evidenceId, version, body },
        keyOf(form),
      );
      return done.ok ? redirect(addressOfCommitment(id)) : refusedForm(done.refused, form);
    }
    default:
      return handIn(context, id, form);
  }
}

/** First the file, then what is said of it: whoever has to mend a word does not send the file again. */
async function handIn(context: Route.ActionArgs['context'], id: string, form: FormData) {
  const instanceId = textOf(form, 'instanceId');
  const sent = await sendFile(context, instanceId, form);
  if (!sent.ok) return refusedForm({ ...sent.refused, field: 'file' }, form);
  form.set('fileId', sent.fileId ?? '');
  form.set('fileName', sent.fileName ?? '');
  const body = {
    kind: textOf(form, 'kind') as Kind,
    fileId: sent.fileId,
    link: textOf(form, 'link'),
    note: textOf(form, 'note'),
    takenOn: textOf(form, 'takenOn') || null,
    containsMinors: form.has('containsMinors'),
    containsPersonal: form.has('containsPersonal'),
    confirmText: form.has('confirmText'),
  };
  const done = await attempt(context, 'submitEvidence', { instanceId, body }, keyOf(form));
  return done.ok ? redirect(addressOfCommitment(id)) : refusedForm(done.refused, form);
}

/** Evidence from a phone: a photo, a file, a link or what was said, and whether somebody appears in it. */
export default function EvidencePage({
  loaderData: { commitment, instance },
  actionData,
}: Route.ComponentProps) {
  const say = useSay();
  const typed = actionData?.typed ?? {};
  if (!instance) return null;
  return (
    <Page
      title={say('commitment.hand-in')}
      lead={commitment.proof}
      crumbs={[{ to: addressOfCommitment(commitment.id), title: commitment.what }]}
    >
      <ExampleNotice commitment={commitment} />
      <HandIn
        commitment={commitment}
        instance={instance}
        sentFile={typed['fileName'] ?? ''}
        sentId={typed['fileId'] ?? ''}
      />
      {instance.evidence.some(({ review, withdrawnOn }) => review !== 'rejected' && withdrawnOn === null) && (
        <Section title={say('commitment.handed-in')}>
          <OwnEvidence instance={instance} />
        </Section>
      )}
    </Page>
  );
}

type HandInParts = {
  commitment: Commitment;
  instance: Instance;
  /** The file that arrived before something else was refused. */
  sentFile: string;
  sentId: string;
};

function HandIn({ commitment, instance, sentFile, sentId }: HandInParts) {
  const say = useSay();
  const format = useFormat();
  const today = useToday();
  const labels = {
    file: say('commitment.file'),
    link: say('commitment.link'),
    note: say('commitment.note'),
    takenOn: say('commitment.taken-on'),
  };
  return (
    <DataForm name="hand-in" labels={labels} encType="multipart/form-data">
      <input type="hidden" name="instanceId" value={instance.id} />
      <p>
        {say('commitment.due-on', { day: format.longDay(instance.dueOn) })}
        {commitment.instances.length > 1 &&
          ` · ${say('commitment.delivery-short', { number: instance.sequence })}`}
      </p>
      {sentId !== '' && (
        <>
          <input type="hidden" name="sentFileId" value={sentId} />
          <input type="hidden" name="sentFileName" value={sentFile} />
          <Notice kind="done">{say('commitment.file-kept', { name: sentFile })}</Notice>
        </>
      )}
      <FileField
        name="file"
        label={labels.file}
        help={say('commitment.file-help')}
        maximumBytes={maximumBytes}
        accept="image/jpeg,image/png,image/webp,application/pdf,.docx,.xlsx,.odt,.ods,.txt,.csv"
      />
      <Select
        name="kind"
        label={say('commitment.kind')}
        options={evidenceKinds.map((kind) => ({
          value: kind,
          label: say.dynamic(`commitments.evidence-kind.${kind}`),
        }))}
        defaultValue="photo"
      />
      <Checkbox name="containsMinors" label={say('commitment.minors')} help={say('commitment.minors-help')} />
      <Checkbox
        name="containsPersonal"
        label={say('commitment.personal')}
        help={say('commitment.personal-help')}
      />
      <TextInput name="link" label={labels.link} help={say('commitment.link-help')} inputMode="url" />
      <TextArea name="note" label={labels.note} help={say('commitment.note-help')} rows={3} />
      <DateField name="takenOn" label={labels.takenOn} max={today} />
      <ConfirmText form="hand-in" />
      <Buttons>
        <Button>{say('commitment.hand-in')}</Button>
      </Buttons>
    </DataForm>
  );
}
