import {
  affectedGroups,
  type EcologicalLevel,
  type FactorEffect,
  type Priority,
  type SourceKind,
  type ViolenceKind,
} from '#domain/diagnosis/vocabulary.ts';
import { textOf } from '../api.ts';

/** What a form of a need says, as the API takes it; the API checks every list. */
export function needBody(form: FormData) {
  const text = (name: string) => textOf(form, name) || null;
  const [kind, id] = textOf(form, 'prioritisedBy').split(':');
  return {
    problem: textOf(form, 'problem'),
    detail: text('detail'),
    groups: affectedGroups.filter((group) => form.has(`group-${group}`)),
    groupWords: text('groupWords'),
    violence: textOf(form, 'violence') as ViolenceKind,
    ecologicalLevel: text('ecologicalLevel') as EcologicalLevel | null,
    factor: text('factor'),
    factorEffect: text('factorEffect') as FactorEffect | null,
    sourceKind: textOf(form, 'sourceKind') as SourceKind,
    sourceTitle: textOf(form, 'sourceTitle'),
    sourceDate: text('sourceDate'),
    sourceAddress: text('sourceAddress'),
    prioritisedOn: textOf(form, 'prioritisedOn'),
    structureId: kind === 'structure' ? (id ?? null) : null,
    organisationId: kind === 'organisation' ? (id ?? null) : null,
    office: text('office'),
    priority: textOf(form, 'priority') as Priority,
    priorityReason: textOf(form, 'priorityReason'),
    confirmText: form.has('confirmText'),
  };
}
