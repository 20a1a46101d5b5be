import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { useRouteLoaderData } from 'react-router';
import type { Frame } from '../shell/frame.ts';
import { deviceStore } from './device-store.ts';

const pause = 400;
const neverKept = new Set(['_key', '_form']);

/**
 * Saves a form as it is typed and finds it again: after leaving, after the line was cut, after somebody else used the phone.
 * Passwords and files are never kept.
 * @param formId names the form and the thing it is about, `organisation-0198…`
 * @returns `restoredAt` when something was brought back, and `discard` to begin afresh; call `discard` once the form was sent.
 */
export function useDraft(formId: string): {
  form: RefObject<HTMLFormElement | null>;
  restoredAt: number | null;
  isKept: boolean;
  discard: () => void;
} {
  const person = useRouteLoaderData<Frame>('root')?.personKey ?? 'none';
  const form = useRef<HTMLFormElement>(null);
  const [restoredAt, setRestoredAt] = useState<number | null>(null);
  const [isKept, setIsKept] = useState(false);

  useEffect(() => {
    const element = form.current;
    if (!element || person === 'none') return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const save = () =>
      void keepDraft(person, formId, element).then(
        () => setIsKept(true),
        () => undefined,
      );
    const typed = () => {
      clearTimeout(timer);
      timer = setTimeout(save, pause);
    };
    void restoreDraft(person, formId, element).then(
      (at) => setRestoredAt(at),
      () => undefined,
    );
    element.addEventListener('input', typed);
    return () => {
      element.removeEventListener('input', typed);
      if (timer !== undefined) clearTimeout(timer);
    };
  }, [person, formId]);

  const discard = useCallback(() => {
    setRestoredAt(null);
    setIsKept(false);
    void deviceStore()
      .then((store) => store.delete('drafts', [person, formId]))
      .catch(() => undefined);
  }, [person, formId]);
  return { form, restoredAt, isKept, discard };
}

async function keepDraft(person: string, formId: string, element: HTMLFormElement): Promise<void> {
  const fields: Record<string, string> = {};
  for (const control of controlsOf(element)) {
    if (control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio')) {
      fields[`${control.name}=${control.value}`] = control.checked ? 'on' : '';
    } else fields[control.name] = control.value;
  }
  await (await deviceStore()).put('drafts', { person, form: formId, fields, at: Date.now() });
}

async function restoreDraft(
  person: string,
  formId: string,
  element: HTMLFormElement,
): Promise<number | null> {
  const draft = await (await deviceStore()).get('drafts', [person, formId]);
  if (!draft) return null;
  let isDifferent = false;
  for (const control of controlsOf(element)) {
    const isChoice =
      control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio');
    const kept = draft.fields[isChoice ? `${control.name}=${control.value}` : control.name];
    if (kept === undefined) continue;
    if (isChoice) {
      isDifferent ||= control.checked !== (kept === 'on');
      control.checked = kept === 'on';
    } else {
      isDifferent ||= control.value !== kept;
      control.value = kept;
    }
  }
  return isDifferent ? draft.at : null;
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function controlsOf(element: HTMLFormElement): Control[] {
  return [...element.elements].filter(
    (control): control is Control =>
      (control instanceof HTMLInputElement ||
        control instanceof HTMLSelectElement ||
        control instanceof HTMLTextAreaElement) &&
      control.name !== '' &&
      !neverKept.has(control.name) &&
      !['password', 'file', 'hidden', 'submit'].includes(control.type),
  );
}
