import { z } from 'zod';
import { shareKinds } from '#domain/inbox/share.ts';
import { workGroups, workKinds, workSubjects } from '#domain/inbox/work.ts';
import { defineOperations } from '../operation.ts';
import * as shape from '../actors/shapes.ts';

const hour = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .describe('An hour of the day, 20:00.');
const choice = {
  byMail: z.boolean(),
  digestWeekday: z.number().int().min(0).max(7).describe('1 Monday to 7 Sunday; 0 for no list of the week.'),
  quietFrom: hour,
  quietTo: hour.describe('The same hour as quietFrom stands for no quiet hours.'),
};

/** What somebody has to do, and how they are told of it. */
export const inboxOperations = defineOperations('inbox', {
  listInbox: {
    method: 'GET',
    path: '/api/inbox',
    summary: 'What I have to do, by when and why, the earliest first; worked out from how things stand',
    admission: 'signed-in',
    query: z.object({ page: z.coerce.number().int().min(1).max(25).default(1) }),
    response: z.object({
      today: z.string(),
      count: z.number().describe('How much is known of so far, of all pages.'),
      overdue: z.number(),
      isMore: z.boolean().describe('There is more than was counted.'),
      next: z.number().nullable().describe('The next page, where there is one.'),
      items: z.array(
        z.object({
          kind: z.enum(workKinds),
          subject: z.enum(workSubjects),
          subjectId: z.uuid(),
          partId: z.uuid().describe('The due date, remark, notice or step that asks for it.'),
          title: z.string(),
          onDay: z.string().nullable().describe('By when; null for what has no day.'),
          group: z.enum(workGroups),
          count: z.number().describe('How many remarks, where it is about several.'),
          territory: shape.place,
          path: z.string().describe('The page on which it is done.'),
          example: z.boolean(),
        }),
      ),
      maySeeUnreached: z.boolean().describe('Whether I may see who could not be reached.'),
    }),
    refusals: [],
  },
  countInbox: {
    method: 'GET',
    path: '/api/inbox/count',
    summary: 'How much I have to do, and how much of it is late',
    admission: 'signed-in',
    response: z.object({ count: z.number(), overdue: z.number() }),
    refusals: [],
  },
  getReminderChoice: {
    method: 'GET',
    path: '/api/reminder-choice',
    summary: 'How I want to be told: by mail or not, on which day the list of the week, and quiet hours',
    admission: 'signed-in',
    response: z.object({ ...choice, version: z.number(), hasAddress: z.boolean(), isMailHere: z.boolean() }),
    refusals: [],
  },
  updateReminderChoice: {
    method: 'PUT',
    path: '/api/reminder-choice',
    summary: 'Choose how to be told',
    admission: 'signed-in',
    versioned: true,
    body: z.strictObject(choice),
    response: z.object({ version: z.number() }),
    refusals: ['shared.stale'],
  },
  listUnreached: {
    method: 'GET',
    path: '/api/unreached',
    summary: 'Whoever was to be told something in the last 30 days and could not be reached',
    admission: 'signed-in',
    query: z.object({ page: z.coerce.number().int().min(1).max(100).default(1) }),
    response: z.object({
      people: z.number().describe('How many, of all pages.'),
      reminders: z.number().describe('How many reminders did not reach them.'),
      next: z.number().nullable().describe('The next page, where there is one.'),
      items: z.array(
        z.object({
          accountId: z.uuid(),
          name: z.string(),
          username: z.string(),
          territory: shape.place,
          reason: z.enum(['no-mail-here', 'no-address', 'refused']),
          detail: z.string().nullable().describe('What the mail server said.'),
          at: z.string(),
          reminders: z.number().describe('How many did not reach them in those days.'),
        }),
      ),
    }),
    refusals: [],
  },
  getShareText: {
    method: 'GET',
    path: '/api/share-texts/{kind}/{id}',
    summary: 'A few words and the address of a thing, without personal data, to share by message',
    admission: 'anyone',
    params: z.object({ kind: z.enum(shareKinds), id: z.uuid() }),
    response: z.object({
      title: z.string(),
      text: z.string().describe('What is not public is shared without its title.'),
      path: z.string(),
    }),
    refusals: ['inbox.nothing-to-share'],
  },
});
