/** What somebody must do, by when and why; reminders. */
export const en = {
  'refusal.inbox.nothing-to-share': 'There is nothing to share at that address.',
} as const;
