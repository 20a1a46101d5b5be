import { Form } from 'react-router';
import { Button } from '../design/button.tsx';
import { Select, type Option } from '../design/field.tsx';
import { useSay } from '../words/words.tsx';
import styles from './indicators.module.css';

/** Of which territory a page tells; the address holds it, so that it can be sent to a colleague. */
export function PlaceForm({ territories, chosen }: { territories: readonly Option[]; chosen: string }) {
  const say = useSay();
  return (
    <Form method="get" className={styles.place} key={chosen}>
      <Select
        name="territorio"
        label={say('indicators.territory')}
        options={territories}
        defaultValue={chosen}
      />
      <Button look="plain">{say('indicators.see')}</Button>
    </Form>
  );
}
