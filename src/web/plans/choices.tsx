import type { ReactNode } from 'react';
import { Checkbox } from '../design/field.tsx';
import { fieldId, useForm } from '../design/form.tsx';
import styles from './plans.module.css';

type Choice = { readonly value: string; readonly label: string };

/** Several of a list, each a box to tick; their faults above them. */
export function Choices({
  name,
  label,
  help,
  options,
  chosen,
}: {
  name: string;
  label: string;
  help?: ReactNode;
  options: readonly Choice[];
  chosen: readonly string[];
}) {
  const { id } = useForm();
  return (
    <fieldset className={styles.choices} id={fieldId(id, name)}>
      <legend>{label}</legend>
      {help && <div className={styles.small}>{help}</div>}
      <Faults name={name} />
      <div className={styles.columns}>
        {options.map(({ value, label: words }) => (
          <Checkbox
            key={value}
            name={`${name}-${value}`}
            label={words}
            defaultChecked={chosen.includes(value)}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** What is wrong with a field that has no control of its own. */
export function Faults({ name }: { name: string }) {
  const { refused } = useForm();
  const own = refused?.field === name && refused.problems.length === 0 ? [refused.title] : [];
  const faults = refused?.problems.filter((problem) => problem.field === name) ?? [];
  return [...own, ...faults.map((fault) => fault.message)].map((message) => (
    <p key={message} className={styles.fault}>
      {message}
    </p>
  ));
}

/** A part of a long form: closed where nothing in it needs to be looked at, open where something is missing or wrong. */
export function Part({
  title,
  isOpen,
  fields,
  children,
}: {
  title: string;
  isOpen: boolean;
  fields: readonly string[];
  children: ReactNode;
}) {
  const { refused } = useForm();
  const named = [...(refused?.problems.map((problem) => problem.field) ?? []), refused?.field];
  const isWrong = named.some((field) => fields.some((one) => field?.startsWith(one) ?? false));
  return (
    <details className={styles.part} open={isOpen || isWrong}>
      <summary>{title}</summary>
      <div className={styles.inside}>{children}</div>
    </details>
  );
}
