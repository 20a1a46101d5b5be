import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer } from '../api.ts';
import type { ShownCheck } from './reporting-shapes.ts';

type Saved = Answer<'saveReportAnswers'>;
/** Where answers are sent, and what goes with them. */
export type Door = { readonly path: string; readonly with: Readonly<Record<string, string>> };

export type Saving = {
  /** `idle` nothing was typed; `waiting` there is no line: it is on the device and goes when there is one. */
  readonly state: 'idle' | 'saving' | 'saved' | 'waiting';
  readonly faults: Readonly<Record<string, string>>;
  readonly checks: readonly ShownCheck[] | null;
  /** What is worked out, as it came to with the last answer. */
  readonly computed: Readonly<Record<string, Saved['computed'][number]>>;
  readonly versions: Readonly<Record<string, number | null>>;
  readonly save: (cell: string, text: string, seen: number | null) => void;
};

type Waiting = Map<string, { readonly text: string; readonly seen: number | null }>;
type Outcome = { readonly faults: Record<string, string>; readonly saved: Saved | null };

/**
 * Sends each answer as it is typed, one after another. What could not be sent waits and goes when the line is back;
 * meanwhile the form itself is kept on the device.
 */
export function useSaving(door: Door): Saving {
  const waiting = useRef<Waiting>(new Map());
  const isBusy = useRef(false);
  const known = useRef<Record<string, number | null>>({});
  const [shown, setShown] = useState<Omit<Saving, 'save'>>({
    state: 'idle',
    faults: {},
    checks: null,
    computed: {},
    versions: {},
  });

  const send = useCallback(async () => {
    if (isBusy.current) return;
    isBusy.current = true;
    try {
      for (let next = takeFirst(waiting.current); next; next = takeFirst(waiting.current)) {
        const { cell, text, seen } = next;
        // What is typed while this is on its way waits for the next turn.
        setShown((before) => ({ ...before, state: 'saving' }));
        const version = known.current[cell] ?? seen;
        const { faults, saved } = await put(door, { cell, text, version });
        if (waiting.current.get(cell)?.text === text) waiting.current.delete(cell);
        for (const one of saved?.answers ?? []) known.current[one.cell] = one.version;
        setShown((before) => ({
          state: 'saved',
          faults: { ...withoutFault(before.faults, cell), ...faults },
          checks: saved?.checks ?? before.checks,
          computed: computedAfter(saved, before.computed),
          versions: { ...known.current },
        }));
      }
    } catch {
      setShown((before) => ({ ...before, state: 'waiting' }));
    } finally {
      isBusy.current = false;
    }
  }, [door]);

  useEffect(() => {
    const online = () => void send();
    window.addEventListener('online', online);
    return () => window.removeEventListener('online', online);
  }, [send]);

  const save = useCallback(
    (cell: string, text: string, seen: number | null) => {
      waiting.current.set(cell, { text, seen });
      void send();
    },
    [send],
  );
  return { ...shown, save };
}

function computedAfter(saved: Saved | null, before: Saving['computed']): Saving['computed'] {
  return saved ? Object.fromEntries(saved.computed.map((one) => [one.item, one])) : before;
}

function takeFirst(waiting: Waiting) {
  for (const [cell, one] of waiting) return { cell, ...one };
  return null;
}

function withoutFault(faults: Readonly<Record<string, string>>, cell: string): Record<string, string> {
  return Object.fromEntries(Object.entries(faults).filter(([name]) => name !== cell));
}

/** @throws where there is no line */
async function put(
  door: Door,
  { cell, text, version }: { cell: string; text: string; version: number | null },
): Promise<Outcome> {
  const answer = await fetch(door.path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...door.with, answers: [{ cell, text, version }] }),
  });
  if (answer.ok) return { faults: {}, saved: (await answer.json()) as Saved };
  if (answer.status >= 500) throw new Error('not now');
  const refused = (await answer.json()) as { title?: string; problems?: { message: string }[] };
  return { faults: { [cell]: refused.problems?.[0]?.message ?? refused.title ?? '' }, saved: null };
}
