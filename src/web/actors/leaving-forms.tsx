import type { ReactNode } from 'react';
import { Button } from '../design/button.tsx';
import { DateField, TextArea } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Section } from '../design/page.tsx';
import { useSay, useToday } from '../words/words.tsx';
import styles from './actors.module.css';

type Dependents = Readonly<Record<string, number>> | null;

/** How many things depend on an entry. */
export function dependentCount(dependents: Dependents): number {
  return Object.values(dependents ?? {}).reduce((sum, count) => sum + count, 0);
}

/** It ceased to exist: its history stays. */
export function EndForm({
  version,
  title,
  lead,
  children,
}: {
  version: number;
  title: string;
  lead: string;
  children?: ReactNode;
}) {
  const say = useSay();
  const today = useToday();
  const labels = { on: say('actor-pages.last-day'), reason: say('actor-pages.reason') };
  return (
    <Section title={title}>
      <p>{lead}</p>
      <DataForm name="end" labels={labels}>
        <input type="hidden" name="version" value={version} />
        <DateField
          name="on"
          label={labels.on}
          help={say('actor-pages.last-day-help')}
          defaultValue={today}
          required
        />
        <TextArea name="reason" label={labels.reason} rows={2} required />
        {children}
        <Button look="danger">{title}</Button>
      </DataForm>
    </Section>
  );
}

/**
 * It was entered by mistake. Without consequences it is deleted; otherwise it is annulled with a reason.
 * Only the one that is possible is offered, and why.
 */
export function MistakeForm({
  version,
  dependents,
  words,
}: {
  version: number;
  dependents: Dependents;
  words: { readonly name: string };
}) {
  const say = useSay();
  const parts = Object.entries(dependents ?? {}).filter(([, count]) => count > 0);
  if (parts.length === 0)
    return (
      <Section title={say('actor-pages.delete')}>
        <p>{say('actor-pages.delete-lead', words)}</p>
        <DataForm name="delete">
          <input type="hidden" name="version" value={version} />
          <Button look="danger" icon="remove">
            {say('actor-pages.delete')}
          </Button>
        </DataForm>
      </Section>
    );
  return (
    <Section title={say('actor-pages.annul')}>
      <p>{say('actor-pages.annul-lead', words)}</p>
      <ul className={styles.lines}>
        {parts.map(([kind, count]) => (
          <li key={kind}>
            {say.knows(`actor-pages.depends.${kind}`)
              ? say.dynamic(`actor-pages.depends.${kind}`, { count })
              : say('actor-pages.depends.other', { count })}
          </li>
        ))}
      </ul>
      <DataForm name="annul" labels={{ reason: say('actor-pages.reason') }}>
        <input type="hidden" name="version" value={version} />
        <TextArea
          name="reason"
          label={say('actor-pages.reason')}
          help={say('actor-pages.annul-help')}
          rows={2}
          required
        />
        <Button look="danger">{say('actor-pages.annul')}</Button>
      </DataForm>
    </Section>
  );
}
