import { Link } from 'react-router';
import { address, call } from '../api.ts';
import { countryOf } from '../actors/actor-shapes.ts';
import { ButtonLink } from '../design/button.tsx';
import { DefinitionList } from '../design/definition-list.tsx';
import { Page } from '../design/page.tsx';
import { InPlace, useFormat, useSay } from '../words/words.tsx';
import type { Route } from './+types/report.route';
import { ReportView } from './report-view.tsx';
import styles from './reports.module.css';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const report = await call(context, 'getBulletin', { bulletin: id, format: 'json' }, request);
  if ('bytes' in report) throw new TypeError('a page was asked for, not a file');
  const file = (format: 'pdf' | 'docx') => address(context, 'getBulletin', { bulletin: id, format });
  return { report, pdf: file('pdf'), docx: file('docx') };
}

/** A kept report: what it said on the day on which it was kept, and how to prove it. */
export default function ReportPage({ loaderData: { report, pdf, docx } }: Route.ComponentProps) {
  const say = useSay();
  const format = useFormat();
  return (
    <InPlace country={countryOf(report.territory.reference)}>
      <Page
        title={report.title}
        crumbs={[{ to: '/informes', title: say('reports.title') }]}
        state={<span>{say('reports.kept-on', { day: format.day(format.dayOf(report.madeAt)) })}</span>}
        lead={say('reports.kept-notice')}
        actions={
          <>
            <ButtonLink file to={pdf}>
              {say('reports.download-pdf')}
            </ButtonLink>
            <ButtonLink file to={docx}>
              {say('reports.download-docx')}
            </ButtonLink>
          </>
        }
      >
        <DefinitionList
          facts={[
            {
              term: say('documents.code'),
              value: <Link to={`/verificar/${report.code}`}>{report.code}</Link>,
            },
            { term: say('documents.hash'), value: <span className={styles.hash}>{report.hash}</span> },
          ]}
        />
        <ReportView blocks={report.blocks} />
      </Page>
    </InPlace>
  );
}
