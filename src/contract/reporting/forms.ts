import { z } from 'zod';
import * as shape from '../actors/shapes.ts';
import { defineOperations } from '../operation.ts';
import { formShape, formSummary, writtenForm } from './shapes.ts';

const params = z.object({ form: z.uuid() });

export const formOperations = defineOperations('reporting', {
  listReportForms: {
    method: 'GET',
    path: '/api/report-forms',
    summary: 'The forms by which reports are asked for, and what a form may ask for',
    admission: 'signed-in',
    query: z.object({ territory: shape.territoryReference.optional() }),
    response: z.object({
      items: z.array(formSummary),
      indicators: z
        .array(
          z.object({
            code: z.string(),
            title: z.string(),
            unit: z.string(),
            topic: z.string(),
            isComputed: z.boolean().describe('Worked out and only shown.'),
          }),
        )
        .describe(
          'Indicators of the territory’s country that a form can hold; ratios and computed ones are only shown.',
        ),
      abilities: shape.abilities,
    }),
    refusals: ['actors.territory-not-found'],
  },
  getReportForm: {
    method: 'GET',
    path: '/api/report-forms/{form}',
    summary: 'What a form asks, with its bounds and the rules between figures',
    admission: 'signed-in',
    params,
    response: formSummary.extend({ content: formShape }),
    refusals: ['reporting.form-not-found'],
  },
  createReportForm: {
    method: 'POST',
    path: '/api/report-forms',
    summary: 'Makes a form of indicators and questions',
    admission: 'signed-in',
    deed: 'edit-indicator',
    body: z.strictObject({ territory: shape.territoryReference, ...writtenForm }),
    response: shape.idAndVersion,
    status: 201,
    refusals: ['shared.forbidden', 'actors.territory-not-found', 'reporting.form-faults'],
  },
  updateReportForm: {
    method: 'PUT',
    path: '/api/report-forms/{form}',
    summary: 'Writes the next version of a form; open cycles go on asking by theirs',
    admission: 'signed-in',
    deed: 'edit-indicator',
    params,
    body: z.strictObject(writtenForm),
    response: shape.idAndVersion,
    versioned: true,
    refusals: ['shared.forbidden', 'shared.stale', 'reporting.form-not-found', 'reporting.form-faults'],
  },
});
