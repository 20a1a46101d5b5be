import { Section } from '../design/page.tsx';
import { TextArea } from '../design/field.tsx';
import { usePeriod } from '../words/use-period.ts';
import { useFormat, useSay } from '../words/words.tsx';
import { ComputedValue } from './computed-field.tsx';
import { answerWords, cellWords, checkWords, type Report } from './reporting-shapes.ts';
import styles from './reporting.module.css';

/** What was answered, with what was told before and what was questioned beside it; for whoever reviews, room for a remark. */
export function ReportAnswers({ report, withRemarks }: { report: Report; withRemarks: boolean }) {
  const say = useSay();
  const period = usePeriod();
  const format = useFormat();
  return report.sections.map((section) => (
    <Section key={section.key} title={section.title}>
      <dl className={styles.told}>
        {section.items.flatMap((item) =>
          item.kind === 'computed' ? (
            <div key={item.key}>
              <dt>{item.label}</dt>
              <dd>
                <ComputedValue item={item} computed={item.computed} />
              </dd>
            </div>
          ) : (
            item.cells.map((cell) => (
              <div key={cell.cell}>
                <dt>{cellWords(item, cell)}</dt>
                <dd>
                  <strong>
                    {answerWords(say, format, item, cell.answer)}
                    {cell.answer?.number != null && item.unit !== null && ` ${item.unit}`}
                  </strong>
                  {cell.previous && (
                    <small className={styles.soft}>
                      {say('reporting.previous-value', {
                        period: period(report.previousPeriod),
                        value: format.number(cell.previous.value, item.decimals),
                      })}
                    </small>
                  )}
                  {report.checks
                    .filter((check) => check.cell === cell.cell)
                    .map((check) => (
                      <p key={check.key} className={styles.question}>
                        {checkWords(say, check)}
                        {check.reason !== null &&
                          ` ${say('reporting.reason-given', { reason: check.reason })}`}
                      </p>
                    ))}
                  {cell.remarks.map((remark) => (
                    <p key={remark} className={styles.remark}>
                      <strong>{say('reporting.remark')}</strong> {remark}
                    </p>
                  ))}
                  {withRemarks && (
                    <details className={styles.details}>
                      <summary aria-label={`${say('reporting.make-remark')}: ${cellWords(item, cell)}`}>
                        {say('reporting.make-remark')}
                      </summary>
                      <TextArea
                        name={`m:${cell.cell}`}
                        label={say('reporting.remark-on', { item: cellWords(item, cell) })}
                        rows={2}
                        maxLength={1000}
                      />
                    </details>
                  )}
                </dd>
              </div>
            ))
          ),
        )}
      </dl>
    </Section>
  ));
}
