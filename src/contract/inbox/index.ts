import { z } from 'zod';
import { workGroups, workKinds, workSubjects } from '#domain/inbox/work.ts';
import { defineOperations } from '../operation.ts';
import * as shape from '../actors/shapes.ts';

/** What somebody has to do, and how they are told of it. */
export const inboxOperations = defineOperations('inbox', {
  listInbox: {
    method: 'GET',
    path: '/api/inbox',
    summary: 'What I have to do, by when and why, the earliest first; worked out from how things stand',
    admission: 'signed-in',
    response: z.object({
      today: z.string(),
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
});
