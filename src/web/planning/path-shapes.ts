import type { Answer } from '../api.ts';

export type Path = Answer<'getPlanningPath'>;
export type Step = Path['steps'][number];
export type Help = Path['help'][number];
export type Progress = Answer<'listPlanningProgress'>['items'][number];

/** The page of a path. */
export function addressOfPath(id: string): string {
  return `/ruta/${id}`;
}

/** The page of one of its sessions. */
export function addressOfSession(id: string, step: number): string {
  return `/ruta/${id}/${step}`;
}
