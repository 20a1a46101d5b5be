import { Form } from 'react-router';
import { Button } from '../design/button.tsx';
import { DateField, Select, type Option } from '../design/field.tsx';
import { useSay } from '../words/words.tsx';
import styles from './compliance.module.css';

/** Of what the figures are told; the address holds it, so that it can be sent to a colleague. */
export function ComplianceFilter({
  asked,
  territories,
  parties,
  lines,
}: {
  asked: {
    readonly territory: string;
    readonly agreement: string | undefined;
    readonly party: string | undefined;
    readonly line: string | undefined;
    readonly from: string | undefined;
    readonly to: string | undefined;
  };
  territories: readonly Option[];
  parties: readonly Option[];
  lines: readonly { readonly id: string; readonly title: string }[];
}) {
  const say = useSay();
  return (
    <Form method="get" className={styles.row} key={JSON.stringify(asked)}>
      {asked.agreement !== undefined && <input type="hidden" name="convenio" value={asked.agreement} />}
      <Select
        name="territorio"
        label={say('compliance.territory')}
        options={territories}
        defaultValue={asked.territory}
      />
      <Select
        name="quien"
        label={say('compliance.party')}
        options={[{ value: '', label: say('compliance.any-party') }, ...parties]}
        defaultValue={asked.party ?? ''}
      />
      {lines.length > 0 && (
        <Select
          name="linea"
          label={say('compliance.line')}
          options={[
            { value: '', label: say('compliance.all') },
            ...lines.map(({ id, title }) => ({ value: id, label: title })),
          ]}
          defaultValue={asked.line ?? ''}
        />
      )}
      <DateField name="desde" label={say('compliance.from')} defaultValue={asked.from} />
      <DateField name="hasta" label={say('compliance.to')} defaultValue={asked.to} />
      <Button look="plain">{say('compliance.filter')}</Button>
    </Form>
  );
}
