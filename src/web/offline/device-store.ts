import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** What somebody wrote in a form and has not sent. */
export type Draft = {
  readonly person: string;
  readonly form: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly at: number;
};

export type Standing = 'waiting' | 'sending' | 'refused' | 'conflict';

/** Something written that waits to be sent to the API; its id is the Idempotency-Key, so that it is done once. */
export type Unsent = {
  readonly id: string;
  readonly person: string;
  /** What it is, in the words of whoever wrote it. */
  readonly title: string;
  /** The page on which it was written. */
  readonly page: string;
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body: unknown;
  /** The version that was edited, where there is one. */
  readonly version: number | null;
  /** What its fields are called, for when two versions are compared. */
  readonly labels: Readonly<Record<string, string>> | null;
  readonly at: number;
  readonly standing: Standing;
  /** Why it was not accepted, in words. */
  readonly reason: string | null;
  /** The thing as somebody else left it, when `conflict`. */
  readonly current: unknown;
};

interface Device extends DBSchema {
  drafts: { key: [string, string]; value: Draft };
  outbox: { key: string; value: Unsent; indexes: { person: string } };
}

let opened: Promise<IDBPDatabase<Device>> | null = null;

/** What this device keeps, for every person who uses it; each sees only what is theirs. */
export function deviceStore(): Promise<IDBPDatabase<Device>> {
  return (opened ??= openDB<Device>('articula', 1, {
    upgrade(database) {
      database.createObjectStore('drafts', { keyPath: ['person', 'form'] });
      database.createObjectStore('outbox', { keyPath: 'id' }).createIndex('person', 'person');
    },
    // Another tab runs a newer version: let it have the store.
    blocking: (_current, _next, event) => (event.target as IDBDatabase).close(),
  }));
}
