import { FileField, Select, TextInput } from '../design/field.tsx';
import { useSay } from '../words/words.tsx';
import type { AgreementFile } from './file-lines.tsx';
import { StepForm } from './step.tsx';

const maximumBytes = 20_000_000;
const insteads = ['file', 'sheet'] as const;
const originals = ['kept', 'destroyed'] as const;

/** Carries an order about one paper out: what is read in its place, and what becomes of the original. */
export function StrikeFileForm({
  file,
  version,
}: {
  file: Pick<AgreementFile, 'id' | 'name'>;
  version: number;
}) {
  const say = useSay();
  return (
    <StepForm
      name={`strike--${file.id}`}
      title={say('agreement-life.strike-file', { name: file.name })}
      lead={say('agreement-life.strike-file-lead')}
      version={version}
      look="danger"
      button={say('agreement-life.strike-file-do')}
      encType="multipart/form-data"
      labels={{ file: say('agreement-life.redacted-file') }}
    >
      <TextInput name="order" label={say('agreement-life.field.order')} required />
      <Select
        name="instead"
        label={say('agreement-life.instead')}
        options={insteads.map((value) => ({ value, label: say(`agreement-life.instead.${value}`) }))}
        required
      />
      <FileField
        name="file"
        label={say('agreement-life.redacted-file')}
        help={say('agreement-life.redacted-file-help')}
        maximumBytes={maximumBytes}
        accept="application/pdf,image/jpeg,image/png"
      />
      <Select
        name="original"
        label={say('agreement-life.original')}
        empty={say('agreement-life.choose')}
        options={originals.map((value) => ({ value, label: say(`agreement-life.original.${value}`) }))}
        required
      />
    </StepForm>
  );
}
