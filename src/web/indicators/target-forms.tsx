import { targetKinds } from '#domain/indicators/vocabulary.ts';
import { Button } from '../design/button.tsx';
import { Select, TextInput, type Option } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { useFormat, useSay, useToday } from '../words/words.tsx';
import type { Dimensions } from './group-words.ts';
import { aimIn, titleIn, unitIn, type Indicator, type Target } from './indicator-shapes.ts';
import styles from './indicators.module.css';

function useLabels(): Record<string, string> {
  const say = useSay();
  return {
    kind: say('indicators.kind'),
    year: say('indicators.year'),
    value: say('indicators.value'),
    group: say('indicators.group'),
    source: say('indicators.target-source'),
    note: say('indicators.note'),
  };
}

/** A new baseline or target of a territory. */
export function SetTarget({
  indicator,
  territory,
  dimensions,
}: {
  indicator: Indicator;
  territory: string;
  dimensions: Dimensions;
}) {
  const say = useSay();
  const groups = useGroups(indicator, dimensions);
  const year = Number(useToday().slice(0, 4));
  return (
    <DataForm name="set" labels={useLabels()}>
      <input type="hidden" name="territory" value={territory} />
      <Select
        name="kind"
        label={say('indicators.kind')}
        options={targetKinds.map((value) => ({ value, label: say(`indicators.target-kind.${value}`) }))}
        defaultValue="target"
      />
      <TextInput
        name="year"
        label={say('indicators.year')}
        inputMode="numeric"
        defaultValue={year + 1}
        maxLength={4}
        required
      />
      <TextInput
        name="value"
        label={say('indicators.value')}
        help={unitIn(say, indicator)}
        inputMode="decimal"
        required
      />
      {indicator.dimensions.length > 0 && (
        <Select
          name="group"
          label={say('indicators.group')}
          options={groups}
          empty={say('indicators.everybody')}
        />
      )}
      <TextInput
        name="source"
        label={say('indicators.target-source')}
        help={say('indicators.target-source-help')}
        maxLength={300}
      />
      <TextInput name="note" label={say('indicators.note')} maxLength={1000} />
      <Button>{say('indicators.add-target')}</Button>
    </DataForm>
  );
}

/** The groups of which something may be aimed at: one category of one dimension. */
function useGroups(indicator: Indicator, dimensions: Dimensions): Option[] {
  const say = useSay();
  return indicator.dimensions.flatMap(({ dimension }) => {
    const found = dimensions.find(({ code }) => code === dimension);
    return (found?.categories ?? [])
      .filter(({ isUnknown }) => !isUnknown)
      .map((category) => ({
        value: `${dimension}=${category.code}`,
        label: titleIn(say, category),
        group: found ? titleIn(say, found) : dimension,
      }));
  });
}

/** What one baseline or target says, to be corrected or taken away. */
export function CorrectTarget({
  indicator,
  target,
  group,
}: {
  indicator: Indicator;
  target: Target;
  group: string;
}) {
  const say = useSay();
  const format = useFormat();
  const kind = say(`indicators.target-kind.${target.kind}`);
  const labels = useLabels();
  const hidden = (
    <>
      <input type="hidden" name="targetId" value={target.id} />
      <input type="hidden" name="version" value={target.version} />
    </>
  );
  return (
    <details>
      <summary>
        {kind} {target.year} ({group}): {aimIn(say, format, target.value, indicator)}
      </summary>
      <DataForm name={`correct-${target.id}`} labels={labels} className={styles.filters}>
        {hidden}
        <TextInput
          name="value"
          label={say('indicators.value')}
          inputMode="decimal"
          defaultValue={target.value}
          required
        />
        <TextInput name="source" label={say('indicators.target-source')} defaultValue={target.source ?? ''} />
        <TextInput name="note" label={say('indicators.note')} defaultValue={target.note ?? ''} />
        <Button look="plain">{say('indicators.save')}</Button>
      </DataForm>
      <DataForm name={`remove-${target.id}`}>
        {hidden}
        <Button look="quiet">{say('indicators.remove')}</Button>
      </DataForm>
    </details>
  );
}
