import { z } from 'zod';
import { defineOperations } from '../operation.ts';
import { deedName, heldRole, languageName, nothing, secretText, themeName } from './shapes.ts';

const entered = z.object({
  state: z
    .enum(['signed-in', 'second-factor'])
    .describe('second-factor: the password was right and a code is asked for.'),
});

/** Getting in, staying in, getting out. */
export const sessionOperations = defineOperations('access', {
  signIn: {
    method: 'POST',
    path: '/api/session',
    summary: 'Sign in with username, phone or e-mail and password',
    admission: 'anyone',
    body: z.object({ name: z.string().trim().min(1).max(200), password: secretText }),
    response: entered,
    secret: true,
    refusals: ['access.wrong-credentials', 'access.too-many-attempts', 'access.suspended'],
  },
  confirmSecondFactor: {
    method: 'POST',
    path: '/api/session/second-factor',
    summary: 'Give the code of the authenticator, or a recovery code',
    admission: 'anyone',
    body: z.object({ code: z.string().trim().min(6).max(20) }),
    response: entered,
    secret: true,
    refusals: ['access.wrong-code', 'access.too-many-attempts', 'shared.signed-out'],
  },
  signOut: {
    method: 'DELETE',
    path: '/api/session',
    summary: 'End this session',
    admission: 'anyone',
    response: nothing,
    refusals: [],
  },
  getSession: {
    method: 'GET',
    path: '/api/session',
    summary: 'Who am I, what may I do, and how do I like it shown',
    admission: 'anyone',
    response: z.object({
      state: z.enum(['visitor', 'second-factor', 'signed-in']),
      mode: z.enum(['demo', 'real']),
      language: languageName,
      account: z
        .object({
          id: z.uuid(),
          personId: z.uuid(),
          name: z.string(),
          username: z.string(),
          theme: themeName,
          example: z.boolean(),
          home: z.object({ reference: z.string(), name: z.string() }),
          organisation: z.object({ id: z.uuid(), name: z.string() }).nullable(),
          roles: z.array(heldRole),
          mayWrite: z.boolean(),
        })
        .nullable(),
      abilities: z.array(deedName).describe('What I may do somewhere; each thing says what I may do to it.'),
    }),
    refusals: [],
  },
  listSessions: {
    method: 'GET',
    path: '/api/sessions',
    summary: 'Where I am signed in',
    admission: 'signed-in',
    response: z.object({
      items: z.array(
        z.object({
          id: z.uuid(),
          isThis: z.boolean(),
          userAgent: z.string().nullable(),
          address: z.string().nullable(),
          createdAt: z.string(),
          lastSeenAt: z.string(),
          expiresAt: z.string(),
        }),
      ),
    }),
    refusals: [],
  },
  revokeSession: {
    method: 'DELETE',
    path: '/api/sessions/{id}',
    summary: 'Sign out one of my devices',
    admission: 'signed-in',
    params: z.object({ id: z.uuid() }),
    response: nothing,
    refusals: ['access.session-not-found'],
  },
  revokeOtherSessions: {
    method: 'DELETE',
    path: '/api/sessions',
    summary: 'Sign out every device of mine but this one',
    admission: 'signed-in',
    response: z.object({ revoked: z.number() }),
    refusals: [],
  },
});
