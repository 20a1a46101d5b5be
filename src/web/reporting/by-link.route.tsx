import { useMemo } from 'react';
import { data, redirect } from 'react-router';
import { address, attempt, call, refusedForm, textOf } from '../api.ts';
import { Notice } from '../design/notice.tsx';
import { Page } from '../design/page.tsx';
import { usePeriod } from '../words/use-period.ts';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/by-link.route';
import { answersOfForm, besideFields, reasonsOfForm, withCells } from './answers-of-form.ts';
import { FillForm } from './fill-form.tsx';
import { workbookOf, workbookType } from './report-deeds.ts';
import { ReportState } from './report-head.tsx';
import { Workbook } from './without-line.tsx';

export async function loader({ context, params: { secret }, request }: Route.LoaderArgs) {
  if (new URL(request.url).searchParams.has('enviado')) return { report: null, template: '', secret };
  const report = await call(context, 'enterByReportLink', { body: { secret } }, request);
  return { report, template: address(context, 'useReportLinkForTemplate', { secret }), secret };
}

export async function action({ context, params: { secret }, request }: Route.ActionArgs) {
  const form = await request.formData();
  if (textOf(form, '_form') === 'upload') {
    const { bytes, fileName } = await workbookOf(form);
    const given = { secret, bytes, fileName, mediaType: workbookType };
    const done = await attempt(context, 'useReportLinkToUpload', given);
    return done.ok ? data({ uploaded: done.answer }) : refusedForm(withCells(done.refused), form);
  }
  const body = { secret, answers: answersOfForm(form) };
  const saved = await attempt(context, 'useReportLinkToSave', { body });
  if (!saved.ok) return refusedForm(besideFields(saved.refused, 'a:'), form);
  if (textOf(form, '_do') !== 'send') return redirect(`/reportar/${secret}`);
  const sent = await attempt(context, 'useReportLinkToSend', {
    body: { secret, reasons: reasonsOfForm(form) },
  });
  return sent.ok
    ? redirect(`/reportar/${secret}?enviado`)
    : refusedForm(besideFields(sent.refused, 'r:'), form);
}

/** The one report that a one-time link opens, for an office without an account. */
export default function ByLinkPage({ loaderData, actionData }: Route.ComponentProps) {
  const { report, template, secret } = loaderData;
  const say = useSay();
  const period = usePeriod();
  const door = useMemo(() => ({ path: '/api/report-links/use/answers', with: { secret } }), [secret]);
  if (!report)
    return (
      <Page title={say('reporting.thanks')}>
        <Notice kind="done">{say('reporting.thanks-lead')}</Notice>
      </Page>
    );
  const uploaded = actionData && 'uploaded' in actionData ? actionData.uploaded : undefined;
  return (
    <InPlace country={report.territory.reference.slice(0, 2)}>
      <Page
        title={`${report.holder ?? report.territory.name}: ${period(report.period)}`}
        lead={report.cycle.title}
        state={<ReportState report={report} />}
      >
        {report.example && <Notice title={say('reporting.example')}>{say('reporting.example-lead')}</Notice>}
        <Notice>{say('reporting.link-lead')}</Notice>
        <FillForm
          key={uploaded === undefined ? 'typed' : `uploaded-${report.version}`}
          report={report}
          door={door}
        />
        <Workbook template={template} uploaded={uploaded && say('reporting.uploaded', uploaded)} />
      </Page>
    </InPlace>
  );
}
