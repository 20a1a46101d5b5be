import { z } from 'zod';
import { defineOperations } from '../operation.ts';
import * as shape from '../actors/shapes.ts';
import { lists } from './shapes.ts';

const params = z.object({ instanceId: z.uuid() });
const path = '/api/commitment-instances/{instanceId}' as const;

/** What every act upon one instance has in common: it is done to the version that was seen. */
const onInstance = {
  method: 'POST',
  admission: 'signed-in',
  params,
  response: shape.idAndVersion,
  versioned: true,
} as const;
const refusals = [
  'shared.forbidden',
  'shared.stale',
  'commitments.instance-not-found',
  'commitments.not-found',
  'commitments.not-as-it-stands',
];
const worded = [...refusals, 'actors.personal-in-text'];
const reasoned = z.strictObject({ reason: shape.reason, confirmText: shape.confirmText });

export const instanceOperations = defineOperations('commitments', {
  startInstance: {
    ...onInstance,
    path: `${path}/start`,
    summary: 'Says that whoever owes it has begun',
    deed: 'act-for-party',
    refusals,
  },
  forecastInstance: {
    ...onInstance,
    path: `${path}/forecast`,
    summary: 'Says when it will come, and why then',
    deed: 'act-for-party',
    body: z.strictObject({ forecastOn: shape.day, reason: shape.reason, confirmText: shape.confirmText }),
    refusals: [...worded, 'commitments.day-past'],
  },
  rescheduleInstance: {
    ...onInstance,
    path: `${path}/rescheduling`,
    summary: 'Sets another due day with a reason: the commission of its agreement, or the centre',
    deed: 'oversee-agreement',
    body: z.strictObject({ dueOn: shape.day, reason: shape.reason, confirmText: shape.confirmText }),
    refusals: [...worded, 'commitments.needs-addendum', 'commitments.outside-term', 'commitments.day-past'],
  },
  waiveInstance: {
    ...onInstance,
    path: `${path}/waiver`,
    summary: 'Lets whoever owes it off, with the reason; it does not count',
    deed: 'oversee-agreement',
    body: reasoned,
    refusals: [...worded, 'commitments.own-side'],
  },
  cancelInstance: {
    ...onInstance,
    path: `${path}/cancellation`,
    summary: 'Ends one delivery that is no longer owed, with the reason',
    deed: 'oversee-agreement',
    body: reasoned,
    refusals: [...worded, 'commitments.own-side'],
  },
  noticeInstance: {
    ...onInstance,
    path: `${path}/notice`,
    summary: 'Gives formal notice of what is overdue, with the day by which it has to be cured',
    deed: 'oversee-agreement',
    body: z.strictObject({ reason: shape.reason, cureBy: shape.optionalDay, confirmText: shape.confirmText }),
    refusals: [
      ...worded,
      'commitments.own-side',
      'commitments.not-due-yet',
      'commitments.already-noticed',
      'commitments.day-past',
    ],
  },
  withdrawInstanceNotice: {
    ...onInstance,
    path: `${path}/notice-withdrawal`,
    summary: 'Takes a formal notice back, with the reason',
    deed: 'oversee-agreement',
    body: reasoned,
    refusals: [...worded, 'commitments.own-side', 'commitments.not-noticed'],
  },
  replyToInstanceNotice: {
    ...onInstance,
    path: `${path}/reply`,
    summary: 'What whoever owes it says to the notice; it is published beside the breach',
    deed: 'act-for-party',
    body: z.strictObject({ reply: z.string().trim().min(3).max(4000), confirmText: shape.confirmText }),
    refusals: [...worded, 'commitments.not-noticed'],
  },
  declareBreach: {
    ...onInstance,
    path: `${path}/breach`,
    summary: 'Declares what was noticed and not cured in time a breach',
    deed: 'oversee-agreement',
    body: reasoned,
    refusals: [...worded, 'commitments.own-side', 'commitments.not-noticed', 'commitments.still-to-cure'],
  },
  publishBreach: {
    ...onInstance,
    path: `${path}/breach-publication`,
    summary: 'Publishes a breach with the reply, once there was time to reply',
    deed: 'oversee-agreement',
    refusals: [
      ...refusals,
      'commitments.own-side',
      'commitments.reply-period',
      'commitments.quiet-period',
      'commitments.already-published',
    ],
  },
  reviewDelivery: {
    ...onInstance,
    path: `${path}/review`,
    summary:
      'Accepts what was handed in, rejects it, or sends it back for more: the verifier, never the side that owes',
    deed: 'act-for-party',
    body: z.strictObject({
      result: lists.review,
      reason: shape.optionalText(1000).describe('Needed unless it is accepted.'),
      confirmText: shape.confirmText,
    }),
    refusals: [...worded, 'commitments.own-side', 'commitments.own-evidence', 'commitments.reason-missing'],
  },
});
