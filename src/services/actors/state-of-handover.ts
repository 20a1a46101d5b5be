import { mayHandOver } from '#domain/actors/permissions.ts';
import type { Context } from '../context.ts';

type Row = {
  readonly territory_id: number;
  readonly on_date: string;
  readonly passed_at: Date | null;
  readonly cancelled_at: Date | null;
  readonly cancel_reason: string | null;
};

/** Whether a handover has passed or was called off, and whether whoever asks may still call it off. */
export function stateOfHandover(context: Context, row: Row, today: string) {
  const isWaiting = row.passed_at === null && row.cancelled_at === null && row.on_date > today;
  return {
    isPassed: row.passed_at !== null,
    cancelled:
      row.cancelled_at === null
        ? null
        : { at: row.cancelled_at.toISOString(), reason: row.cancel_reason ?? '' },
    mayCancel: isWaiting && mayHandOver(context.actor, row.territory_id),
  };
}
