import { findOrganisation } from '#database/actors/organisation-views.ts';
import { listDimensionCodes } from '#database/indicators/dimension-views.ts';
import type { Parts } from '#database/indicators/indicator-columns.ts';
import { findIndicators, listWholes } from '#database/indicators/indicator-views.ts';
import { refuse as refuseActors } from '#domain/actors/refusals.ts';
import {
  refuseIncomplete,
  type DefinitionFields,
  type IndicatorFields,
} from '#domain/indicators/indicator.ts';
import type { Transaction } from '../context.ts';

type Body = Omit<IndicatorFields, 'code' | 'rule'> & { readonly organisationId: string | null };
type Worded = Omit<DefinitionFields, 'isVerified'>;

/** What was written of an indicator, once its parts, dimensions, codes and owner have been looked at. */
export async function readIndicatorBody(
  tx: Transaction,
  body: Body,
  at: { readonly code: string; readonly rule: string | null },
): Promise<{ fields: IndicatorFields; parts: Parts; organisationId: string | null }> {
  const fields = fieldsOf(body, at);
  const named = [fields.numerator, fields.denominator, fields.whole].filter((code) => code !== null);
  const found = await findIndicators(tx, named);
  refuseIncomplete(fields, {
    parts: new Map([...found].map(([code, row]) => [code, row.composition])),
    dimensions: await listDimensionCodes(tx),
    wholes: await listWholes(tx),
  });
  const { organisationId } = body;
  if (organisationId !== null && !(await findOrganisation(tx, organisationId)))
    throw refuseActors('actors.organisation-not-found', { field: 'organisationId' });
  const numberOf = (code: string | null) => (code === null ? null : (found.get(code)?.id ?? null));
  return {
    fields,
    parts: {
      numeratorId: numberOf(fields.numerator),
      denominatorId: numberOf(fields.denominator),
      wholeId: numberOf(fields.whole),
    },
    organisationId,
  };
}

function fieldsOf(body: Body, at: { readonly code: string; readonly rule: string | null }): IndicatorFields {
  return {
    code: at.code,
    title: body.title,
    titleEn: body.titleEn,
    topic: body.topic,
    composition: body.composition,
    unit: body.unit,
    unitEn: body.unitEn,
    decimals: body.decimals,
    direction: body.direction,
    countsPeople: body.countsPeople,
    countingUnit: body.countingUnit,
    numerator: body.numerator,
    denominatorKind: body.denominatorKind,
    denominator: body.denominator,
    whole: body.whole,
    multiplier: body.multiplier,
    finestPeriod: body.finestPeriod,
    lowBound: body.lowBound,
    highBound: body.highBound,
    // What computes is the software's: nobody writes a rule.
    rule: body.composition === 'computed' ? at.rule : null,
    framework: body.framework,
    sdgCodes: body.sdgCodes,
    iccsCodes: body.iccsCodes,
    dimensions: byName(body.dimensions),
  };
}

function byName(dimensions: IndicatorFields['dimensions']): IndicatorFields['dimensions'] {
  const once = new Map(dimensions.map((one) => [one.dimension, one]));
  return [...once.values()].toSorted((one, other) => (one.dimension < other.dimension ? -1 : 1));
}

/** A wording as somebody wrote it: who keeps an indicator knows what it means, so it counts as verified. */
export function readWording(body: Worded): DefinitionFields {
  return {
    definition: body.definition,
    definitionEn: body.definitionEn,
    numeratorWords: body.numeratorWords,
    numeratorWordsEn: body.numeratorWordsEn,
    denominatorWords: body.denominatorWords,
    denominatorWordsEn: body.denominatorWordsEn,
    method: body.method,
    methodEn: body.methodEn,
    limits: body.limits,
    limitsEn: body.limitsEn,
    isVerified: true,
  };
}
