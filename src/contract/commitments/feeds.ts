import { z } from 'zod';
import { defineOperations } from '../operation.ts';
import * as shape from '../actors/shapes.ts';

const calendar = ['text/calendar'] as const;
const signedIn = { admission: 'signed-in', deed: 'act-for-party' } as const;

/** Calendars of what falls due. */
export const feedOperations = defineOperations('commitments', {
  listCalendarFeeds: {
    method: 'GET',
    path: '/api/calendar-feeds',
    summary: 'My calendars: when each was made and last read; their addresses are told only once',
    admission: 'signed-in',
    response: z.object({
      items: z.array(z.object({ id: z.uuid(), createdAt: z.string(), lastReadAt: z.string().nullable() })),
    }),
    refusals: [],
  },
  createCalendarFeed: {
    ...signedIn,
    method: 'POST',
    path: '/api/calendar-feeds',
    summary: 'Makes a calendar of what I owe and verify; its secret address is told now and never again',
    body: z.strictObject({}),
    response: z.object({ id: z.uuid(), address: z.string() }),
    status: 201,
    secret: true,
    refusals: [],
  },
  revokeCalendarFeed: {
    ...signedIn,
    method: 'DELETE',
    path: '/api/calendar-feeds/{feedId}',
    summary: 'Closes a calendar: its address answers nobody any more',
    params: z.object({ feedId: z.uuid() }),
    response: shape.done,
    refusals: ['commitments.feed-not-found'],
  },
  readCalendarFeed: {
    method: 'GET',
    path: '/api/calendar/{feed}',
    summary: 'A calendar by its secret address: what its owner owes and verifies, as they may see it now',
    admission: 'anyone',
    params: z.object({ feed: z.string().min(20).max(100) }),
    response: z.unknown(),
    file: calendar,
    refusals: ['commitments.feed-not-found'],
  },
  downloadCommitmentCalendar: {
    method: 'GET',
    path: '/api/commitments/{commitmentId}/calendar',
    summary: 'The due dates of one commitment as a calendar file',
    admission: 'anyone',
    params: z.object({ commitmentId: z.uuid() }),
    response: z.unknown(),
    file: calendar,
    refusals: ['commitments.not-found'],
  },
});
