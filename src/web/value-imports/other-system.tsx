import { directions, topics } from '#domain/indicators/vocabulary.ts';
import { proposedCompositions } from '#domain/values/import/propose-indicator.ts';
import { Button, Buttons } from '../design/button.tsx';
import { Checkbox, FileField, Select, TextInput } from '../design/field.tsx';
import { DataForm, FieldGroup } from '../design/form.tsx';
import styles from '../values/values.module.css';
import { useSay } from '../words/words.tsx';
import type { ValueImport } from './layout-of-form.ts';

const maximumBytes = 50_000_000;

/** What another system says of its marks, and what of its file is not brought in. */
export function OtherSystem({ given }: { given: ValueImport }) {
  const say = useSay();
  const { left, metadata } = given;
  return (
    <>
      {left && left.deleted > 0 && <p>{say('value-imports.left-deleted', { count: left.deleted })}</p>}
      {left && left.followedUp > 0 && <p>{say('value-imports.left-followed', { count: left.followedUp })}</p>}
      {left && left.comments > 0 && <p>{say('value-imports.left-comments', { count: left.comments })}</p>}
      {metadata && (
        <p>
          <strong>{metadata.fileName}</strong>: {say('value-imports.described', { ...metadata })}
        </p>
      )}
      <DataForm
        name="describe"
        encType="multipart/form-data"
        labels={{ metadata: say('value-imports.metadata') }}
      >
        <input type="hidden" name="version" value={given.version} />
        <FileField
          name="metadata"
          label={say(metadata ? 'value-imports.metadata-other' : 'value-imports.metadata')}
          help={say('value-imports.metadata-help')}
          maximumBytes={maximumBytes}
          accept=".json,.gz,.zip"
          required
        />
        <Buttons>
          <Button look="quiet">{say('value-imports.describe')}</Button>
        </Buttons>
      </DataForm>
    </>
  );
}

/** Elements of the metadata that could be indicators here; each is made only where somebody ticks it. */
export function Proposals({ given }: { given: ValueImport }) {
  const say = useSay();
  return (
    <DataForm
      name="accept"
      labels={{
        topic: say('indicators.topic-label'),
        direction: say('indicators.direction-label'),
        unit: say('indicators.unit'),
      }}
    >
      <input type="hidden" name="version" value={given.version} />
      <p>{say('value-imports.proposals-lead')}</p>
      <FieldGroup legend={say('value-imports.proposed')}>
        {given.proposals.map(({ element, code, composition, title, unit }) => (
          <div key={element} className={styles.proposal}>
            <Checkbox
              name="element"
              value={element}
              label={`${title} (${[code, unit].filter(Boolean).join(', ')})`}
            />
            <div className={styles.addsUp}>
              <Select
                name={`composition:${element}`}
                label={say('value-imports.adds-up', { title })}
                help={say('value-imports.adds-up-help')}
                options={proposedCompositions.map((one) => ({
                  value: one,
                  label: `${say(`indicators.composition.${one}`)}. ${say(`indicators.composition-help.${one}`)}`,
                }))}
                defaultValue={composition}
              />
            </div>
          </div>
        ))}
      </FieldGroup>
      <Select
        name="topic"
        label={say('indicators.topic-label')}
        options={topics.map((topic) => ({ value: topic, label: say(`indicators.topic.${topic}`) }))}
        empty={say('value-imports.choose')}
        required
      />
      <Select
        name="direction"
        label={say('indicators.direction-label')}
        options={directions.map((one) => ({ value: one, label: say(`indicators.direction.${one}`) }))}
        empty={say('value-imports.choose')}
        required
      />
      <TextInput name="unit" label={say('indicators.unit')} maxLength={60} required />
      <Checkbox
        name="countsPeople"
        value="yes"
        label={say('indicators.counts-people')}
        help={say('indicators.counts-people-help')}
        defaultChecked
      />
      <Button>{say('value-imports.accept')}</Button>
    </DataForm>
  );
}
