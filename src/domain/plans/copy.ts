import type { WrittenAction } from './action.ts';
import type { ActionContent } from './plan-content.ts';

/**
 * An action as it is taken into another plan. What it does and for whom comes along; need, places, period, money,
 * who is responsible and the do-no-harm check are asked again, because they are of one place and one time.
 */
export function writtenCopyOf(action: ActionContent, isSameCountry: boolean): WrittenAction {
  return {
    title: action.title,
    programmeId: null,
    description: action.description,
    placeIds: [],
    periodFrom: null,
    periodTo: null,
    needId: null,
    noNeedReason: null,
    lineIds: isSameCountry ? action.lines.map((line) => line.id) : [],
    noLineReason: null,
    violence: action.violence,
    preventionLevel: action.preventionLevel,
    preventionTypes: action.preventionTypes,
    inspire: action.inspire,
    ecologicalLevels: action.ecologicalLevels,
    targetGroups: action.targetGroups,
    targetWords: action.targetWords,
    targetSize: null,
    targetWomen: null,
    targetYouth: null,
    targetIndigenous: null,
    targetSource: null,
    responsibleOrganisationId: null,
    responsibleStructureId: null,
    responsibleOffice: null,
    partners: [],
    outputs: action.outputs,
    budget: [],
    budgetTotal: null,
    budgetCurrency: null,
    usesMediation: action.usesMediation,
    harm: null,
    poaCode: null,
  };
}
