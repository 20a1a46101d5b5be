import { Form, useSearchParams } from 'react-router';
import { affectedGroups, needStandings, priorities, violenceKinds } from '#domain/diagnosis/vocabulary.ts';
import { Button } from '../design/button.tsx';
import { Field, Select } from '../design/field.tsx';
import fieldStyles from '../design/field.module.css';
import { useSay } from '../words/words.tsx';
import styles from './needs.module.css';

const lists = {
  prioridad: { word: 'priority', values: priorities },
  grupo: { word: 'group', values: affectedGroups },
  violencia: { word: 'violence', values: violenceKinds },
} as const;

/** What the address asks for: unknown words ask for nothing. */
export function filterOf(request: Request) {
  const asked = new URL(request.url).searchParams;
  const oneOf = <Value extends string>(name: string, values: readonly Value[]) =>
    values.find((value) => value === asked.get(name));
  return {
    priority: oneOf('prioridad', priorities),
    group: oneOf('grupo', affectedGroups),
    violence: oneOf('violencia', violenceKinds),
    standing: oneOf('estado', needStandings) ?? 'current',
    below: asked.get('donde') === 'aqui' ? ('no' as const) : ('yes' as const),
    text: asked.get('texto')?.trim().slice(0, 200) || undefined,
  };
}

/** Which needs to show; the address holds it, so that it can be sent to a colleague. */
export function NeedsFilter({ mayEdit }: { mayEdit: boolean }) {
  const say = useSay();
  const [asked] = useSearchParams();
  const labels = {
    prioridad: say('needs.priority'),
    grupo: say('needs.groups'),
    violencia: say('needs.violence'),
  };
  const standings = needStandings.filter((standing) => standing !== 'draft' || mayEdit);
  return (
    <Form method="get" className={styles.filters}>
      {(['prioridad', 'grupo', 'violencia'] as const).map((name) => (
        <Select
          key={name}
          name={name}
          label={labels[name]}
          options={[
            { value: '', label: say('needs.all') },
            ...lists[name].values.map((value) => ({
              value,
              label: say.dynamic(`diagnosis.${lists[name].word}.${value}`),
            })),
          ]}
          defaultValue={asked.get(name) ?? ''}
        />
      ))}
      <Select
        name="estado"
        label={say('needs.standing')}
        options={standings.map((value) => ({ value, label: say.dynamic(`diagnosis.standing.${value}`) }))}
        defaultValue={asked.get('estado') ?? 'current'}
      />
      <Select
        name="donde"
        label={say('needs.where')}
        options={[
          { value: 'todo', label: say('needs.here-and-below') },
          { value: 'aqui', label: say('needs.only-here') },
        ]}
        defaultValue={asked.get('donde') ?? 'todo'}
      />
      <Field name="texto" label={say('needs.text')} optional={false}>
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
      <Button look="plain">{say('needs.filter')}</Button>
    </Form>
  );
}
