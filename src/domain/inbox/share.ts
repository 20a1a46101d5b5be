/** What can be shared by a short text: a commitment, an agreement, a plan, an office's path with its requests for help. */
export const shareKinds = ['commitment', 'agreement', 'plan', 'path'] as const;
export type ShareKind = (typeof shareKinds)[number];
