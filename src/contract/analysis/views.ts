import { z } from 'zod';
import { viewAudiences } from '#domain/analysis/view.ts';
import { defineOperations } from '../operation.ts';
import * as shape from '../actors/shapes.ts';

const audience = z.enum(viewAudiences).describe('For oneself, for one’s organisation, for everybody.');
const written = {
  title: z.string().trim().min(3).max(200),
  note: shape.optionalText(1000),
  audience,
};
const params = z.object({ view: z.uuid() });
const deedRefusals = ['shared.forbidden', 'shared.stale', 'analysis.view-not-found'];

export const savedView = z.object({
  id: z.uuid(),
  title: z.string(),
  note: z.string().nullable(),
  query: z.string().describe('What stands behind the question mark in the explorer’s address.'),
  audience,
  territory: shape.place,
  organisation: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  isOwn: z.boolean(),
  mayChange: z.boolean(),
  version: z.number(),
});

/** Questions to the explorer that are kept and shared. They hold no figures: whoever opens one sees what is theirs to see. */
export const viewOperations = defineOperations('analysis', {
  listSavedViews: {
    method: 'GET',
    path: '/api/saved-views',
    summary: 'Views that were kept: one’s own, those of one’s organisation, those for everybody',
    admission: 'anyone',
    query: z.object(shape.pageQuery),
    response: shape.page(savedView),
    refusals: [],
  },
  getSavedView: {
    method: 'GET',
    path: '/api/saved-views/{view}',
    summary: 'One view that was kept',
    admission: 'anyone',
    params,
    response: savedView,
    refusals: ['analysis.view-not-found'],
  },
  createSavedView: {
    method: 'POST',
    path: '/api/saved-views',
    summary: 'Keeps a question to the explorer under a title, for oneself or to share',
    admission: 'signed-in',
    body: z.strictObject({ ...written, query: z.string().min(1).max(2000) }),
    response: shape.idAndVersion,
    status: 201,
    refusals: [
      'shared.forbidden',
      'analysis.asks-nothing',
      'analysis.no-organisation',
      'actors.territory-not-found',
    ],
  },
  updateSavedView: {
    method: 'PUT',
    path: '/api/saved-views/{view}',
    summary: 'Changes the title of a view, or for whom it is',
    admission: 'signed-in',
    params,
    versioned: true,
    body: z.strictObject(written),
    response: shape.idAndVersion,
    refusals: [...deedRefusals, 'analysis.no-organisation'],
  },
  deleteSavedView: {
    method: 'DELETE',
    path: '/api/saved-views/{view}',
    summary: 'Throws a view away',
    admission: 'signed-in',
    params,
    versioned: true,
    response: shape.done,
    refusals: deedRefusals,
  },
});
