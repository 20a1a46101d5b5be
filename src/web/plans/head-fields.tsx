import { DateField, Select, TextArea, TextInput } from '../design/field.tsx';
import { useSay } from '../words/words.tsx';
import type { Plan } from './plan-shapes.ts';
import styles from './plans.module.css';

/** What a plan's fields are called, for the list of faults. */
export function useHeadLabels(): Record<string, string> {
  const say = useSay();
  return {
    owner: say('plans.owner'),
    title: say('plans.field.title'),
    summary: say('plans.field.summary'),
    strategyId: say('plans.field.strategy'),
    periodFrom: say('plans.field.periodFrom'),
    periodTo: say('plans.field.periodTo'),
  };
}

/** The head of a plan: few things. */
export function HeadFields({
  plan,
  title,
  strategies,
}: {
  plan: Plan | null;
  title?: string;
  strategies: readonly { readonly id: string; readonly title: string }[];
}) {
  const say = useSay();
  return (
    <>
      <TextInput
        name="title"
        label={say('plans.field.title')}
        help={say('plans.title-help')}
        defaultValue={plan?.title ?? title}
        maxLength={300}
        required
      />
      <div className={styles.row}>
        <DateField
          name="periodFrom"
          label={say('plans.field.periodFrom')}
          defaultValue={plan?.periodFrom}
          required
        />
        <DateField
          name="periodTo"
          label={say('plans.field.periodTo')}
          defaultValue={plan?.periodTo}
          required
        />
      </div>
      {strategies.length > 0 && (
        <Select
          name="strategyId"
          label={say('plans.field.strategy')}
          help={say('plans.strategy-help')}
          options={strategies.map(({ id, title: label }) => ({ value: id, label }))}
          empty={say('plans.no-strategy')}
          defaultValue={plan?.strategy?.id ?? ''}
        />
      )}
      <TextArea
        name="summary"
        label={say('plans.field.summary')}
        help={say('plans.summary-help')}
        defaultValue={plan?.summary ?? ''}
      />
    </>
  );
}
