import { Form, useSearchParams } from 'react-router';
import { entryKinds, entryLinks, entryStandings } from '#domain/planning/inventory.ts';
import { Button } from '../design/button.tsx';
import { Field, Select, type Option } from '../design/field.tsx';
import fieldStyles from '../design/field.module.css';
import { useSay } from '../words/words.tsx';
import styles from './planning.module.css';

/** What the address asks for: unknown words ask for nothing. */
export function filterOf(request: Request) {
  const asked = new URL(request.url).searchParams;
  const oneOf = <Value extends string>(name: string, values: readonly Value[]) =>
    values.find((value) => value === asked.get(name));
  const text = (name: string) => asked.get(name)?.trim() || undefined;
  const year = Number(text('ano') ?? NaN);
  return {
    territory: /^[A-Z]{2}(-[\w.]{1,20})?$/.test(text('lugar') ?? '') ? text('lugar') : undefined,
    below: asked.get('abajo') === 'no' ? ('no' as const) : ('yes' as const),
    organisation: /^[0-9a-f-]{36}$/.test(text('organizacion') ?? '') ? text('organizacion') : undefined,
    kind: oneOf('tipo', entryKinds),
    link: oneOf('vinculo', entryLinks),
    year: Number.isInteger(year) && year >= 1990 && year <= 2100 ? year : undefined,
    standing: oneOf('estado', entryStandings) ?? 'current',
    text: text('texto')?.slice(0, 200),
  };
}

/** Which entries to show; the address holds it, so that it can be sent to a colleague. */
export function InventoryFilter({
  places,
  organisations,
  mayKeep,
}: {
  places: readonly Option[];
  organisations: readonly Option[];
  mayKeep: boolean;
}) {
  const say = useSay();
  const [asked] = useSearchParams();
  const all = { value: '', label: say('inventory.all') };
  const listed = (name: string, word: string, values: readonly string[]) => (
    <Select
      name={name}
      label={say.dynamic(`inventory.${word}`)}
      options={[
        ...(word === 'standing' ? [] : [all]),
        ...values.map((value) => ({ value, label: say.dynamic(`inventory.${word}.${value}`) })),
      ]}
      defaultValue={asked.get(name) ?? (word === 'standing' ? 'current' : '')}
    />
  );
  const standings = entryStandings.filter((standing) => standing !== 'annulled' || mayKeep);
  return (
    <Form method="get" className={styles.filters}>
      <Select
        name="lugar"
        label={say('inventory.where')}
        options={[{ value: '', label: say('inventory.everywhere') }, ...places]}
        defaultValue={asked.get('lugar') ?? ''}
      />
      <Select
        name="organizacion"
        label={say('inventory.organisation')}
        options={[all, ...organisations]}
        defaultValue={asked.get('organizacion') ?? ''}
      />
      {listed('vinculo', 'link', entryLinks)}
      {listed('tipo', 'kind', entryKinds)}
      {listed('estado', 'standing', standings)}
      <Words name="ano" label={say('inventory.year')} isYear />
      <Words name="texto" label={say('inventory.text')} />
      <Button look="plain">{say('inventory.filter')}</Button>
    </Form>
  );
}

function Words({ name, label, isYear = false }: { name: string; label: string; isYear?: boolean }) {
  const [asked] = useSearchParams();
  return (
    <Field name={name} label={label} optional={false}>
      {(control) => (
        <input
          {...control}
          type={isYear ? 'text' : 'search'}
          inputMode={isYear ? 'numeric' : undefined}
          maxLength={isYear ? 4 : 200}
          defaultValue={asked.get(name) ?? ''}
          className={fieldStyles.control}
        />
      )}
    </Field>
  );
}
