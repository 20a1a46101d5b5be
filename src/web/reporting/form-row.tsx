import { Checkbox, Select, TextInput, type Option } from '../design/field.tsx';
import { FieldGroup } from '../design/form.tsx';
import { useSay } from '../words/words.tsx';

const questions = ['number', 'text', 'yes-no', 'choice', 'date'] as const;

/** One thing that a form asks. */
export function FormRow({ index, indicators }: { index: number; indicators: readonly Option[] }) {
  const say = useSay();
  const what: Option[] = [
    ...questions.map((kind) => ({
      value: `q:${kind}`,
      label: say(`reporting.kind.${kind}`),
      group: say('reporting.a-question'),
    })),
    ...indicators.map((one) => ({
      ...one,
      group: say(one.value.startsWith('c:') ? 'reporting.a-computed' : 'reporting.an-indicator'),
    })),
  ];
  return (
    <FieldGroup legend={say('reporting.row', { number: index + 1 })}>
      {index === 0 ? (
        <TextInput name={`section:${index}`} label={say('reporting.section')} maxLength={200} />
      ) : (
        <TextInput
          name={`section:${index}`}
          label={say('reporting.section')}
          help={say('reporting.section-help')}
          maxLength={200}
        />
      )}
      <Select
        name={`what:${index}`}
        label={say('reporting.what')}
        options={what}
        empty={say('reporting.nothing')}
      />
      <TextInput
        name={`label:${index}`}
        label={say('reporting.question')}
        help={say('reporting.question-help')}
        maxLength={300}
      />
      <TextInput
        name={`choices:${index}`}
        label={say('reporting.choices')}
        help={say('reporting.choices-help')}
        maxLength={1000}
      />
      <Select
        name={`by:${index}`}
        label={say('reporting.by')}
        options={[
          { value: 'sex', label: say('reporting.by-sex') },
          { value: 'age', label: say('reporting.by-age') },
        ]}
        empty={say('reporting.not-broken-down')}
      />
      <TextInput name={`low:${index}`} label={say('reporting.low')} inputMode="decimal" />
      <TextInput name={`high:${index}`} label={say('reporting.high')} inputMode="decimal" />
      <Checkbox name={`required:${index}`} label={say('reporting.required')} />
    </FieldGroup>
  );
}
