import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { Button, Buttons, ButtonLink } from '../design/button.tsx';
import { Field, Select, type Option } from '../design/field.tsx';
import fieldStyles from '../design/field.module.css';
import { useSay } from '../words/words.tsx';
import styles from './actors.module.css';

/** What a list is narrowed by: words and a territory always, the rest behind one door. A plain form, so that every view has an address. */
export function ListFilters({
  address,
  text,
  territory,
  territories,
  isNarrowed,
  more,
}: {
  address: string;
  text: string;
  territory: string;
  territories: readonly Option[];
  isNarrowed: boolean;
  more?: ReactNode;
}) {
  const say = useSay();
  return (
    // Drawn anew for each view, so that the fields say what is shown.
    <Form method="get" action={address} key={`${territory} ${text} ${isNarrowed}`} role="search">
      <div className={styles.filters}>
        <Field name="texto" label={say('actor-pages.text')} optional={false}>
          {(control) => (
            <input
              {...control}
              type="search"
              maxLength={200}
              defaultValue={text}
              className={fieldStyles.control}
            />
          )}
        </Field>
        <Select
          name="territorio"
          label={say('actor-pages.territory')}
          options={territories}
          defaultValue={territory}
        />
        {more && (
          <details className={`${styles.more} ${styles.wide}`} open={isNarrowed}>
            <summary>{say('actor-pages.more-filters')}</summary>
            <div className={styles.filters}>{more}</div>
          </details>
        )}
        <div className={styles.wide}>
          <Buttons>
            <Button look="plain" icon="search">
              {say('shared.search')}
            </Button>
            {(isNarrowed || text !== '') && (
              <ButtonLink look="quiet" to={`${address}?territorio=${encodeURIComponent(territory)}`}>
                {say('actor-pages.clear-filters')}
              </ButtonLink>
            )}
          </Buttons>
        </div>
      </div>
    </Form>
  );
}

/** A filter of a closed list; nothing chosen means all. */
export function Narrow({
  name,
  label,
  options,
  value,
}: {
  name: string;
  label: string;
  options: readonly Option[];
  value: string | undefined;
}) {
  const say = useSay();
  return (
    <Select
      name={name}
      label={label}
      options={[{ value: '', label: say('shared.all') }, ...options]}
      defaultValue={value ?? ''}
    />
  );
}
