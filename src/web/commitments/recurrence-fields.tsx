import { recurrenceWords } from '#words/recurrence-words.ts';
import { Select, TextInput } from '../design/field.tsx';
import { useSay } from '../words/words.tsx';

// What is usual; another rule that was brought in stays as it is, in words.
const usual = [
  'FREQ=WEEKLY',
  'FREQ=MONTHLY',
  'FREQ=MONTHLY;INTERVAL=2',
  'FREQ=MONTHLY;INTERVAL=3',
  'FREQ=MONTHLY;INTERVAL=6',
  'FREQ=YEARLY',
];

const count = /;COUNT=(\d+)/;

/** How often a commitment falls due again, and how many times in all. */
export function RecurrenceFields({ rule, label }: { rule: string | null; label: string }) {
  const say = useSay();
  const now = rule?.replace(/^RRULE:/, '') ?? '';
  const every = now.replace(count, '');
  const options = every === '' || usual.includes(every) ? usual : [every, ...usual];
  return (
    <>
      <Select
        name="recurrence"
        label={label}
        options={options.map((value) => ({ value, label: recurrenceWords(value, say) }))}
        empty={say('commitment.repeats-not')}
        defaultValue={every}
      />
      <TextInput
        name="recurrenceTimes"
        label={say('commitment.repeats-times')}
        help={say('commitment.repeats-times-help')}
        inputMode="numeric"
        defaultValue={count.exec(now)?.[1] ?? ''}
      />
    </>
  );
}
