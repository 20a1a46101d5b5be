import { z } from 'zod';
import { defineOperations } from '../operation.ts';
import * as shape from '../actors/shapes.ts';
import * as own from './shapes.ts';

const strategyId = z.object({ strategyId: z.uuid() });
const versionId = z.object({ versionId: z.uuid() });
const elementId = z.object({ elementId: z.uuid() });
const changing = { admission: 'signed-in', deed: 'edit-strategy' } as const;
const strategyRefusals = ['shared.forbidden', 'strategy.not-found'];
const actRefusals = [
  'shared.forbidden',
  'shared.stale',
  'strategy.version-not-found',
  'strategy.approved-stays',
  'strategy.not-as-it-stands',
];
const wordRefusals = [
  'actors.personal-in-text',
  'strategy.incomplete',
  'strategy.organisation-not-found',
  'strategy.code-twice',
];
const elementRefusals = [
  'shared.forbidden',
  'shared.stale',
  'strategy.element-not-found',
  'strategy.approved-stays',
  'strategy.not-as-it-stands',
];
const placeRefusals = ['strategy.parent-elsewhere', 'strategy.too-deep', 'strategy.code-twice'];

/** What every act upon a version has in common: it is done to the version as it was seen. */
const onVersion = {
  ...changing,
  method: 'POST',
  params: versionId,
  response: shape.idAndVersion,
  versioned: true,
} as const;

export const strategyWritingOperations = defineOperations('strategy', {
  createStrategy: {
    ...changing,
    method: 'POST',
    path: '/api/strategies',
    summary: 'Registers a strategy with an empty first version, which only its editors see',
    body: z.strictObject({ territory: shape.territoryReference, ...own.writtenStrategy }),
    response: shape.idAndVersion.extend({ versionId: z.uuid() }),
    status: 201,
    refusals: [
      'shared.forbidden',
      'actors.territory-not-found',
      'strategy.incomplete',
      'strategy.owner-not-found',
      'strategy.looks-alike',
    ],
  },
  updateStrategy: {
    ...changing,
    method: 'PUT',
    path: '/api/strategies/{strategyId}',
    summary: 'Corrects what is said of a strategy; period and levels only until a version is approved',
    params: strategyId,
    body: z.strictObject(own.writtenStrategy),
    response: shape.idAndVersion,
    versioned: true,
    refusals: [
      ...strategyRefusals,
      'shared.stale',
      'strategy.incomplete',
      'strategy.owner-not-found',
      'strategy.levels-in-use',
      'strategy.approved-stays',
    ],
  },
  startStrategyVersion: {
    ...changing,
    method: 'POST',
    path: '/api/strategies/{strategyId}/versions',
    summary: 'Starts a new version as a copy of the approved one',
    params: strategyId,
    response: shape.idAndVersion,
    status: 201,
    refusals: [...strategyRefusals, 'strategy.version-open'],
  },
  addStrategyElement: {
    ...changing,
    method: 'POST',
    path: '/api/strategy-versions/{versionId}/elements',
    summary: 'Adds an axis, an objective or a line to a draft',
    params: versionId,
    body: z.strictObject({ parentId: shape.optionalId, ...own.written }),
    response: shape.idAndVersion.extend({ threadId: z.uuid() }),
    status: 201,
    refusals: [...actRefusals.filter((code) => code !== 'shared.stale'), ...wordRefusals, ...placeRefusals],
  },
  updateStrategyElement: {
    ...changing,
    method: 'PUT',
    path: '/api/strategy-elements/{elementId}',
    summary: 'Changes what an element of a draft says',
    params: elementId,
    body: z.strictObject(own.written),
    response: shape.idAndVersion,
    versioned: true,
    refusals: [...elementRefusals, ...wordRefusals],
  },
  moveStrategyElement: {
    ...changing,
    method: 'POST',
    path: '/api/strategy-elements/{elementId}/place',
    summary: 'Moves an element of a draft under another one of its level, or among its siblings',
    params: elementId,
    body: z.strictObject({
      parentId: shape.optionalId,
      position: z.number().int().min(0).max(1000).describe('Among its siblings, the first being 0.'),
    }),
    response: shape.idAndVersion,
    versioned: true,
    refusals: [...elementRefusals, ...placeRefusals, 'strategy.under-itself', 'strategy.other-level'],
  },
  removeStrategyElement: {
    ...changing,
    method: 'DELETE',
    path: '/api/strategy-elements/{elementId}',
    summary: 'Removes an element of a draft with all that stands under it',
    params: elementId,
    response: shape.done,
    versioned: true,
    refusals: elementRefusals,
  },
  openStrategyConsultation: {
    ...onVersion,
    path: '/api/strategy-versions/{versionId}/consultation',
    summary: 'Opens a draft to the remarks of everybody with an account, between two days',
    body: z.strictObject({ from: shape.day, to: shape.day }),
    refusals: [...actRefusals, 'strategy.consultation-dates', 'strategy.empty'],
  },
  closeStrategyConsultation: {
    ...onVersion,
    path: '/api/strategy-versions/{versionId}/consultation-closing',
    summary: 'Closes a consultation: the version is a draft again, its remarks stay',
    refusals: actRefusals,
  },
  approveStrategyVersion: {
    ...onVersion,
    path: '/api/strategy-versions/{versionId}/approval',
    summary: 'Approves a draft by a named act; the version in force before ends the day before',
    body: z.strictObject({
      body: shape.optionalText(300).describe('Which body approved it.'),
      act: shape.optionalText(300).describe('The act, as "Resolución de Gabinete 78".'),
      on: shape.optionalDay,
      validFrom: shape.optionalDay,
      isExampleStructure: z
        .boolean()
        .optional()
        .describe('Whether what it says is only an example; as it was, if not said.'),
    }),
    refusals: [...actRefusals, 'strategy.approval-incomplete', 'strategy.empty'],
  },
  abandonStrategyVersion: {
    ...onVersion,
    path: '/api/strategy-versions/{versionId}/abandonment',
    summary: 'Gives up a version that was being prepared, with the reason',
    body: z.strictObject({ reason: shape.reason, confirmText: shape.confirmText }),
    refusals: [...actRefusals, 'actors.personal-in-text'],
  },
});
