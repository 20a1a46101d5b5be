import { Form, useSearchParams } from 'react-router';
import { agreementStandings } from '#domain/agreements/lifecycle.ts';
import { agreementKinds } from '#domain/agreements/vocabulary.ts';
import { Button } from '../design/button.tsx';
import { Field, Select, type Option } from '../design/field.tsx';
import fieldStyles from '../design/field.module.css';
import { useSay } from '../words/words.tsx';
import styles from './agreements.module.css';

const endings = ['30', '90', '180'] as const;
const reference = /^[A-Z]{2}(-[0-9A-Z]+)?$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What the address asks for: unknown words ask for nothing. */
export function filterOf(request: Request) {
  const asked = new URL(request.url).searchParams;
  const oneOf = <Value extends string>(name: string, values: readonly Value[]) =>
    values.find((value) => value === asked.get(name));
  const fitting = (name: string, form: RegExp) => {
    const value = asked.get(name) ?? '';
    return form.test(value) ? value : undefined;
  };
  return {
    standing: oneOf('estado', agreementStandings),
    kind: oneOf('clase', agreementKinds),
    ending: oneOf('vence', endings),
    territory: fitting('territorio', reference),
    party: fitting('parte', uuid),
    line: fitting('linea', uuid),
    text: asked.get('texto')?.trim().slice(0, 200) || undefined,
  };
}

/** Which agreements to show; the address holds it, so that it can be sent to a colleague. */
export function AgreementsFilter({ territories }: { territories: readonly Option[] }) {
  const say = useSay();
  const [asked] = useSearchParams();
  const all = { value: '', label: say('agreement-pages.all') };
  const words = (prefix: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: say.dynamic(`agreements.${prefix}.${value}`) }));
  const kept = (['parte', 'linea'] as const).filter((name) => asked.has(name));
  return (
    <Form method="get" className={styles.filters}>
      {kept.map((name) => (
        <input key={name} type="hidden" name={name} value={asked.get(name) ?? ''} />
      ))}
      <Select
        name="estado"
        label={say('agreement-pages.standing')}
        options={[all, ...words('standing', agreementStandings)]}
        defaultValue={asked.get('estado') ?? ''}
      />
      <Select
        name="clase"
        label={say('agreement-pages.kind')}
        options={[all, ...words('kind', agreementKinds)]}
        defaultValue={asked.get('clase') ?? ''}
      />
      <Select
        name="vence"
        label={say('agreement-pages.ending')}
        options={[
          all,
          ...endings.map((value) => ({
            value,
            label: say('agreement-pages.within', { days: Number(value) }),
          })),
        ]}
        defaultValue={asked.get('vence') ?? ''}
      />
      <Select
        name="territorio"
        label={say('agreement-pages.territory')}
        options={[all, ...territories]}
        defaultValue={asked.get('territorio') ?? ''}
      />
      <Field name="texto" label={say('agreement-pages.text')} optional={false}>
        {(control) => (
          <input
            {...control}
            type="search"
            maxLength={200}
            defaultValue={asked.get('texto') ?? ''}
            className={fieldStyles.control}
          />
        )}
      </Field>
      <Button look="plain">{say('agreement-pages.filter')}</Button>
    </Form>
  );
}
