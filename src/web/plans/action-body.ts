import { affectedGroups, ecologicalLevels, violenceKinds } from '#domain/diagnosis/vocabulary.ts';
import { budgetKinds, budgetSources, harmQuestions } from '#domain/plans/vocabulary.ts';
import { inspireStrategies, preventionLevels, preventionTypes } from '#domain/strategy/vocabulary.ts';
import { textOf } from '../api.ts';

/** How many rows of partners, outputs and money a form reads at most. */
const mostRows = 60;

const oneOf = <Value extends string>(values: readonly Value[], text: string): Value | null =>
  values.find((value) => value === text) ?? null;

/** What a form of an action says, as the API takes it; the API checks every list. */
export function actionBody(form: FormData) {
  const text = (name: string) => textOf(form, name) || null;
  const chosen = (name: string) =>
    [...form.keys()].filter((key) => key.startsWith(`${name}-`)).map((key) => key.slice(name.length + 1));
  const listed = <Value extends string>(name: string, values: readonly Value[]) =>
    values.filter((value) => form.has(`${name}-${value}`));
  const [kind, id = null] = textOf(form, 'responsible').split(':');
  return {
    title: textOf(form, 'title'),
    programmeId: text('programmeId'),
    description: text('description'),
    places: [...chosen('places'), ...typedPlaces(form)],
    periodFrom: text('periodFrom'),
    periodTo: text('periodTo'),
    needId: text('needId'),
    noNeedReason: text('noNeedReason'),
    lineIds: chosen('lines'),
    noLineReason: text('noLineReason'),
    violence: oneOf(violenceKinds, textOf(form, 'violence')),
    preventionLevel: oneOf(preventionLevels, textOf(form, 'preventionLevel')),
    preventionTypes: listed('preventionTypes', preventionTypes),
    inspire: listed('inspire', inspireStrategies),
    ecologicalLevels: listed('ecologicalLevels', ecologicalLevels),
    targetGroups: listed('targetGroups', affectedGroups),
    targetWords: text('targetWords'),
    targetSize: numberOf(form, 'targetSize'),
    targetWomen: numberOf(form, 'targetWomen'),
    targetYouth: numberOf(form, 'targetYouth'),
    targetIndigenous: numberOf(form, 'targetIndigenous'),
    targetSource: text('targetSource'),
    responsibleOrganisationId: kind === 'organisation' ? id : null,
    responsibleStructureId: kind === 'structure' ? id : null,
    responsibleOffice: text('responsibleOffice'),
    ...rowsOf(form),
    budgetTotal: numberOf(form, 'budgetTotal'),
    budgetCurrency: textOf(form, 'budgetTotal') === '' ? null : text('budgetCurrency'),
    usesMediation: form.has('usesMediation'),
    harm: harmOf(form),
    poaCode: text('poaCode'),
    confirmText: form.has('confirmText'),
  };
}

function numberOf(form: FormData, name: string): number | null {
  const text = textOf(form, name).replaceAll(/\s/g, '').replace(',', '.');
  return text === '' ? null : Number(text);
}

/** Places typed into a field that suggests them: "PA-0810 San Miguelito" names the first word. */
function typedPlaces(form: FormData): string[] {
  return form
    .getAll('place')
    .map((value) => (typeof value === 'string' ? (value.trim().split(/\s/)[0] ?? '') : ''))
    .filter((reference) => reference !== '');
}

/** Rows that were filled in; an empty one is no row. */
function rowsOf(form: FormData) {
  const indexes = Array.from({ length: mostRows }, (_none, index) => index);
  const partners = indexes.flatMap((index) => {
    const organisationId = textOf(form, `partners.${index}.organisationId`);
    const contribution = textOf(form, `partners.${index}.contribution`) || null;
    return organisationId === '' ? [] : [{ organisationId, contribution }];
  });
  const outputs = indexes.flatMap((index) => {
    const title = textOf(form, `outputs.${index}.title`);
    const unit = textOf(form, `outputs.${index}.unit`) || null;
    return title === '' ? [] : [{ title, unit, quantity: numberOf(form, `outputs.${index}.quantity`) }];
  });
  const budget = indexes.flatMap((index) => {
    const at = `budget.${index}`;
    const amount = numberOf(form, `${at}.amount`);
    if (amount === null) return [];
    return [
      {
        year: Number(textOf(form, `${at}.year`)),
        sourceKind: oneOf(budgetSources, textOf(form, `${at}.sourceKind`)) ?? 'own',
        sourceOrganisationId: textOf(form, `${at}.sourceOrganisationId`) || null,
        sourceWords: textOf(form, `${at}.sourceWords`) || null,
        kind: oneOf(budgetKinds, textOf(form, `${at}.kind`)) ?? 'cash',
        currency: textOf(form, `${at}.currency`).toUpperCase(),
        amount,
      },
    ];
  });
  return { partners, outputs, budget };
}

/** What was answered of the do-no-harm check; null where nothing was. */
function harmOf(form: FormData) {
  const answered = harmQuestions.flatMap((question) => {
    const answer = textOf(form, `harm-${question}`);
    const measure = textOf(form, `harm-${question}-measure`) || null;
    return answer === '' ? [] : [[question, { could: answer === 'yes', measure }] as const];
  });
  return answered.length === 0 ? null : Object.fromEntries(answered);
}
