import { Checkbox, Select, TextInput, type Option } from '../design/field.tsx';
import { FieldGroup } from '../design/form.tsx';
import { numberOf } from '../indicators/indicator-body.ts';
import { textOf } from '../api.ts';
import { useFormat, useSay } from '../words/words.tsx';
import type { NameLine } from './names-table.tsx';

export type NameChoices = { readonly indicators: readonly Option[]; readonly iccs: readonly Option[] };

/** What a name stands for: those that it has, and room for one more. */
export function NameMeanings({ lines, choices }: { lines: readonly NameLine[]; choices: NameChoices }) {
  const say = useSay();
  const shown: readonly (NameLine | null)[] = [...lines, null];
  return shown.map((line, index) => (
    <FieldGroup
      key={index}
      legend={
        line === null && index > 0
          ? say('crosswalks.another-meaning')
          : say('crosswalks.meaning', { number: index + 1 })
      }
    >
      <Meaning line={line} index={index} choices={choices} />
    </FieldGroup>
  ));
}

function Meaning({ line, index, choices }: { line: NameLine | null; index: number; choices: NameChoices }) {
  const say = useSay();
  const format = useFormat();
  const at = (field: string) => `lines.${index}.${field}`;
  const own = (options: readonly Option[], code: string | undefined, label: string): readonly Option[] =>
    code === undefined || options.some(({ value }) => value === code)
      ? options
      : [{ value: code, label }, ...options];
  const { indicator, iccs } = line ?? {};
  return (
    <>
      <Select
        name={at('indicator')}
        label={say('crosswalks.indicator')}
        options={own(choices.indicators, indicator?.code, indicator?.title ?? '')}
        empty={say(line === null && index > 0 ? 'crosswalks.no-other' : 'crosswalks.not-counted')}
        defaultValue={indicator?.code ?? ''}
      />
      <Select
        name={at('iccs')}
        label={say('crosswalks.iccs')}
        options={own(choices.iccs, iccs?.code, iccs?.code ?? '')}
        empty={say('crosswalks.iccs-none')}
        defaultValue={iccs?.code ?? ''}
      />
      <TextInput
        name={at('weight')}
        label={say('crosswalks.weight')}
        help={say('crosswalks.weight-help')}
        inputMode="decimal"
        defaultValue={line && line.weight !== 1 ? format.number(line.weight, 2) : '1'}
        maxLength={6}
      />
      <TextInput
        name={at('note')}
        label={say('crosswalks.note')}
        defaultValue={line?.note ?? ''}
        maxLength={1000}
      />
      {line !== null && (
        <>
          <input type="hidden" name={at('kept')} value="yes" />
          <Checkbox name={at('remove')} value="yes" label={say('crosswalks.remove-line')} />
        </>
      )}
    </>
  );
}

/** What a form says that a name stands for. Room that was left empty says nothing, unless the name has nothing else. */
export function meaningsOfForm(form: FormData) {
  const indexes = [...form.keys()].flatMap((name) => {
    const found = /^lines\.(\d+)\.weight$/.exec(name);
    return found ? [Number(found[1])] : [];
  });
  const isNew = !indexes.some((index) => textOf(form, `lines.${index}.kept`) === 'yes');
  return indexes.flatMap((index) => {
    const said = (field: string) => textOf(form, `lines.${index}.${field}`);
    const isSaid =
      said('kept') === 'yes' || said('indicator') !== '' || said('iccs') !== '' || said('note') !== '';
    if (said('remove') === 'yes' || !(isSaid || (isNew && index === 0))) return [];
    return [
      {
        indicator: said('indicator') || null,
        iccs: said('iccs') || null,
        weight: numberOf(said('weight')) ?? 1,
        note: said('note') || null,
      },
    ];
  });
}
