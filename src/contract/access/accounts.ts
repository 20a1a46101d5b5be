import { z } from 'zod';
import { defineOperations } from '../operation.ts';
import {
  account,
  channelName,
  deedName,
  delivery,
  languageName,
  nothing,
  ofAccount,
  reason,
  reference,
  roleName,
  standingName,
  text,
} from './shapes.ts';

const filters = z.object({
  text: z.string().max(200).optional().describe('Part of a name or username.'),
  territory: reference.optional().describe('Only accounts of this territory and below.'),
  standing: standingName.optional(),
  entered: z.enum(['yes', 'no']).optional().describe('no: who was invited and has not entered yet.'),
  role: roleName.optional(),
});

const grant = z.object({
  role: roleName,
  territory: reference,
  organisationId: z.uuid().nullable().default(null),
  structureId: z.uuid().nullable().default(null),
  validFrom: z.iso.date().optional(),
  validTo: z.iso.date().nullable().optional().describe('The first day on which it no longer holds.'),
});

const ofRole = z.object({ id: z.uuid(), roleId: z.uuid() });

/** Accounts and roles, for those who manage them. */
export const accountsOperations = defineOperations('access', {
  listAccounts: {
    method: 'GET',
    path: '/api/accounts',
    summary: 'Accounts of my places; with `entered=no`, who has not entered yet',
    admission: 'signed-in',
    deed: 'see-accounts',
    query: filters.extend({
      after: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: z.object({ items: z.array(account), next: z.string().nullable() }),
    refusals: ['shared.forbidden', 'access.place-not-found'],
  },
  exportAccounts: {
    method: 'GET',
    path: '/api/accounts/table',
    summary: 'The same list as a table to take away',
    admission: 'signed-in',
    deed: 'export',
    query: filters.extend({ format: z.enum(['xlsx', 'csv']).default('xlsx') }),
    response: z.unknown(),
    file: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv'],
    refusals: ['shared.forbidden', 'access.place-not-found'],
  },
  getAccount: {
    method: 'GET',
    path: '/api/accounts/{id}',
    summary: 'One account, its roles, and what I may do to it',
    admission: 'signed-in',
    deed: 'see-accounts',
    params: ofAccount,
    response: account.extend({ abilities: z.array(deedName) }),
    refusals: ['access.account-not-found'],
  },
  createAccount: {
    method: 'POST',
    path: '/api/accounts',
    summary: 'Give somebody an account and a role, and invite them',
    admission: 'signed-in',
    deed: 'invite',
    body: z.object({
      personId: z.uuid().optional().describe('Somebody who is already entered; otherwise name them.'),
      name: text(200).optional().describe('Of a person, or of an office: "Oficial municipal".'),
      username: z
        .string()
        .trim()
        .toLowerCase()
        .max(61)
        .optional()
        .describe('Made from the name when it is left out.'),
      phone: z.string().max(40).optional(),
      email: z.string().max(200).optional(),
      language: languageName.default('es'),
      territory: reference,
      organisationId: z.uuid().nullable().default(null),
      role: grant,
      invite: channelName
        .nullable()
        .default('link')
        .describe('How the invitation travels; null makes none yet.'),
    }),
    response: z.object({ account, delivery: delivery.nullable() }),
    status: 201,
    secret: true,
    refusals: [
      'shared.invalid',
      'shared.forbidden',
      'access.role-not-yours',
      'access.name-taken',
      'access.person-has-account',
      'access.person-not-found',
      'access.place-not-found',
      'access.no-mail-address',
      'access.no-mail-here',
    ],
  },
  suspendAccount: {
    method: 'POST',
    path: '/api/accounts/{id}/suspension',
    summary: 'Keep somebody out until reopened; every session and token ends',
    admission: 'signed-in',
    deed: 'manage-accounts',
    params: ofAccount,
    versioned: true,
    body: z.object({ reason }),
    response: account,
    refusals: [
      'access.account-not-found',
      'shared.forbidden',
      'access.stands-above',
      'access.not-in-this-standing',
      'shared.stale',
    ],
  },
  reopenAccount: {
    method: 'POST',
    path: '/api/accounts/{id}/reopening',
    summary: 'Let somebody in again',
    admission: 'signed-in',
    deed: 'manage-accounts',
    params: ofAccount,
    versioned: true,
    body: z.object({ reason }),
    response: account,
    refusals: [
      'access.account-not-found',
      'shared.forbidden',
      'access.stands-above',
      'access.not-in-this-standing',
      'shared.stale',
    ],
  },
  closeAccount: {
    method: 'POST',
    path: '/api/accounts/{id}/closing',
    summary: 'End an account for good; its roles end today and its past stays',
    admission: 'signed-in',
    deed: 'manage-accounts',
    params: ofAccount,
    versioned: true,
    body: z.object({ reason }),
    response: account,
    refusals: [
      'access.account-not-found',
      'shared.forbidden',
      'access.stands-above',
      'access.not-in-this-standing',
      'shared.stale',
    ],
  },
  grantRole: {
    method: 'POST',
    path: '/api/accounts/{id}/roles',
    summary: 'Give a role over a territory and all below it',
    admission: 'signed-in',
    deed: 'manage-accounts',
    params: ofAccount,
    body: grant,
    response: account,
    status: 201,
    refusals: [
      'access.account-not-found',
      'shared.invalid',
      'shared.forbidden',
      'access.role-not-yours',
      'access.stands-above',
      'access.place-not-found',
    ],
  },
  endRole: {
    method: 'DELETE',
    path: '/api/accounts/{id}/roles/{roleId}',
    summary: 'End a role today',
    admission: 'signed-in',
    deed: 'manage-accounts',
    params: ofRole,
    response: account,
    refusals: [
      'access.account-not-found',
      'access.role-not-found',
      'access.role-not-yours',
      'shared.forbidden',
    ],
  },
  exportPersonData: {
    method: 'GET',
    path: '/api/people/{id}/data',
    summary:
      'Everything that is held about a person who asks for it and cannot fetch it: for those who answer for it',
    admission: 'signed-in',
    deed: 'erase',
    params: z.object({ id: z.uuid() }),
    response: z.unknown(),
    file: ['application/zip'],
    refusals: ['access.person-not-found', 'shared.forbidden'],
  },
  erasePerson: {
    method: 'POST',
    path: '/api/people/{id}/erasure',
    summary: 'Erase what is held about a person: name, contacts, account, and their values in the trail',
    admission: 'signed-in',
    deed: 'erase',
    params: z.object({ id: z.uuid() }),
    body: z.object({ reason }),
    response: nothing,
    refusals: ['access.person-not-found', 'shared.forbidden', 'access.stands-above'],
  },
});
