/** Deeds that show what is not for everyone. A read-only token may do these and no other. */
export const readingDeeds = [
  'see-private-contacts',
  'export',
  'see-accounts',
  'read-audit',
  'see-figures', // figures as they are, small numbers too, and those not yet published
  'see-unpublished', // drafts of plans, agreements and commitments, before they are everyone's
] as const;

/** Deeds that change something. */
export const changingDeeds = [
  'edit-territory', // names, populations, boundaries, dates of a territory
  'edit-organisation', // an organisation, its names, its offices and how to reach it
  'describe-work', // what an organisation does against violence, for whom, where
  'edit-structure', // a board or committee, its seats and who sits on them
  'edit-person', // somebody who works on prevention, and how to reach them
  'edit-need', // a prioritised need of a territory, and how things stand with it
  'edit-strategy', // the strategy of a country: its versions, consultation, approval
  'edit-plan', // a plan of a municipality, a committee or an institution
  'review-plan', // remark on plans that were submitted, approve them or send them back; answer for help; decide what is linked to prevention
  'act-for-party', // whatever a party to an agreement or commitment does: propose, agree, deliver, verify, give notice
  'oversee-agreement', // what the monitoring commission or the centre does: confirm, escalate, reschedule, record, publish
  'edit-indicator', // what is measured: definitions, targets, series, what reports ask for
  'report-figures', // fill in and send what is asked of a territory, an institution or an agreement
  'review-figures', // approve, return, lock and reopen what was reported
  'merge', // two entries of one organisation or person into one
  'hand-over', // what was one person's passes on to another
  'import',
  'manage-accounts', // suspend, reopen, close; grant and end roles
  'invite',
  'reset-access', // a one-time code for somebody who cannot get in
  'erase', // what is held about a person, for good
  'manage-installation', // backups, packs, settings: the only deed without a place
] as const;

/** Everything that needs a right. What is public needs none; what is one's own has its own sentences in permissions.ts. */
export const deeds = [...readingDeeds, ...changingDeeds] as const;

export type Deed = (typeof deeds)[number];

/** Whether a deed only shows. */
export function isReading(deed: Deed): boolean {
  return (readingDeeds as readonly Deed[]).includes(deed);
}
