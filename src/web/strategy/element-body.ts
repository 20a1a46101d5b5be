import { ecologicalLevels } from '#domain/diagnosis/vocabulary.ts';
import { parseTargets } from '#domain/strategy/targets.ts';
import {
  inspireStrategies,
  preventionTypes,
  type IndicatorDirection,
  type PreventionLevel,
} from '#domain/strategy/vocabulary.ts';
import { textOf } from '../api.ts';

/** What a form of an element says, as the API takes it; the API checks every list. */
export function elementBody(form: FormData) {
  const text = (name: string) => textOf(form, name) || null;
  const having = (role: 'lead' | 'support') =>
    [...new Set(form.getAll(role).map(String))]
      .filter((id) => id !== '')
      .map((organisationId) => ({ organisationId, role }));
  return {
    code: text('code'),
    title: textOf(form, 'title'),
    description: text('description'),
    preventionLevel: text('preventionLevel') as PreventionLevel | null,
    preventionTypes: preventionTypes.filter((value) => form.has(`type-${value}`)),
    inspire: inspireStrategies.filter((value) => form.has(`inspire-${value}`)),
    ecologicalLevels: ecologicalLevels.filter((value) => form.has(`ecological-${value}`)),
    roles: [...having('lead'), ...having('support')],
    indicators: indicatorsOf(form),
    confirmText: form.has('confirmText'),
  };
}

function indicatorsOf(form: FormData) {
  const count = Number(textOf(form, 'indicatorCount'));
  return Array.from({ length: Math.min(count, 30) }, (_none, index) => {
    const text = (name: string) => textOf(form, `indicators.${index}.${name}`).trim();
    const read = parseTargets(text('targets'));
    return {
      title: text('title'),
      unit: text('unit'),
      direction: (text('direction') || 'up') as IndicatorDirection,
      source: text('source') || null,
      baselineValue: figureOf(text('baselineValue')),
      baselineYear: figureOf(text('baselineYear')),
      // What is no target becomes one of no year, which is refused beside the field.
      targets: 'targets' in read ? [...read.targets] : [{ year: 0, value: 0 }],
    };
  }).filter(({ title, unit }) => title !== '' || unit !== '');
}

function figureOf(text: string): number | null {
  if (text === '') return null;
  const figure = Number(text.replace(',', '.'));
  return Number.isFinite(figure) ? figure : -1;
}
