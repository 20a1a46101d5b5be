import { Form, useSearchParams } from 'react-router';
import { axes } from '#domain/analysis/pivot.ts';
import { periodKinds } from '#domain/indicators/period.ts';
import { Button } from '../design/button.tsx';
import { Select, TextInput, type Option } from '../design/field.tsx';
import { useSay } from '../words/words.tsx';
import styles from './charts.module.css';
import type { ExplorerAsked } from './explorer-asked.ts';

export type ExplorerChoices = {
  readonly indicators: readonly Option[];
  readonly territories: readonly Option[];
  readonly levels: readonly Option[];
  readonly dimensions: readonly Option[];
};

/** What to look at: sent as an address, so that what is seen can be sent to a colleague and needs no script. */
export function ExplorerForm({
  asked,
  territory,
  choices,
}: {
  asked: ExplorerAsked;
  territory: string;
  choices: ExplorerChoices;
}) {
  const say = useSay();
  const [query] = useSearchParams();
  const none = { value: '', label: say('analysis.none') };
  const asTold = { value: '', label: say('analysis.as-told') };
  return (
    <Form method="get" className={styles.form} key={query.toString()}>
      <Select
        name="indicador"
        label={say('analysis.indicator')}
        options={choices.indicators}
        defaultValue={asked.indicators[0] ?? ''}
      />
      <Select
        name="territorio"
        label={say('analysis.within')}
        options={choices.territories}
        defaultValue={territory}
      />
      <Select
        name="nivel"
        label={say('analysis.level')}
        options={[{ value: '', label: say('analysis.level-itself') }, ...choices.levels]}
        defaultValue={asked.level ?? ''}
      />
      <TextInput name="desde" label={say('analysis.from')} defaultValue={asked.from ?? ''} maxLength={20} />
      <TextInput name="hasta" label={say('analysis.to')} defaultValue={asked.to ?? ''} maxLength={20} />
      <Button look="plain">{say('analysis.look')}</Button>
      <details className={styles.moreChoices} open={hasMore(asked)}>
        <summary>{say('analysis.more-choices')}</summary>
        <p className={styles.note}>{say('analysis.period-help')}</p>
        <div className={styles.form}>
          <Select
            name="indicador"
            label={say('analysis.indicator-beside')}
            options={[none, ...choices.indicators]}
            defaultValue={asked.indicators[1] ?? ''}
          />
          <Select
            name="cada"
            label={say('analysis.every')}
            options={[
              asTold,
              ...periodKinds.map((kind) => ({ value: kind, label: say(`indicators.period.${kind}`) })),
            ]}
            defaultValue={asked.period ?? ''}
          />
          <Select
            name="por"
            label={say('analysis.by')}
            options={[none, ...choices.dimensions]}
            defaultValue={asked.by ?? ''}
          />
          <Select
            name="columnas"
            label={say('analysis.across')}
            options={axes.map((axis) => ({ value: axis, label: say(`analysis.axis.${axis}`) }))}
            defaultValue={asked.across}
          />
        </div>
      </details>
      <input type="hidden" name="ver" value={asked.look} />
    </Form>
  );
}

// What is asked beyond the first line is not hidden.
function hasMore({ across, by, indicators, period }: ExplorerAsked): boolean {
  return indicators.length > 1 || period !== undefined || by !== undefined || across !== 'period';
}
