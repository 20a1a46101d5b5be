import { redirect } from 'react-router';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { openFormTo } from '../actors/may-edit.ts';
import { Button } from '../design/button.tsx';
import { Checkbox, FileField } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { Page } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/paper.route';
import { sentPaper } from './sent-paper.ts';

const maximumBytes = 25_000_000;

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  openFormTo(context, request, 'act-for-party');
  const agreement = await call(context, 'getAgreement', { agreementId: id }, request);
  const why = new URL(request.url).searchParams.get('motivo');
  return { id, title: agreement.title, why };
}

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const paper = (await sentPaper(form)) ?? {
    fileName: 'convenio.pdf',
    bytes: new Uint8Array(),
    mediaType: 'application/octet-stream' as const,
  };
  const isPublic = form.has('filePublic') ? 'yes' : 'no';
  const given = { agreementId: textOf(form, 'agreement') || id, isPublic, ...paper } as const;
  const kept = await attempt(context, 'attachRegisteredFile', given, keyOf(form));
  return kept.ok ? redirect(`/convenios/${id}`) : refusedForm(kept.refused, form);
}

/** The paper of an agreement that was registered as it stood. */
export default function RegisteredPaper({ loaderData: { id, title, why } }: Route.ComponentProps) {
  const say = useSay();
  return (
    <Page title={say('registering.attach')} crumbs={[{ to: `/convenios/${id}`, title }]}>
      {why && (
        <Notice kind="warning" title={say('registering.file-missing')}>
          <p>{say.dynamic(`refusal.${why}`)}</p>
        </Notice>
      )}
      <DataForm encType="multipart/form-data" labels={{ file: say('registering.file') }}>
        <FileField
          name="file"
          label={say('registering.file')}
          help={say('registering.file-help')}
          maximumBytes={maximumBytes}
          accept="application/pdf,image/jpeg,image/png"
          required
        />
        <Checkbox name="filePublic" label={say('registering.file-public')} />
        <Button>{say('registering.attach')}</Button>
      </DataForm>
    </Page>
  );
}
