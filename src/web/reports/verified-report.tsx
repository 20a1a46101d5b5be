import { Link } from 'react-router';
import type { Answer } from '../api.ts';
import { DefinitionList } from '../design/definition-list.tsx';
import { Notice } from '../design/notice.tsx';
import { InPlace, useFormat, useSay } from '../words/words.tsx';
import { Page } from '../design/page.tsx';
import styles from './reports.module.css';

/** What the code on a report leads to. */
export function VerifiedReport({ code, report }: { code: string; report: Answer<'verifyBulletin'> }) {
  const say = useSay();
  const format = useFormat();
  return (
    <InPlace country={report.country}>
      <Page
        title={report.title}
        crumbs={[{ to: '/verificar', title: say('documents.verify') }]}
        state={<span>{code}</span>}
        lead={say('reports.verify-lead')}
      >
        {report.isExample && <Notice>{say('documents.verify-example')}</Notice>}
        <Notice kind={report.isUnchanged ? 'done' : 'warning'}>
          {say(report.isUnchanged ? 'reports.verify-good' : 'reports.verify-bad')}
        </Notice>
        <DefinitionList
          facts={[
            { term: say('reports.column.quarter'), value: report.quarter },
            { term: say('reports.column.audience'), value: say(`reports.audience.${report.audience}`) },
            { term: say('reports.column.made'), value: format.moment(report.madeAt) },
            { term: say('documents.hash'), value: <span className={styles.hash}>{report.hash}</span> },
          ]}
        />
        {report.id && (
          <p>
            <Link to={`/informes/${report.id}`}>{say('reports.open')}</Link>
          </p>
        )}
      </Page>
    </InPlace>
  );
}
