import { Button, Buttons } from '../design/button.tsx';
import { Checkbox, TextArea } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Section } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import { ReportAnswers } from './report-answers.tsx';
import type { Report } from './reporting-shapes.ts';

/** A report to be decided on: approved, or returned with remarks on the very figures. */
export function ReviewForm({ report }: { report: Report }) {
  const say = useSay();
  const may = (act: Report['possible'][number]) => report.possible.includes(act);
  return (
    <>
      {may('approved') && (
        <DataForm name="approve">
          <input type="hidden" name="version" value={report.version} />
          <Buttons>
            <Button>{say('reporting.approve')}</Button>
          </Buttons>
        </DataForm>
      )}
      {may('returned') && !may('approved') && <p>{say('reporting.other-eyes')}</p>}
      <DataForm name="return">
        <input type="hidden" name="version" value={report.version} />
        <ReportAnswers report={report} withRemarks />
        <Section title={say('reporting.return')}>
          <p>{say('reporting.return-lead')}</p>
          <TextArea name="reason" label={say('reporting.return-reason')} rows={3} maxLength={1000} />
          <Checkbox name="confirmText" label={say('reporting.confirm-text')} />
          <Buttons>
            <Button look="plain">{say('reporting.return')}</Button>
          </Buttons>
        </Section>
      </DataForm>
    </>
  );
}

/** An approved report is opened again only with a reason. */
export function ReopenForm({ report }: { report: Report }) {
  const say = useSay();
  return (
    <Section title={say('reporting.reopen')}>
      <p>{say('reporting.reopen-lead')}</p>
      <DataForm name="reopen">
        <input type="hidden" name="version" value={report.version} />
        <TextArea name="reason" label={say('reporting.reason')} required rows={3} maxLength={1000} />
        <Checkbox name="confirmText" label={say('reporting.confirm-text')} />
        <Buttons>
          <Button look="plain">{say('reporting.reopen')}</Button>
        </Buttons>
      </DataForm>
    </Section>
  );
}
