import type { inboxOperations } from '#contract/inbox/index.ts';
import { countInbox } from '#services/inbox/count-inbox.ts';
import { getReminderChoice } from '#services/inbox/get-reminder-choice.ts';
import { getShareText } from '#services/inbox/get-share-text.ts';
import { listInbox } from '#services/inbox/list-inbox.ts';
import { listUnreached } from '#services/inbox/list-unreached.ts';
import { updateReminderChoice } from '#services/inbox/update-reminder-choice.ts';
import type { Bindings } from '../bind-operations.ts';

/** Each operation of the inbox with the service that does it. */
export const inboxBindings = {
  countInbox,
  getReminderChoice,
  getShareText,
  listInbox,
  listUnreached,
  updateReminderChoice,
} satisfies Bindings<typeof inboxOperations>;
