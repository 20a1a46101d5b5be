import { z } from 'zod';
import { defineOperations } from '../operation.ts';
import * as shape from '../actors/shapes.ts';
import * as figures from '../values/shapes.ts';

const note = z.object({
  id: z.uuid(),
  period: z.string().nullable().describe('Null: of the whole line.'),
  words: z.string(),
  isPublic: z.boolean(),
  organisation: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  writtenOn: z.string(),
  mayRemove: z.boolean(),
  version: z.number(),
});

/** What has to be known beside a figure. */
export const noteOperations = defineOperations('analysis', {
  listFigureNotes: {
    method: 'GET',
    path: '/api/figure-notes',
    summary:
      'Notes beside the figures of an indicator in a territory; internal ones for whoever keeps or reports figures there',
    admission: 'anyone',
    query: z.object({
      indicator: figures.indicatorCode,
      territory: shape.territoryReference,
      ...shape.pageQuery,
    }),
    response: shape.page(note).extend({
      mayNote: z.array(z.enum(['public', 'internal'])).describe('What whoever asks may write here.'),
    }),
    refusals: ['values.indicator-not-found', 'actors.territory-not-found'],
  },
  createFigureNote: {
    method: 'POST',
    path: '/api/figure-notes',
    summary: 'Writes a note beside a figure, for everybody or for within',
    admission: 'signed-in',
    body: z.strictObject({
      indicator: figures.indicatorCode,
      territory: shape.territoryReference,
      period: shape.optionalText(10),
      words: z.string().trim().min(3).max(1000),
      isPublic: z.boolean(),
      confirmText: shape.confirmText,
    }),
    response: shape.idAndVersion,
    status: 201,
    refusals: [
      'shared.forbidden',
      'values.indicator-not-found',
      'values.not-a-period',
      'actors.territory-not-found',
      'actors.personal-in-text',
    ],
  },
  removeFigureNote: {
    method: 'DELETE',
    path: '/api/figure-notes/{note}',
    summary: 'Takes a note away; the trail keeps that it was there',
    admission: 'signed-in',
    params: z.object({ note: z.uuid() }),
    versioned: true,
    response: shape.done,
    refusals: ['shared.forbidden', 'shared.stale', 'analysis.note-not-found'],
  },
});
