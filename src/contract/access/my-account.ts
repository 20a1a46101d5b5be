import { z } from 'zod';
import { defineOperations } from '../operation.ts';
import { account, languageName, nothing, secretText, text, themeName } from './shapes.ts';

const token = z.object({
  id: z.uuid(),
  name: z.string(),
  mayWrite: z.boolean(),
  createdAt: z.string(),
  expiresAt: z.string(),
  lastUsedAt: z.string().nullable(),
});

const contact = z.object({
  channel: z.enum(['phone', 'mobile', 'email']),
  value: text(300),
  visibility: z.enum(['territory', 'network', 'public']),
});

/** What everybody does with the own account. */
export const myAccountOperations = defineOperations('access', {
  getMyAccount: {
    method: 'GET',
    path: '/api/my-account',
    summary: 'My account and how I can be reached',
    admission: 'signed-in',
    response: account.extend({ theme: themeName, contacts: z.array(contact), recoveryCodesLeft: z.number() }),
    refusals: [],
  },
  updateMyAccount: {
    method: 'PATCH',
    path: '/api/my-account',
    summary: 'Change language, theme, names to sign in with, or how I can be reached',
    admission: 'signed-in',
    versioned: true,
    body: z.object({
      language: languageName.optional(),
      theme: themeName.optional(),
      phone: z.string().max(40).nullable().optional().describe('To sign in with; empty removes it.'),
      email: z
        .string()
        .max(200)
        .nullable()
        .optional()
        .describe('To sign in with and for messages; empty removes it.'),
      contacts: z.array(contact).max(10).optional().describe('Replaces how others can reach me.'),
    }),
    response: z.object({ version: z.number() }),
    refusals: ['shared.stale', 'shared.invalid', 'access.name-taken'],
  },
  changePassword: {
    method: 'POST',
    path: '/api/my-account/password',
    summary: 'Change my password; other devices are signed out',
    admission: 'signed-in',
    body: z.object({ current: secretText, password: secretText }),
    response: nothing,
    secret: true,
    refusals: [
      'access.wrong-password',
      'access.weak-password',
      'access.session-required',
      'access.too-many-attempts',
    ],
  },
  enrolSecondFactor: {
    method: 'POST',
    path: '/api/my-account/second-factor',
    summary: 'Begin a second factor: a key for an authenticator',
    admission: 'signed-in',
    body: z.object({ password: secretText }),
    response: z.object({ key: z.string(), address: z.string(), qr: z.string().describe('SVG') }),
    secret: true,
    refusals: [
      'access.wrong-password',
      'access.second-factor-standing',
      'access.session-required',
      'access.too-many-attempts',
    ],
  },
  enableSecondFactor: {
    method: 'POST',
    path: '/api/my-account/second-factor/confirmation',
    summary: 'Confirm the authenticator with its first code; recovery codes are shown once',
    admission: 'signed-in',
    body: z.object({
      code: z
        .string()
        .trim()
        .regex(/^\d{6}$/),
    }),
    response: z.object({ recoveryCodes: z.array(z.string()) }),
    secret: true,
    refusals: [
      'access.wrong-code',
      'access.second-factor-standing',
      'access.session-required',
      'access.too-many-attempts',
    ],
  },
  removeSecondFactor: {
    method: 'POST',
    path: '/api/my-account/second-factor/removal',
    summary: 'Sign in with the password alone from now on',
    admission: 'signed-in',
    body: z.object({ password: secretText }),
    response: nothing,
    secret: true,
    refusals: [
      'access.wrong-password',
      'access.second-factor-standing',
      'access.session-required',
      'access.too-many-attempts',
    ],
  },
  exportMyData: {
    method: 'GET',
    path: '/api/my-account/data',
    summary: 'Everything that is held about me, to read and for programs',
    admission: 'signed-in',
    response: z.unknown(),
    file: ['application/zip'],
    refusals: ['access.session-required'],
  },
  createToken: {
    method: 'POST',
    path: '/api/my-account/tokens',
    summary: 'Make a personal access token; it is shown once',
    admission: 'signed-in',
    body: z.object({
      name: text(100),
      mayWrite: z.boolean().default(false),
      days: z.number().int().min(1).max(366).default(90),
    }),
    response: token.extend({ secret: z.string() }),
    secret: true,
    refusals: ['access.session-required'],
  },
  listTokens: {
    method: 'GET',
    path: '/api/my-account/tokens',
    summary: 'My personal access tokens',
    admission: 'signed-in',
    response: z.object({ items: z.array(token) }),
    refusals: [],
  },
  revokeToken: {
    method: 'DELETE',
    path: '/api/my-account/tokens/{id}',
    summary: 'End a personal access token',
    admission: 'signed-in',
    params: z.object({ id: z.uuid() }),
    response: nothing,
    refusals: ['access.token-not-found'],
  },
});
