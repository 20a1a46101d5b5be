import { Button, Buttons } from '../design/button.tsx';
import { Checkbox, FileField, TextArea, TextInput } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Section } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import styles from './surveys.module.css';

/** Answering for the reading of people's answers. */
export function ConfirmSurvey() {
  const say = useSay();
  return (
    <DataForm name="confirm">
      <TextArea name="purpose" label={say('surveys.field.purpose')} required rows={2} />
      <TextInput name="legalBasis" label={say('surveys.field.basis')} required />
      <TextInput name="whoMaySee" label={say('surveys.field.who')} required />
      <Checkbox name="noIdentifiers" label={say('surveys.no-identifiers')} />
      <Buttons>
        <Button look="plain">{say('surveys.confirm')}</Button>
      </Buttons>
    </DataForm>
  );
}

const mostBytes = 50_000_000;

export function ReadAnswers() {
  const say = useSay();
  return (
    <Section title={say('surveys.read')}>
      <p>{say('surveys.read-lead')}</p>
      <DataForm name="read" encType="multipart/form-data">
        <FileField
          name="file"
          label={say('surveys.file')}
          accept=".csv,.gz"
          maximumBytes={mostBytes}
          required
        />
        <Buttons>
          <Button>{say('surveys.read-do')}</Button>
        </Buttons>
      </DataForm>
    </Section>
  );
}

export function RecordEstimate() {
  const say = useSay();
  return (
    <Section title={say('surveys.record')}>
      <DataForm name="record">
        <div className={styles.pair}>
          <TextInput name="indicator" label={say('surveys.field.indicator')} required />
          <TextInput name="value" label={say('surveys.field.value')} inputMode="decimal" required />
          <TextInput name="low" label={say('surveys.field.low')} inputMode="decimal" />
          <TextInput name="high" label={say('surveys.field.high')} inputMode="decimal" />
        </div>
        <p>{say('surveys.field.interval-help')}</p>
        <Buttons>
          <Button look="plain">{say('surveys.record-do')}</Button>
        </Buttons>
      </DataForm>
    </Section>
  );
}
