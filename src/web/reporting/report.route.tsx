import { useMemo } from 'react';
import { address, call, textOf } from '../api.ts';
import { Notice } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { usePeriod } from '../words/use-period.ts';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/report.route';
import { FillForm } from './fill-form.tsx';
import { ReportAnswers } from './report-answers.tsx';
import { decide, saveAndSend, takeWorkbook, tendLinks } from './report-deeds.ts';
import { ReportHistory, ReportState, ReportSteps } from './report-head.tsx';
import { addressOfCycle } from './reporting-shapes.ts';
import { ReopenForm, ReviewForm } from './review-form.tsx';
import { Links, Workbook } from './without-line.tsx';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const report = await call(context, 'getReport', { report: id }, request);
  const links = report.mayFill
    ? await call(context, 'listReportLinks', { report: id }, request)
    : { items: [] };
  return { report, links: links.items, template: address(context, 'getReportTemplate', { report: id }) };
}

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const name = textOf(form, '_form');
  if (name === 'answers') return saveAndSend(context, id, form);
  if (name === 'upload') return takeWorkbook(context, id, form);
  if (name === 'link' || name.startsWith('revoke-')) return tendLinks(context, id, form);
  return decide(context, id, form);
}

/** One report: for whoever fills it in, for whoever decides on it, and to read. */
export default function ReportPage({ loaderData, actionData }: Route.ComponentProps) {
  const { report, links, template } = loaderData;
  const say = useSay();
  const period = usePeriod();
  const subject = report.holder ?? report.territory.name;
  const door = useMemo(() => ({ path: `/api/cycle-reports/${report.id}/answers`, with: {} }), [report.id]);
  const uploaded = actionData && 'uploaded' in actionData ? actionData.uploaded : undefined;
  const isToDecide = report.possible.includes('returned');
  return (
    <InPlace country={report.territory.reference.slice(0, 2)}>
      <Page
        title={`${subject}: ${period(report.period)}`}
        lead={report.cycle.title}
        crumbs={[
          { to: '/ciclos', title: say('reporting.title') },
          { to: addressOfCycle(report.cycle.id), title: report.cycle.title },
        ]}
        state={<ReportState report={report} />}
      >
        {report.example && <Notice title={say('reporting.example')}>{say('reporting.example-lead')}</Notice>}
        {report.mayFill ? (
          <>
            <FillForm
              key={uploaded === undefined ? 'typed' : `uploaded-${report.version}`}
              report={report}
              door={door}
            />
            <Workbook template={template} uploaded={uploaded && say('reporting.uploaded', uploaded)} />
            <Links links={links} made={actionData && 'link' in actionData ? actionData : undefined} />
          </>
        ) : isToDecide ? (
          <ReviewForm report={report} />
        ) : (
          <ReportAnswers report={report} withRemarks={false} />
        )}
        <Section title={say('reporting.way')}>
          <ReportSteps report={report} />
        </Section>
        {report.possible.includes('reopened') && <ReopenForm report={report} />}
        <Section title={say('reporting.history')}>
          <ReportHistory report={report} />
        </Section>
      </Page>
    </InPlace>
  );
}
