import { Form, useSearchParams } from 'react-router';
import { frameworks, indicatorStandings, topics } from '#domain/indicators/vocabulary.ts';
import type { Answer } from '../api.ts';
import { Button } from '../design/button.tsx';
import { Checkbox, Field, Select } from '../design/field.tsx';
import fieldStyles from '../design/field.module.css';
import { useSay } from '../words/words.tsx';
import styles from './indicators.module.css';

/** What the address asks for: unknown words ask for nothing. */
export function filterOf(request: Request) {
  const asked = new URL(request.url).searchParams;
  const oneOf = <Value extends string>(name: string, values: readonly Value[]) =>
    values.find((value) => value === asked.get(name));
  return {
    topic: oneOf('tema', topics),
    framework: asked.get('marco')?.trim().slice(0, 60) || undefined,
    standing: oneOf('estado', indicatorStandings) ?? ('current' as const),
    figures: asked.get('cifras') === 'con' ? ('told' as const) : undefined,
    text: asked.get('texto')?.trim().slice(0, 200) || undefined,
  };
}

/** Which indicators to show; the address holds it, so that it can be sent to a colleague. */
export function IndicatorsFilter({
  mayEdit,
  where,
  counts,
}: {
  mayEdit: boolean;
  /** Of where figures are asked. */
  where: string | null;
  counts: Answer<'listIndicators'>['counts'];
}) {
  const say = useSay();
  const [asked] = useSearchParams();
  const choices = (prefix: 'topic' | 'framework' | 'standing', values: readonly string[]) =>
    values.map((value) => ({
      value,
      label: say('indicators.choice', {
        name: say.dynamic(`indicators.${prefix}.${value}`),
        count: counts[prefix][value] ?? 0,
      }),
    }));
  const all = { value: '', label: say('indicators.all') };
  const standings = indicatorStandings.filter((standing) => standing !== 'draft' || mayEdit);
  return (
    <Form method="get" className={styles.filters} key={asked.toString()}>
      <Field name="texto" label={say('indicators.text')} optional={false}>
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
      <Select
        name="tema"
        label={say('indicators.topic-label')}
        options={[all, ...choices('topic', topics)]}
        defaultValue={asked.get('tema') ?? ''}
      />
      <Select
        name="marco"
        label={say('indicators.framework-label')}
        options={[all, ...choices('framework', frameworks)]}
        defaultValue={asked.get('marco') ?? ''}
      />
      <Select
        name="estado"
        label={say('indicators.standing-label')}
        options={choices('standing', standings)}
        defaultValue={asked.get('estado') ?? 'current'}
      />
      <Checkbox
        name="cifras"
        value="con"
        label={
          where === null
            ? say('indicators.only-told', { count: counts.withFigures })
            : say('indicators.only-told-in', { name: where, count: counts.withFigures })
        }
        defaultChecked={asked.get('cifras') === 'con'}
      />
      <Button look="plain">{say('indicators.filter')}</Button>
    </Form>
  );
}
