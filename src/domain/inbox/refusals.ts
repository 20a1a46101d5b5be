import { refusalsOf, type RefusalTable } from '#domain/shared/refusal.ts';

/** Every expected "no" of this part. Words: `refusal.<code>`. */
export const inboxRefusals = {
  'inbox.nothing-to-share': 'missing',
} as const satisfies RefusalTable;

export type InboxRefusal = keyof typeof inboxRefusals;

export const refuse = refusalsOf(inboxRefusals);
