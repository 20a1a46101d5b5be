import { visitorScope, type Scope } from '#domain/access/scope.ts';
import { scopeOf } from '#domain/access/scope-of.ts';
import type { BulletinAudience } from '#domain/reports/bulletin.ts';
import type { Context } from '../context.ts';

type Place = { readonly id: number; readonly lastId: number };

const nobody = { accountId: '', personId: '', mayWrite: true } as const;

/**
 * The request with the eyes of the least of those who will read the report. Whoever makes it may see more; what is kept must hold nothing
 * that one of its readers may not know.
 */
export function withEyesOf(
  context: Context,
  audience: BulletinAudience,
  place: Place,
  organisationId: string | null,
): Context {
  const scope = audience === 'public' ? visitorScope : insideOf(place, organisationId);
  return { ...context, actor: { kind: 'visitor', scope } };
}

function insideOf({ id, lastId }: Place, organisationId: string | null): Scope {
  const held = { territoryId: id, lastId, organisationId, structureId: null } as const;
  const role = organisationId === null ? 'auditor' : 'institutional-focal-point';
  return { ...scopeOf(nobody, [{ role, ...held }]), accountId: null, personId: null };
}
