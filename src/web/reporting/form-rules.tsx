import { Button, Buttons } from '../design/button.tsx';
import { Select, TextInput } from '../design/field.tsx';
import { DataForm, FieldGroup } from '../design/form.tsx';
import { Empty } from '../design/notice.tsx';
import { useSay } from '../words/words.tsx';
import styles from './reporting.module.css';
import { places, settable, type ReportForm } from './written-form.ts';

/** The rules between the figures of a form, in words; for whoever may, with room for one more and a way to take one away. */
export function FormRules({ form, mayChange }: { form: ReportForm; mayChange: boolean }) {
  const say = useSay();
  const { rules } = form.content;
  return (
    <>
      {rules.length === 0 && (
        <Empty title={say('reporting.no-rules')}>
          <p>{say('reporting.no-rules-lead')}</p>
        </Empty>
      )}
      {rules.length > 0 && (
        <ul className={styles.history}>
          {rules.map(({ key, words }) => (
            <li key={key}>
              {words}
              {mayChange && (
                <DataForm name={`drop-${key}`}>
                  <input type="hidden" name="version" value={form.version} />
                  <Buttons>
                    <Button look="quiet" aria-label={`${say('reporting.drop-rule')}: ${words}`}>
                      {say('reporting.drop-rule')}
                    </Button>
                  </Buttons>
                </DataForm>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayChange && <NewRule form={form} />}
    </>
  );
}

function NewRule({ form }: { form: ReportForm }) {
  const say = useSay();
  const figures = form.content.sections.flatMap((section) =>
    section.items
      .filter(({ kind }) => kind === 'indicator' || kind === 'number')
      .map(({ key, label }) => ({ value: key, label, group: section.title })),
  );
  if (figures.length < 2) return <p>{say('reporting.rules-need-two')}</p>;
  const side = (name: keyof typeof places) =>
    Array.from({ length: places[name] }, (_, index) => (
      <Select
        key={index}
        name={`${name}${index}`}
        label={say(index === 0 ? 'reporting.rule-figure' : 'reporting.rule-plus')}
        options={figures}
        empty={say('reporting.choose')}
        required={index === 0}
      />
    ));
  return (
    <details className={styles.details}>
      <summary>{say('reporting.new-rule')}</summary>
      <DataForm name="rule">
        <input type="hidden" name="version" value={form.version} />
        <FieldGroup legend={say('reporting.rule-left')}>{side('left')}</FieldGroup>
        <Select
          name="kind"
          label={say('reporting.rule-kind')}
          options={settable.map((value) => ({ value, label: say(`reporting.rule-kind.${value}`) }))}
        />
        <FieldGroup legend={say('reporting.rule-right')}>{side('right')}</FieldGroup>
        <TextInput
          name="words"
          label={say('reporting.rule-in-words')}
          help={say('reporting.rule-in-words-help')}
          minLength={3}
          maxLength={300}
        />
        <Buttons>
          <Button look="plain">{say('reporting.add-rule')}</Button>
        </Buttons>
      </DataForm>
    </details>
  );
}
