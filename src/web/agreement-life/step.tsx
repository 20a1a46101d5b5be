import type { ReactNode } from 'react';
import { useActionData } from 'react-router';
import { Button } from '../design/button.tsx';
import { Checkbox, TextArea } from '../design/field.tsx';
import { DataForm, type FormAnswer } from '../design/form.tsx';
import { useSay } from '../words/words.tsx';
import styles from './life.module.css';

/** A deed that can be done now: closed until it is wanted, open when it was refused. */
export function StepForm({
  name,
  title,
  lead,
  version,
  labels,
  look = 'main',
  button,
  encType,
  children,
}: {
  name: string;
  title: string;
  lead?: ReactNode;
  version: number;
  labels?: Readonly<Record<string, string>>;
  look?: 'main' | 'plain' | 'danger';
  button?: string;
  encType?: 'multipart/form-data';
  children?: ReactNode;
}) {
  const answer = useActionData<FormAnswer>();
  const wasRefused = answer?.refused !== undefined && answer.typed?.['_form'] === name;
  return (
    <details className={styles.step} open={wasRefused}>
      <summary>{title}</summary>
      <div>
        {lead && <p>{lead}</p>}
        <DataForm name={name} {...(labels && { labels })} {...(encType && { encType })}>
          <input type="hidden" name="version" value={version} />
          {children}
          <ConfirmText form={name} />
          <Button look={look}>{button ?? title}</Button>
        </DataForm>
      </div>
    </details>
  );
}

/** Why it is done, in a sentence or two. */
export function Reason() {
  const say = useSay();
  return <TextArea name="reason" label={say('agreement-life.field.reason')} rows={2} required />;
}

/** What a refusal asks to be looked at again before it is saved all the same. */
export function ConfirmText({ form }: { form: string }) {
  const say = useSay();
  const answer = useActionData<FormAnswer>();
  if (answer?.typed?.['_form'] !== form) return null;
  const isAsked = answer.refused?.code === 'actors.personal-in-text' || answer.typed['confirmText'];
  return isAsked ? <Checkbox name="confirmText" label={say('agreement-life.confirm-text')} /> : null;
}

/** Several of a list. */
export function Choices({
  name,
  legend,
  options,
}: {
  name: string;
  legend: string;
  options: readonly { value: string; label: string }[];
}) {
  if (options.length === 0) return null;
  return (
    <fieldset className={styles.choices}>
      <legend>{legend}</legend>
      {options.map(({ value, label }) => (
        <Checkbox key={value} name={name} value={value} label={label} />
      ))}
    </fieldset>
  );
}
