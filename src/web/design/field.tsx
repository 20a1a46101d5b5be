import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { useFormat, useSay } from '../words/words.tsx';
import { fieldId, useForm } from './form.tsx';
import { Icon } from './icon.tsx';
import styles from './field.module.css';

type Labelled = {
  /** The name of the field in the form and, without `body.`, in the API. */
  readonly name: string;
  readonly label: string;
  /** One sentence, with an example where it helps. */
  readonly help?: ReactNode;
};

type Control = {
  readonly id: string;
  readonly name: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
};

/** What every field has: its label, its help, its fault beside it. The control is drawn by what is given as children. */
export function Field({
  name,
  label,
  help,
  optional,
  children,
}: Labelled & { optional: boolean; children: (control: Control, typed: string | undefined) => ReactNode }) {
  const say = useSay();
  const { id: form, refused, typed } = useForm();
  const id = fieldId(form, name);
  const faults = [
    ...(refused?.problems.filter((problem) => problem.field === name).map((problem) => problem.message) ??
      []),
    ...(refused?.field === name && refused.problems.length === 0 ? [refused.title] : []),
  ];
  const described = [help ? `${id}-help` : '', faults.length > 0 ? `${id}-fault` : '']
    .filter(Boolean)
    .join(' ');
  const control = {
    id,
    name,
    ...(described && { 'aria-describedby': described }),
    ...(faults.length > 0 && { 'aria-invalid': true as const }),
  };
  return (
    <div className={faults.length > 0 ? `${styles.field} ${styles.wrong}` : styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
        {/* In a search nothing has to be filled in, and it need not be said. */}
        {optional && form !== '' && <span className={styles.optional}> ({say('shared.optional')})</span>}
      </label>
      {help && (
        <div className={styles.help} id={`${id}-help`}>
          {help}
        </div>
      )}
      {faults.length > 0 && (
        <p className={styles.fault} id={`${id}-fault`}>
          <Icon name="late" size={16} /> {faults.join(' ')}
        </p>
      )}
      {children(control, typed[name])}
    </div>
  );
}

type Text = Labelled & Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'id'>;

/** One line of text. What is not marked `required` says that it is optional. */
export function TextInput({ name, label, help, defaultValue, ...rest }: Text) {
  return (
    <Field name={name} label={label} help={help} optional={!rest.required}>
      {(control, typed) => (
        <input
          type="text"
          {...rest}
          {...control}
          defaultValue={typed ?? defaultValue}
          className={styles.control}
        />
      )}
    </Field>
  );
}

/** Several lines, as somebody writes them. */
export function TextArea({
  name,
  label,
  help,
  defaultValue,
  ...rest
}: Labelled & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'name' | 'id'>) {
  return (
    <Field name={name} label={label} help={help} optional={!rest.required}>
      {(control, typed) => (
        <textarea
          rows={4}
          {...rest}
          {...control}
          defaultValue={typed ?? defaultValue}
          className={styles.control}
        />
      )}
    </Field>
  );
}

export type Option = {
  readonly value: string;
  readonly label: string;
  /** The heading under which it stands in a long list; those of one group follow each other. */
  readonly group?: string;
};

/** One of a list. With `empty` the list begins with nothing chosen. */
export function Select({
  name,
  label,
  help,
  options,
  empty,
  defaultValue,
  ...rest
}: Labelled & { options: readonly Option[]; empty?: string } & Omit<
    SelectHTMLAttributes<HTMLSelectElement>,
    'name' | 'id'
  >) {
  return (
    <Field name={name} label={label} help={help} optional={!rest.required && empty !== undefined}>
      {(control, typed) => (
        <select
          {...rest}
          {...control}
          key={typed}
          defaultValue={typed ?? defaultValue}
          className={styles.control}
        >
          {empty !== undefined && <option value="">{empty}</option>}
          {groupsOf(options).map((group, index) =>
            group.name === undefined ? (
              <Options key={index} options={group.options} />
            ) : (
              <optgroup key={index} label={group.name}>
                <Options options={group.options} />
              </optgroup>
            ),
          )}
        </select>
      )}
    </Field>
  );
}

function Options({ options }: { options: readonly Option[] }) {
  return options.map((option) => (
    <option key={option.value} value={option.value}>
      {option.label}
    </option>
  ));
}

type Group = { readonly name: string | undefined; readonly options: Option[] };

function groupsOf(options: readonly Option[]): Group[] {
  const groups: Group[] = [];
  for (const option of options) {
    const last = groups.at(-1);
    if (last && last.name === option.group) last.options.push(option);
    else groups.push({ name: option.group, options: [option] });
  }
  return groups;
}

/** A day, chosen by the device's own calendar. */
export function DateField({ name, label, help, defaultValue, ...rest }: Text) {
  return (
    <Field name={name} label={label} help={help} optional={!rest.required}>
      {(control, typed) => (
        <input
          {...rest}
          {...control}
          type="date"
          defaultValue={typed ?? defaultValue}
          className={`${styles.control} ${styles.short}`}
        />
      )}
    </Field>
  );
}

/** A file. The form needs `encType="multipart/form-data"`. */
export function FileField({ name, label, help, maximumBytes, ...rest }: Text & { maximumBytes: number }) {
  const say = useSay();
  const format = useFormat();
  const limit = say('shared.file-limit', { size: format.bytes(maximumBytes) });
  return (
    <Field
      name={name}
      label={label}
      help={
        <>
          {help} {limit}
        </>
      }
      optional={!rest.required}
    >
      {(control) => <input {...rest} {...control} type="file" className={styles.file} />}
    </Field>
  );
}

/** Yes or no; the sentence beside it is its label. */
export function Checkbox({
  name,
  label,
  help,
  value = 'on',
  defaultChecked = false,
}: Labelled & { value?: string; defaultChecked?: boolean }) {
  const { id: form, refused, typed } = useForm();
  const id = fieldId(form, `${name}-${value}`);
  const wasTyped = refused === null ? defaultChecked : typed[name] === value;
  return (
    <div className={styles.choice}>
      <input
        type="checkbox"
        id={id}
        name={name}
        value={value}
        defaultChecked={wasTyped}
        aria-describedby={help ? `${id}-help` : undefined}
      />
      <label htmlFor={id}>{label}</label>
      {help && (
        <div className={styles.help} id={`${id}-help`}>
          {help}
        </div>
      )}
    </div>
  );
}

/** A few choices of which one holds, all of them in sight. */
export function Radios({
  name,
  label,
  help,
  options,
  defaultValue,
}: Labelled & { options: readonly (Option & { help?: ReactNode })[]; defaultValue?: string }) {
  const { id: form, refused, typed } = useForm();
  const id = fieldId(form, name);
  const faults = refused?.problems.filter((problem) => problem.field === name) ?? [];
  return (
    <fieldset className={faults.length > 0 ? `${styles.radios} ${styles.wrong}` : styles.radios} id={id}>
      <legend className={styles.label}>{label}</legend>
      {help && <div className={styles.help}>{help}</div>}
      {faults.map((fault) => (
        <p key={fault.code} className={styles.fault}>
          <Icon name="late" size={16} /> {fault.message}
        </p>
      ))}
      {options.map((option) => (
        <div key={option.value} className={styles.choice}>
          <input
            type="radio"
            id={`${id}-${option.value}`}
            name={name}
            value={option.value}
            defaultChecked={(typed[name] ?? defaultValue) === option.value}
          />
          <label htmlFor={`${id}-${option.value}`}>{option.label}</label>
          {option.help && <div className={styles.help}>{option.help}</div>}
        </div>
      ))}
    </fieldset>
  );
}
