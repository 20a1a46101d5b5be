import { useCallback, useEffect, useState } from 'react';
import { useRouteLoaderData } from 'react-router';
import type { Frame } from '../shell/frame.ts';
import { deviceStore, type Standing, type Unsent } from './device-store.ts';

type New = Pick<Unsent, 'title' | 'page' | 'method' | 'path' | 'body'> & {
  readonly version?: number | null;
  readonly labels?: Readonly<Record<string, string>>;
};

const changed = 'articula:outbox';
const announce = () => window.dispatchEvent(new Event(changed));

/** Puts something in the queue of a person. It is sent at once if there is a line. */
export async function keepUnsent(person: string, item: New): Promise<void> {
  const row: Unsent = {
    ...item,
    version: item.version ?? null,
    labels: item.labels ?? null,
    id: crypto.randomUUID(),
    person,
    at: Date.now(),
    standing: 'waiting',
    reason: null,
    current: null,
  };
  await (await deviceStore()).put('outbox', row);
  announce();
  void sendUnsent(person);
}

/** What waits of a person, oldest first. Nobody else's is ever shown. */
export async function listUnsent(person: string): Promise<Unsent[]> {
  const rows = await (await deviceStore()).getAllFromIndex('outbox', 'person', person);
  return rows.toSorted((one, other) => one.at - other.at);
}

export async function discardUnsent(id: string): Promise<void> {
  await (await deviceStore()).delete('outbox', id);
  announce();
}

/** Sends again what was changed by somebody else in between, now knowingly over the version that was seen. */
export async function sendOver(item: Unsent, version: number): Promise<void> {
  // A new key: this is another request than the one that was refused.
  const { id: _old, ...rest } = item;
  const database = await deviceStore();
  await database.delete('outbox', item.id);
  await database.put('outbox', {
    ...rest,
    id: crypto.randomUUID(),
    version,
    standing: 'waiting',
    reason: null,
    current: null,
  });
  announce();
  await sendUnsent(item.person);
}

/**
 * Sends what waits, in the order of writing, one tab at a time.
 * It stops where the line, the session or the server fails, and goes on another time; what the server does not accept stays, with its reason.
 */
export async function sendUnsent(person: string): Promise<void> {
  if (person === 'none') return;
  await navigator.locks.request('articula-outbox', async () => {
    const unsent = await listUnsent(person);
    if (unsent.length === 0 || (await personHere()) !== person) return;
    for (const item of unsent) {
      if (item.standing !== 'waiting' && item.standing !== 'sending') continue;
      await put({ ...item, standing: 'sending' });
      const outcome = await sendOne(item);
      if (outcome === 'stopped') {
        await put({ ...item, standing: 'waiting' });
        return;
      }
      if (outcome === 'sent') await discardUnsent(item.id);
      else await put({ ...item, ...outcome });
    }
  });
}

/** Whom the server takes the sender for: on a shared phone somebody else may have signed in, in another tab, since this page was drawn. */
async function personHere(): Promise<string | null> {
  try {
    return (await fetch('/sin-conexion', { method: 'HEAD' })).headers.get('x-person');
  } catch {
    return null;
  }
}

type Outcome =
  | 'sent'
  | 'stopped'
  | { readonly standing: Standing; readonly reason: string | null; readonly current: unknown };

async function sendOne(item: Unsent): Promise<Outcome> {
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    'idempotency-key': item.id,
  };
  if (item.version !== null) headers['if-match'] = `"v${item.version}"`;
  try {
    const answer = await fetch(item.path, { method: item.method, headers, body: JSON.stringify(item.body) });
    if (answer.ok) return 'sent';
    if (answer.status === 401 || answer.status === 429 || answer.status >= 500) return 'stopped';
    const problem = (await answer.json()) as {
      title?: string;
      code?: string;
      current?: unknown;
      problems?: readonly { message?: string }[];
    };
    if (problem.code === 'shared.key-done') return 'sent';
    if (problem.code === 'shared.key-in-progress') return 'stopped';
    const reason = [problem.title, ...(problem.problems ?? []).map((fault) => fault.message)]
      .filter(Boolean)
      .join(' ');
    return {
      standing: answer.status === 412 ? 'conflict' : 'refused',
      reason,
      current: problem.current ?? null,
    };
  } catch {
    return 'stopped';
  }
}

async function put(item: Unsent): Promise<void> {
  await (await deviceStore()).put('outbox', item);
  announce();
}

/** The queue of whoever is here: what waits, and what can be done with it. */
export function useOutbox() {
  const person = useRouteLoaderData<Frame>('root')?.personKey ?? 'none';
  const [items, setItems] = useState<readonly Unsent[]>([]);
  useEffect(() => {
    let isHere = true;
    const read = () =>
      void listUnsent(person).then(
        (rows) => isHere && setItems(rows),
        () => undefined,
      );
    read();
    window.addEventListener(changed, read);
    return () => {
      isHere = false;
      window.removeEventListener(changed, read);
    };
  }, [person]);
  const keep = useCallback((item: New) => keepUnsent(person, item), [person]);
  const send = useCallback(() => sendUnsent(person), [person]);
  return { items, keep, send, discard: discardUnsent, sendOver };
}

/** Sends what waits when the page opens, when the line comes back, and when somebody returns to the page. */
export function useSendingWhenThereIsALine(person: string): void {
  useEffect(() => {
    const send = () => void sendUnsent(person).catch(() => undefined);
    send();
    window.addEventListener('online', send);
    window.addEventListener('focus', send);
    return () => {
      window.removeEventListener('online', send);
      window.removeEventListener('focus', send);
    };
  }, [person]);
}
