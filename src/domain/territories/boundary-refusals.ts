import { refusalsOf, type RefusalTable } from '#domain/shared/refusal.ts';

/** Refusals about boundaries: files that cannot be read, layers that cannot be saved. */
export const boundaryRefusals = {
  'boundaries.empty': 'invalid',
  'boundaries.too-large': 'too-large',
  'boundaries.too-heavy': 'too-large',
  'boundaries.broken-compression': 'invalid',
  'boundaries.not-json': 'unsupported',
  'boundaries.broken-json': 'invalid',
  'boundaries.not-boundaries': 'unsupported',
  'boundaries.broken-topology': 'invalid',
  'boundaries.several-layers': 'invalid',
  'boundaries.unknown-layer': 'invalid',
  'boundaries.no-features': 'invalid',
  'boundaries.all-broken': 'invalid',
  'boundaries.not-degrees': 'invalid',
  'boundaries.unknown-projection': 'invalid',
  'boundaries.swapped-axes': 'invalid',
  'boundaries.elsewhere': 'invalid',
  'boundaries.open-questions': 'invalid',
  'boundaries.nothing-joined': 'invalid',
  'boundaries.no-such-level': 'invalid',
  'boundaries.no-map': 'missing',
  'boundaries.layer-not-found': 'missing',
} as const satisfies RefusalTable;

export const refuse = refusalsOf(boundaryRefusals);
