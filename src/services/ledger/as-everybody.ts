import { visitorScope } from '#domain/access/scope.ts';
import type { Context } from '../context.ts';

/** The same request with nobody's eyes: what is public is the same for whoever asks. */
export function asEverybody(context: Context): Context {
  return { ...context, actor: { kind: 'visitor', scope: visitorScope } };
}
