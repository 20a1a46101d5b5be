import { Checkbox, DateField, Select, TextInput } from '../design/field.tsx';
import { useSay } from '../words/words.tsx';
import type { ValueImport } from './layout-of-form.ts';

/** What is said of a file as a whole, in whatever format it comes: who tells it, until when, and who may see it. */
export function SourceFields({ settings }: Pick<ValueImport, 'settings'>) {
  const say = useSay();
  return (
    <>
      <TextInput
        name="source"
        label={say('value-imports.source')}
        help={say('value-imports.source-help')}
        defaultValue={settings.source?.title ?? ''}
      />
      <TextInput
        name="publisher"
        label={say('value-imports.publisher')}
        defaultValue={settings.source?.publisher ?? ''}
      />
      <DateField name="cutoffOn" label={say('value-imports.cutoff')} defaultValue={settings.cutoffOn ?? ''} />
      <Select
        name="status"
        label={say('value-imports.status')}
        options={(['final', 'provisional'] as const).map((one) => ({
          value: one,
          label: say(`value-imports.status.${one}`),
        }))}
        defaultValue={settings.status}
      />
      <Select
        name="audience"
        label={say('value-imports.audience')}
        options={(['public', 'network', 'territory'] as const).map((one) => ({
          value: one,
          label: say(`value-imports.audience.${one}`),
        }))}
        defaultValue={settings.audience}
      />
      <Checkbox
        name="isPublished"
        value="yes"
        label={say('value-imports.is-published')}
        defaultChecked={settings.isPublished}
      />
      <Checkbox
        name="isComplete"
        value="yes"
        label={say('value-imports.is-complete')}
        defaultChecked={settings.isComplete}
      />
    </>
  );
}
