import { attempt, call, keyOf, pageOfRequest, refusedForm, textOf, address } from '../api.ts';
import { Page, Section } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/import.route';
import { findPlace, territoryChoices } from './territory-choices.ts';
import { ImportForm } from './import-form.tsx';
import { Applied, Faults, ImportPreview, PastImports } from './import-report.tsx';
import { carriedFile, sentFile } from './import-file.ts';
import { openFormTo } from './may-edit.ts';

const kinds = ['organisations', 'structures', 'people'] as const;
type Kind = (typeof kinds)[number];

export async function loader({ context, request }: Route.LoaderArgs) {
  openFormTo(context, request, 'import');
  const home = pageOfRequest(context).visitor?.home.reference ?? '';
  const wanted = new URL(request.url).searchParams.get('territorio') ?? home;
  const asked = wanted === home ? null : await findPlace(context, wanted, request);
  const [territories, runs] = await Promise.all([
    territoryChoices(context, home, asked, request),
    call(context, 'listImportRuns', { limit: 50 }, request),
  ]);
  const templates = kinds.map((of) => ({
    of,
    href: address(context, 'exportActors', { of, territory: wanted, format: 'xlsx' }),
  }));
  const past = runs.items.filter((run) => isKind(run.kind) && run.standing === 'applied').slice(0, 10);
  return { territories, territory: wanted, templates, past };
}

const isKind = (text: string): text is Kind => (kinds as readonly string[]).includes(text);

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const key = keyOf(form);
  if (textOf(form, '_form').startsWith('revoke')) {
    const revoked = await attempt(context, 'revokeActorsImport', { runId: textOf(form, 'runId') }, key);
    return revoked.ok ? { revoked: true } : refusedForm(revoked.refused, form);
  }
  const file = await sentFile(form);
  const of = textOf(form, 'of');
  const given = {
    of: isKind(of) ? of : 'organisations',
    territory: textOf(form, 'territory'),
    ...file,
  } as const;
  if (textOf(form, '_form') === 'apply') {
    const done = await attempt(context, 'importActors', given, key);
    return done.ok ? { applied: done.answer } : refusedForm(done.refused, form);
  }
  const preview = await attempt(context, 'previewActorsImport', given, {});
  if (!preview.ok) return refusedForm(preview.refused, form);
  const chosen = { of: given.of, territory: given.territory, fileName: file.fileName };
  return { preview: { report: preview.answer, chosen, carried: carriedFile(file.bytes) } };
}

export default function ImportActors({ loaderData, actionData }: Route.ComponentProps) {
  const { territories, territory, templates, past } = loaderData;
  const say = useSay();
  const preview = actionData && 'preview' in actionData ? actionData.preview : null;
  return (
    <Page
      title={say('actor-pages.import')}
      lead={say('actor-pages.import-lead')}
      crumbs={[{ to: '/actores', title: say('actor-pages.title') }]}
    >
      {actionData && 'revoked' in actionData && <p role="status">{say('actor-pages.import-revoked')}</p>}
      {actionData && 'applied' in actionData && <Applied report={actionData.applied} />}
      {actionData && 'refused' in actionData && <Faults refused={actionData.refused} />}
      {preview ? (
        <ImportPreview report={preview.report} chosen={preview.chosen} carried={preview.carried} />
      ) : (
        <Section title={say('actor-pages.import-file')}>
          <ImportForm territories={territories} territory={territory} templates={templates} />
        </Section>
      )}
      {past.length > 0 && <PastImports runs={past} />}
    </Page>
  );
}
