import { z } from 'zod';
import { defineOperations } from '../operation.ts';
import * as shape from '../actors/shapes.ts';
import { agreement } from './agreement-shape.ts';
import { agreementSummary, lists, newParty, written } from './shapes.ts';

const spreadsheets = [
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'text/csv',
] as const;

const filter = {
  territory: shape.territoryReference.optional(),
  below: z.enum(['yes', 'no']).default('yes').describe('Whether those of the territories below count too.'),
  standing: lists.standing.optional().describe('How it stands today: what is past its last day has expired.'),
  kind: lists.kind.optional(),
  party: z.uuid().optional().describe('An organisation or structure that is a party.'),
  line: z.uuid().optional().describe('A line of the strategy that it serves.'),
  ending: z.enum(['30', '90', '180']).optional().describe('In force, and ending within so many days.'),
  text: z.string().trim().max(200).optional(),
};

export const draftingOperations = defineOperations('agreements', {
  listAgreements: {
    method: 'GET',
    path: '/api/agreements',
    summary: 'Agreements, the latest first; what is not public only for its parties and those who oversee it',
    admission: 'anyone',
    query: z.object({ ...filter, ...shape.pageQuery }),
    response: shape.page(agreementSummary).extend({
      count: z.number().describe('How many there are in all.'),
      abilities: shape.abilities,
    }),
    refusals: ['actors.territory-not-found'],
  },
  exportAgreements: {
    method: 'GET',
    path: '/api/agreements/export',
    summary: 'Exactly the agreements that the list shows, as a spreadsheet',
    admission: 'anyone',
    query: z.object({ ...filter, format: z.enum(['xlsx', 'csv']).default('xlsx') }),
    response: z.unknown(),
    file: spreadsheets,
    refusals: ['actors.territory-not-found'],
  },
  getAgreement: {
    method: 'GET',
    path: '/api/agreements/{agreementId}',
    summary:
      'One agreement with its parties, text, commitments, budget, what it still needs and all that was done to it',
    admission: 'anyone',
    params: z.object({ agreementId: z.uuid() }),
    response: agreement,
    refusals: ['agreements.not-found'],
  },
  createAgreement: {
    method: 'POST',
    path: '/api/agreements',
    summary: 'Drafts an agreement from an instrument: its clauses come with it, in the language chosen',
    admission: 'signed-in',
    deed: 'act-for-party',
    body: z.strictObject({
      templateId: z.string().max(100),
      territory: shape.territoryReference.describe('The territory it belongs to.'),
      language: lists.language.default('es'),
      parties: z.array(newParty).min(1).max(100),
      ...written,
    }),
    response: shape.idAndVersion,
    status: 201,
    refusals: [
      'shared.forbidden',
      'actors.territory-not-found',
      'actors.personal-in-text',
      'agreements.template-not-found',
      'agreements.only-a-library',
      'agreements.holder-not-found',
      'agreements.party-twice',
      'agreements.incomplete',
      'agreements.parent-not-found',
      'agreements.need-not-found',
      'agreements.line-not-found',
    ],
  },
});
