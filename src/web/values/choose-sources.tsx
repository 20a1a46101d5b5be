import { Form, useSearchParams } from 'react-router';
import { Button } from '../design/button.tsx';
import { Select, TextInput } from '../design/field.tsx';
import { useSay } from '../words/words.tsx';
import { countryOf, type SeriesLine } from './value-shapes.ts';
import styles from './values.module.css';

/** Which two sources and which years are compared; the address holds it. */
export function ChooseSources({
  items,
  first,
  second,
}: {
  items: readonly SeriesLine[];
  first: SeriesLine;
  second: SeriesLine;
}) {
  const say = useSay();
  const [asked] = useSearchParams();
  const options = items
    .filter((one) => countryOf(one.territory.reference) === countryOf(first.territory.reference))
    .map((one) => ({ value: one.id, label: one.title }));
  if (options.length < 2) return null;
  return (
    <Form method="get" className={styles.filters}>
      <Select name="primera" label={say('figures.first')} options={options} defaultValue={first.id} />
      <Select name="segunda" label={say('figures.second')} options={options} defaultValue={second.id} />
      <TextInput
        name="desde"
        label={say('figures.from-year')}
        inputMode="numeric"
        pattern="\d{4}"
        defaultValue={asked.get('desde') ?? ''}
      />
      <TextInput
        name="hasta"
        label={say('figures.to-year')}
        inputMode="numeric"
        pattern="\d{4}"
        defaultValue={asked.get('hasta') ?? ''}
      />
      <Button look="plain">{say('figures.compare')}</Button>
    </Form>
  );
}
