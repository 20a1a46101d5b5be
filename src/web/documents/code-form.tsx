import { Form } from 'react-router';
import { Button } from '../design/button.tsx';
import { Field } from '../design/field.tsx';
import fieldStyles from '../design/field.module.css';
import { useSay } from '../words/words.tsx';
import styles from './documents.module.css';

/** Where the code of a document is typed. */
export function CodeForm({ code = '' }: { code?: string }) {
  const say = useSay();
  return (
    <Form method="get" action="/verificar" className={styles.filters}>
      <Field
        name="codigo"
        label={say('documents.verify-code')}
        help={say('documents.verify-code-help')}
        optional={false}
      >
        {(control) => (
          <input
            {...control}
            type="text"
            required
            minLength={4}
            maxLength={40}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            defaultValue={code}
            className={fieldStyles.control}
          />
        )}
      </Field>
      <Button>{say('documents.verify-do')}</Button>
    </Form>
  );
}
