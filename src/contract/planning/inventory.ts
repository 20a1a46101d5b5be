import { z } from 'zod';
import * as shape from '../actors/shapes.ts';
import { defineOperations } from '../operation.ts';
import * as planning from './shapes.ts';

const params = z.object({ entryId: z.uuid() });
const deedRefusals = ['shared.forbidden', 'shared.stale', 'planning.entry-not-found'];
const bodyRefusals = [
  'shared.forbidden',
  'actors.territory-not-found',
  'actors.personal-in-text',
  'planning.organisation-not-found',
  'planning.entry-incomplete',
];
const onEntry = {
  method: 'POST',
  admission: 'signed-in',
  deed: 'edit-plan',
  params,
  response: shape.idAndVersion,
  versioned: true,
} as const;
const reasoned = z.strictObject({ reason: shape.reason, confirmText: shape.confirmText });
const reasonedRefusals = [...deedRefusals, 'planning.entry-closed', 'actors.personal-in-text'];

export const inventoryOperations = defineOperations('planning', {
  listInventory: {
    method: 'GET',
    path: '/api/inventory',
    summary:
      'Official plans and programmes linked to prevention, or not yet decided, with the link and its criterion',
    admission: 'anyone',
    query: z.object({ ...planning.entryFilter, ...shape.pageQuery }),
    response: shape.page(planning.entrySummary).extend({
      count: z.number().describe('How many there are in all.'),
      undecided: z.number().describe('How many of them nobody has decided yet.'),
      abilities: shape.abilities,
    }),
    refusals: ['actors.territory-not-found'],
  },
  getInventoryEntry: {
    method: 'GET',
    path: '/api/inventory/{entryId}',
    summary: 'One entry with its link, who decided it and what its words suggest',
    admission: 'anyone',
    params,
    response: planning.entry,
    refusals: ['planning.entry-not-found'],
  },
  createInventoryEntry: {
    method: 'POST',
    path: '/api/inventory',
    summary: 'Enters a plan, programme, project or activity of an organisation',
    admission: 'signed-in',
    deed: 'edit-plan',
    body: z.strictObject({ ...planning.writtenEntry, confirmNew: shape.confirmation }),
    response: shape.idAndVersion,
    status: 201,
    refusals: [...bodyRefusals, 'planning.looks-alike'],
  },
  updateInventoryEntry: {
    ...onEntry,
    method: 'PUT',
    path: '/api/inventory/{entryId}',
    summary: 'Corrects an entry; the decision on its link stays as it is',
    body: z.strictObject(planning.writtenEntry),
    refusals: [...deedRefusals, ...bodyRefusals, 'planning.entry-closed'],
  },
  decideInventoryLink: {
    ...onEntry,
    deed: 'review-plan',
    path: '/api/inventory/{entryId}/link',
    summary: 'Decides how an entry is linked to prevention, by which criterion and by which office',
    body: z.strictObject({
      link: z.enum(['direct', 'indirect', 'none']),
      criterion: z.string().trim().min(3).max(1000),
      office: z.string().trim().min(2).max(200).describe('The office that decides, never a person’s name.'),
      reason: shape
        .optionalText(1000)
        .describe('Why the former decision no longer holds; needed to change one.'),
      confirmText: shape.confirmText,
    }),
    refusals: [
      ...deedRefusals,
      'planning.entry-closed',
      'planning.same-link',
      'planning.reason-missing',
      'actors.personal-in-text',
    ],
  },
  endInventoryEntry: {
    ...onEntry,
    path: '/api/inventory/{entryId}/ending',
    summary: 'Says that a plan or programme has come to its end, and why',
    body: reasoned,
    refusals: reasonedRefusals,
  },
  annulInventoryEntry: {
    ...onEntry,
    path: '/api/inventory/{entryId}/annulment',
    summary: 'Annuls a wrong entry; it stays readable, with the reason, for those who keep the inventory',
    body: reasoned,
    refusals: reasonedRefusals,
  },
  exportInventory: {
    method: 'GET',
    path: '/api/inventory/export',
    summary: 'Exactly the entries that the list shows, as a spreadsheet',
    admission: 'anyone',
    query: z.object({ ...planning.entryFilter, format: z.enum(['xlsx', 'csv']).default('xlsx') }),
    response: z.unknown(),
    file: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv'],
    refusals: ['actors.territory-not-found'],
  },
});
