/** Handing over: what passes on, and the brief of what is open for whoever comes. */
export const en = {
  'handing-over.kept.sheet':
    '{count, plural, one {# list of commitments in preparation} other {# lists of commitments in preparation}}',
  'handing-over.kept.file':
    '{count, plural, one {# file of evidence not handed in} other {# files of evidence not handed in}}',
  'handing-over.kept-passing.passes': '{what}: passes from {from} to {to}.',
  'handing-over.kept-passing.to-keeper':
    '{what} of {from}: kept by whoever hands over, because whoever comes has no active account.',
  'handing-over.kept-passing.stays': '{what}: stays with {from}, because no other account can take it.',
  'handing-over.representation.passes': '{agreement}: {to} will sign for {party} instead of {from}.',
  'handing-over.representation.vacant':
    '{agreement}: {from} no longer signs for {party}; who will has still to be said.',
  'handing-over.representation.not-yours':
    '{agreement}: {from} goes on signing for {party}. Whoever hands over cannot change it; ask that party to.',
  'handing-over.signing': 'Who signs in agreements',
  'handing-over.signing-note':
    'What was signed, approved or verified stays in the name of whoever did it. Check in each text the act by which the signatory was appointed.',
  'handing-over.on-the-day':
    'Lists in preparation and the signing of agreements pass on that very day. Until then they stay with whoever leaves.',
  'handing-over.changeover': 'The next change of government is on {day}.',
  'handing-over.changeover-unverified': 'The next change of government is on {day} (date not verified).',
  'handing-over.open': 'What is open',
  'handing-over.open-lead':
    'As of {today}; what falls due, until {until}. All of it passes with the office to whoever comes.',
  'handing-over.owe': 'Commitments to be kept',
  'handing-over.owed': 'Commitments that others have to keep',
  'handing-over.verify': 'Deliveries to verify',
  'handing-over.oversee': 'Commitments that are followed',
  'handing-over.waiting': 'Steps and answers that wait',
  'handing-over.agreements': 'Agreements being made or about to end',
  'handing-over.drafts': 'Drafts',
  'handing-over.paths': 'Planning path',
  'handing-over.count':
    '{open} open · {late, plural, =0 {none late} other {# late}} · {soon} falling due until {until}',
  'handing-over.to-verify': '{open, plural, one {# waits for verification} other {# wait for verification}}',
  'handing-over.things': '{count, plural, one {# in all} other {# in all}}',
  'handing-over.first-shown': 'The first {count} are shown. The rest is among the commitments.',
  'handing-over.owed-by': 'by {name}',
  'handing-over.owed-to': 'for {name}',
  'handing-over.within': 'in “{title}”',
  'handing-over.actions': 'Plan actions in these days',
  'handing-over.begins': 'begins on {day}',
  'handing-over.ends': 'ends on {day}',
  'handing-over.no-end': 'no end date',
  'handing-over.since': 'since {day}',
  'handing-over.step': 'Session {step}',
  'handing-over.no-step': 'Not begun',
  'handing-over.stopped-by': 'held up by: {what}',
  'handing-over.help':
    '{count, plural, one {# request for help unanswered} other {# requests for help unanswered}}',
  'handing-over.nothing-in': 'Nothing open in: {list}.',
  'handing-over.draft.commitment': 'Proposed commitment',
  'handing-over.draft.plan': 'Plan',
  'handing-over.draft.strategy': 'Strategy',
  'handing-over.draft.need': 'Need',
  'handing-over.draft.inventory-import': 'Inventory sheet not applied',
  'handing-over.previewed': 'Seen, not applied',
  'handing-over.yours': 'Hand-over in your name',
  'handing-over.yours-leave': 'You are to leave the office on {day}.',
  'handing-over.yours-cancelled': 'The hand-over set for {day} was cancelled. Reason: {reason}',
  'handing-over.coming': 'Hand-overs to come',
  'handing-over.cancel': 'Cancel this hand-over',
  'handing-over.cancel-title': 'Cancel the hand-over of {name} on {day}',
  'handing-over.cancel-lead':
    'Offices, seats and permissions stay as they were. Whoever was to leave and whoever was to come will see it, with the reason.',
  'handing-over.cancel-reason': 'Reason',
  'handing-over.cancel-reason-help':
    'For example, “the new government takes office later”. Both sides read it.',
  'handing-over.cancel-do': 'Cancel the hand-over',
  'handing-over.keep': 'Leave it as it is',
  'handing-over.cancelled': 'Cancelled on {day}. Reason: {reason}',
  'handing-over.cancelled-means':
    'Nothing below has passed: offices, seats and permissions are as they were.',
  'handing-over.yours-link': 'Read the hand-over brief of {day}',
} as const;
