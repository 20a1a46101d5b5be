import type { inboxOperations } from '#contract/inbox/index.ts';
import { countInbox } from '#services/inbox/count-inbox.ts';
import { listInbox } from '#services/inbox/list-inbox.ts';
import type { Bindings } from '../bind-operations.ts';

/** Each operation of the inbox with the service that does it. */
export const inboxBindings = { countInbox, listInbox } satisfies Bindings<typeof inboxOperations>;
