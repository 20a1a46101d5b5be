import { redirect } from 'react-router';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Notice } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/files.route';
import { FileLines, papersOf } from './file-lines.tsx';
import { fileOf } from './life-deeds.ts';
import { addressOfAgreement, addressOfFiles } from './life-shapes.ts';
import { StrikeFileForm } from './strike-file-form.tsx';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  return call(context, 'listAgreementFiles', { agreementId: id }, request);
}

type Context = Route.ActionArgs['context'];

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const done = await strike(context, id, form);
  return done.ok ? redirect(addressOfFiles(id)) : refusedForm(done.refused, form);
}

async function strike(context: Context, agreementId: string, form: FormData) {
  const [, fileId = ''] = textOf(form, '_form').split('--');
  const at = { agreementId, fileId, version: Number(textOf(form, 'version')) };
  const said = { order: textOf(form, 'order'), original: textOf(form, 'original') as 'kept' };
  if (textOf(form, 'instead') === 'sheet')
    return attempt(context, 'withdrawFileByOrder', { ...at, body: said }, keyOf(form));
  return attempt(context, 'replaceFileByOrder', { ...at, ...said, ...(await fileOf(form)) }, keyOf(form));
}

/** The papers of an agreement, and what orders made of them. */
export default function FilesPage({
  loaderData: { agreement, files, mayStrike, version },
}: Route.ComponentProps) {
  const say = useSay();
  const papers = papersOf(files);
  return (
    <InPlace country={agreement.country}>
      <Page
        title={say('agreement-life.files')}
        crumbs={[{ to: addressOfAgreement(agreement.id), title: agreement.title }]}
        lead={say('agreement-life.files-lead')}
      >
        {agreement.example && (
          <Notice title={say('agreement-life.example')}>{say('agreement-life.example-lead')}</Notice>
        )}
        {files.length === 0 && <p>{say('agreement-life.no-files')}</p>}
        <FileLines agreementId={agreement.id} papers={papers} />
        {mayStrike && files.length > 0 && (
          <Section title={say('agreement-life.strike-files')}>
            <p>{say('agreement-life.strike-files-lead')}</p>
            {papers.map(([file]) => (
              <StrikeFileForm key={file.id} file={file} version={version} />
            ))}
          </Section>
        )}
      </Page>
    </InPlace>
  );
}
