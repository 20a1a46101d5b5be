import { Button, Buttons } from '../design/button.tsx';
import { FileField, Radios, Select, type Option } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { useSay } from '../words/words.tsx';
import styles from './actors.module.css';

type Kind = 'organisations' | 'structures' | 'people';

/** A sheet in the format of the download: what it holds, for which territory, the file. */
export function ImportForm({
  territories,
  territory,
  templates,
}: {
  territories: readonly Option[];
  territory: string;
  templates: readonly { readonly of: Kind; readonly href: string }[];
}) {
  const say = useSay();
  return (
    <>
      <p>{say('actor-pages.import-template')}</p>
      <p className={styles.row}>
        {templates.map((template) => (
          <a key={template.of} href={template.href} download>
            {say(`actor-pages.${template.of}`)} (XLSX)
          </a>
        ))}
      </p>
      <DataForm
        name="preview"
        encType="multipart/form-data"
        labels={{ file: say('actor-pages.import-file') }}
      >
        <Radios
          name="of"
          label={say('actor-pages.import-of')}
          options={templates.map(({ of }) => ({ value: of, label: say(`actor-pages.${of}`) }))}
          defaultValue="organisations"
        />
        <Select
          name="territory"
          label={say('actor-pages.territory')}
          help={say('actor-pages.import-territory-help')}
          options={territories}
          defaultValue={territory}
          required
        />
        <FileField
          name="file"
          label={say('actor-pages.import-file')}
          help={say('actor-pages.import-file-help')}
          accept=".xlsx,.csv"
          maximumBytes={20_000_000}
          required
        />
        <Buttons>
          <Button>{say('actor-pages.import-preview')}</Button>
        </Buttons>
      </DataForm>
    </>
  );
}
