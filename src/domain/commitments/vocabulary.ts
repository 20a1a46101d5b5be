/** How a commitment stands as a whole. Words: `commitments.standing.<standing>`. */
export const commitmentStandings = ['proposed', 'agreed', 'cancelled', 'annulled'] as const;
export type CommitmentStanding = (typeof commitmentStandings)[number];

/** What the acts upon one instance, one time that a commitment falls due, have led to. Never "late": that follows from the dates. */
export const instanceStandings = [
  'not-started',
  'in-progress',
  'delivered',
  'sent-back',
  'verified',
  'breached',
  'waived',
  'cancelled',
] as const;
export type InstanceStanding = (typeof instanceStandings)[number];

/** The state that people are shown. Words: `commitments.state.<state>`. */
export const instanceStates = [
  'proposed',
  'not-started',
  'in-progress',
  'at-risk',
  'overdue',
  'in-review', // what an outsider is told of what is late and not published
  'delivered',
  'delivered-late',
  'sent-back',
  'verified',
  'verified-late',
  'noticed',
  'cured',
  'breached',
  'paused',
  'waived',
  'cancelled',
] as const;
export type InstanceState = (typeof instanceStates)[number];

/** Words: `commitments.evidence-kind.<kind>`. */
export const evidenceKinds = [
  'document',
  'minutes',
  'photo',
  'attendance',
  'invoice',
  'extract',
  'link',
  'confirmation',
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** Who sees evidence: those who keep it to the parties' inner circle, the parties and the centre, or everyone. */
export const evidenceVisibilities = ['private', 'parties', 'public'] as const;
export type EvidenceVisibility = (typeof evidenceVisibilities)[number];

/** What whoever verifies says of evidence. Words: `commitments.review.<review>`. */
export const reviews = ['accepted', 'rejected', 'more'] as const;
export type Review = (typeof reviews)[number];

/** Where a commitment was entered from. */
export const commitmentOrigins = ['person', 'import', 'registered', 'pack'] as const;
export type CommitmentOrigin = (typeof commitmentOrigins)[number];
