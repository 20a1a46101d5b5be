import type { IndicatorRow } from '#database/indicators/indicator-columns.ts';

/** An indicator as lists show it. */
export function showIndicator(row: IndicatorRow, told: ReadonlySet<number>) {
  return {
    code: row.code,
    title: row.title,
    titleEn: row.titleEn,
    topic: row.topic,
    composition: row.composition,
    unit: row.unit,
    unitEn: row.unitEn,
    direction: row.direction,
    framework: row.framework,
    country: row.country,
    standing: row.standing,
    countsPeople: row.countsPeople,
    hasFigures: row.composition === 'computed' || told.has(row.id),
    example: row.example,
  };
}
