import type { FunnelLimits } from './funnel-limits.ts';

/** Where an area stands to the target; areas within a class are not put in order. */
export type FunnelPosition = 'far-below' | 'below' | 'as-expected' | 'above' | 'far-above';

/**
 * The class of an area in a funnel plot, by which areas are grouped instead of ranked.
 *
 * Formula: beyond an alarm limit → far below or above; beyond an alert limit → below or above; else as expected.
 *
 * Source: Spiegelhalter (2005), Statistics in Medicine 24:1185-1202, section 2 (against "spurious ranking into league tables").
 *
 * Assumes: count and limits are in the same unit. A limit itself still belongs to the inside.
 * @example
 * funnelPosition(18, { alarmLower: 1.22, alertLower: 3.78, alertUpper: 16.16, alarmUpper: 20.66 }) // 'above'
 */
export function funnelPosition(value: number, limits: FunnelLimits): FunnelPosition {
  if (value > limits.alarmUpper) return 'far-above';
  if (value > limits.alertUpper) return 'above';
  if (value < limits.alarmLower) return 'far-below';
  if (value < limits.alertLower) return 'below';
  return 'as-expected';
}
