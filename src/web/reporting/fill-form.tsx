import { useEffect, useMemo } from 'react';
import { Button, Buttons } from '../design/button.tsx';
import { TextArea } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { Section } from '../design/page.tsx';
import { useDraft } from '../offline/drafts.ts';
import { useSay } from '../words/words.tsx';
import { AnswerField } from './answer-field.tsx';
import { answersOfForm } from './answers-of-form.ts';
import { ComputedField } from './computed-field.tsx';
import { checkWords, type Report, type ShownCheck } from './reporting-shapes.ts';
import styles from './reporting.module.css';
import { useSaving, type Door, type Saving } from './use-saving.ts';

/** A report to be filled in: saved as it is typed, sent by its one main button. Without script its buttons save and send. */
export function FillForm({ report, door }: { report: Report; door: Door }) {
  const say = useSay();
  const saving = useSaving(door);
  const { form, restoredAt, discard } = useDraft(`report-${report.id}`);
  const cells = useMemo(
    () => report.sections.flatMap(({ items }) => items.flatMap((item) => item.cells)),
    [report.sections],
  );
  const checks = saving.checks ?? report.checks;
  const { save, state } = saving;
  useEffect(() => {
    if (state === 'saved') discard();
  }, [state, discard]);
  // What was typed when there was no line and found again is sent now.
  useEffect(() => {
    if (restoredAt === null || !form.current) return;
    for (const { cell, text } of answersOfForm(new FormData(form.current))) {
      const seen = cells.find((one) => one.cell === cell)?.answer?.version ?? null;
      if (text !== '') save(cell, text, seen);
    }
  }, [restoredAt, form, cells, save]);
  return (
    <DataForm ref={form} name="answers">
      <input type="hidden" name="version" value={report.version} />
      {report.sections.map((section) => (
        <Section key={section.key} title={section.title}>
          {section.help && <p>{section.help}</p>}
          <div className={styles.items}>
            {section.items.flatMap((item) =>
              item.kind === 'computed' ? (
                <ComputedField
                  key={item.key}
                  item={item}
                  computed={saving.computed[item.key] ?? item.computed}
                />
              ) : (
                item.cells.map((cell) => (
                  <AnswerField
                    key={cell.cell}
                    item={item}
                    cell={cell}
                    previousPeriod={report.previousPeriod}
                    fault={saving.faults[cell.cell]}
                    checks={checks.filter((check) => check.cell === cell.cell && check.code !== 'missing')}
                    version={saving.versions[cell.cell] ?? cell.answer?.version ?? null}
                    onAnswer={(text) => save(cell.cell, text, cell.answer?.version ?? null)}
                  />
                ))
              ),
            )}
          </div>
        </Section>
      ))}
      <Section title={say('reporting.before-sending')}>
        <Questioned checks={checks} />
        <SavingWords state={saving.state} />
        <Buttons>
          <Button name="_do" value="send">
            {say('reporting.send')}
          </Button>
          <Button look="plain" name="_do" value="save">
            {say('reporting.save')}
          </Button>
        </Buttons>
      </Section>
    </DataForm>
  );
}

/** What is still questioned, each with room for the reason; what was not answered is named once, and sent so only on purpose. */
function Questioned({ checks }: { checks: readonly ShownCheck[] }) {
  const say = useSay();
  const missing = checks.filter(({ code }) => code === 'missing');
  const others = checks.filter(({ code }) => code !== 'missing');
  if (checks.length === 0) return <p>{say('reporting.nothing-questioned')}</p>;
  return (
    <>
      {others.length > 0 && <p>{say('reporting.questioned-lead')}</p>}
      {others.map((check) => (
        <ReasonField key={check.key} check={check} />
      ))}
      {missing.length > 0 && (
        <details className={styles.details}>
          <summary>{say('reporting.missing-count', { count: missing.length })}</summary>
          <p>{say('reporting.missing-lead')}</p>
          {missing.map((check) => (
            <ReasonField key={check.key} check={check} />
          ))}
        </details>
      )}
    </>
  );
}

function ReasonField({ check }: { check: ShownCheck }) {
  const say = useSay();
  return (
    <TextArea
      name={`r:${check.key}`}
      label={checkWords(say, check)}
      help={say('reporting.reason-help')}
      defaultValue={check.reason ?? ''}
      rows={2}
      maxLength={1000}
    />
  );
}

function SavingWords({ state }: { state: Saving['state'] }) {
  const say = useSay();
  if (state === 'waiting')
    return (
      <Notice kind="warning" title={say('reporting.waiting')}>
        {say('reporting.waiting-lead')}
      </Notice>
    );
  return (
    <p role="status" className={styles.soft}>
      {state === 'idle' ? say('reporting.saved-as-typed') : say(`reporting.saving.${state}`)}
    </p>
  );
}
