import { viewAudiences } from '#domain/analysis/view.ts';
import { Button } from '../design/button.tsx';
import { Select, TextInput } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { useSay } from '../words/words.tsx';
import styles from './charts.module.css';

/** Keeps what is looked at under a title. */
export function SaveView({ query, isOpen }: { query: string; isOpen: boolean }) {
  const say = useSay();
  return (
    <details className={styles.more} open={isOpen}>
      <summary>{say('analysis.save')}</summary>
      <DataForm name="save-view">
        <input type="hidden" name="query" value={query} />
        <TextInput name="title" label={say('analysis.save-title')} required minLength={3} maxLength={200} />
        <TextInput name="note" label={say('analysis.save-note')} maxLength={1000} />
        <AudienceSelect />
        <Button>{say('analysis.save')}</Button>
      </DataForm>
    </details>
  );
}

/** For whom a view is kept. */
export function AudienceSelect({ defaultValue = 'own' }: { defaultValue?: string }) {
  const say = useSay();
  return (
    <Select
      name="audience"
      label={say('analysis.save-for')}
      required
      options={viewAudiences.map((one) => ({ value: one, label: say(`analysis.audience.${one}`) }))}
      defaultValue={defaultValue}
    />
  );
}
