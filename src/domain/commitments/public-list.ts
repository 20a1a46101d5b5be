/** What the public list of commitments can be narrowed to. Words: `portal.state.<state>`. */
export const publicStates = ['all', 'open', 'delivered', 'verified', 'overdue', 'ended'] as const;
export type PublicState = (typeof publicStates)[number];
