import { createContext, use, useEffect, useId, useRef, type ReactNode, type Ref } from 'react';
import { Form, useActionData, useNavigation, useRouteLoaderData, type FormProps } from 'react-router';
import type { Refused } from '../api.ts';
import type { Frame } from '../shell/frame.ts';
import { useSay } from '../words/words.tsx';
import { ErrorSummary } from './error-summary.tsx';
import styles from './form.module.css';

/** What an action answers when it was refused (`refusedForm`). */
export type FormAnswer = {
  readonly refused?: Refused;
  readonly typed?: Readonly<Record<string, string>>;
  readonly form?: string;
};

type FormState = {
  readonly id: string;
  readonly refused: Refused | null;
  readonly typed: Readonly<Record<string, string>>;
  readonly isSending: boolean;
};

const FormContext = createContext<FormState>({ id: '', refused: null, typed: {}, isSending: false });

/** The form that a field stands in: what was refused, and what had been typed. */
export function useForm(): FormState {
  return use(FormContext);
}

type DataFormParts = Omit<FormProps, 'name' | 'ref'> & {
  /** Tells several forms of a page apart. */
  readonly name?: string;
  /** What the fields are called, so that the list of faults on top names them. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly ref?: Ref<HTMLFormElement>;
  readonly children: ReactNode;
};

/**
 * A form that works without script: it is posted to the page's action and comes back with its faults on top and beside each field,
 * and with what was typed. `name` arrives as the field `_form`.
 */
export function DataForm({ name = 'main', labels, ref, children, ...rest }: DataFormParts) {
  const id = useId();
  const answer = useActionData<FormAnswer>();
  const navigation = useNavigation();
  const frame = useRouteLoaderData<Frame>('root');
  const isMine = answer?.refused !== undefined && (answer.typed?.['_form'] ?? 'main') === name;
  const isSending = navigation.state !== 'idle' && navigation.formData?.get('_form') === name;
  const refused = isMine ? (answer.refused ?? null) : null;
  const typed = isMine ? (answer.typed ?? {}) : {};
  return (
    <FormContext value={{ id, refused, typed, isSending }}>
      <Form {...(ref && { ref })} method="post" noValidate className={styles.form} {...rest}>
        <input type="hidden" name="_form" value={name} />
        <input type="hidden" name="_key" value={`${frame?.formKey ?? ''}-${name}`} />
        {refused && <FaultsOnTop refused={refused} labels={labels ?? {}} />}
        {children}
      </Form>
    </FormContext>
  );
}

function FaultsOnTop({ refused, labels }: { refused: Refused; labels: Readonly<Record<string, string>> }) {
  const say = useSay();
  const { id } = useForm();
  const box = useRef<HTMLDivElement>(null);
  // Whoever cannot see the page change is taken to what is wrong.
  useEffect(() => box.current?.focus(), [refused]);
  const found =
    refused.problems.length > 0
      ? refused.problems
      : refused.field
        ? [{ field: refused.field, message: refused.title, code: refused.code }]
        : [];
  const faults = found.map((fault) => {
    const label = fault.field === undefined ? undefined : labels[fault.field];
    return label === undefined ? fault : { ...fault, message: `${label}: ${fault.message}` };
  });
  const title =
    faults.length > 0 && refused.status === 422
      ? say('shared.errors-title', { count: faults.length })
      : refused.title;
  return <ErrorSummary ref={box} title={title} faults={faults} idOf={(field) => fieldId(id, field)} />;
}

/** The id of a field's control, so that a fault on top can lead to it. */
export function fieldId(form: string, name: string): string {
  return `${form}-${name}`.replaceAll(/[^\w-]/g, '-');
}

/** Fields that belong together, under their own heading. */
export function FieldGroup({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.form}>{children}</div>
    </fieldset>
  );
}
