import type { RoundRow } from '#database/surveys/pulse-store.ts';
import type { LookUp } from '../actors/look-up.ts';

/** A round in a line. While it is open only who may close it is told how many answered. */
export function showRound(row: RoundRow, territory: ReturnType<LookUp['place']>, answered: number | null) {
  const { structureId, structureName } = row;
  return {
    id: row.id,
    title: row.title,
    territory,
    structure:
      structureId === null || structureName === null ? null : { id: structureId, name: structureName },
    opensOn: row.opensOn,
    closesOn: row.closesOn,
    isClosed: row.closedAt !== null,
    answers: row.closedAt === null ? answered : row.answers,
    isShown: row.results !== null,
    example: row.example,
  };
}
