import { describe, expect, it } from 'vitest';
import { homeOf } from './home-of.ts';

const held = (role: string, reference: string, more: { organisation?: string; structure?: string } = {}) => ({
  role,
  territory: { reference },
  organisation: more.organisation ? { id: more.organisation } : null,
  structure: more.structure ? { id: more.structure } : null,
});

describe('the first screen', () => {
  it('is the situation room for who coordinates, wherever they coordinate', () => {
    expect(homeOf([held('national-coordinator', 'XA')], 'XA')).toEqual({
      kind: 'situation',
      reference: 'XA',
    });
  });

  it('is the own committee for its secretary, and the municipality for who also coordinates it', () => {
    const secretary = held('committee-secretary', 'XA-0101', { structure: 's' });
    expect(homeOf([secretary], 'XA-0101')).toMatchObject({ kind: 'committee', structureId: 's' });
    expect(homeOf([secretary, held('municipal-coordinator', 'XA-0101')], 'XA-0101').kind).toBe(
      'municipality',
    );
  });

  it('is the own institution for who speaks for it', () => {
    expect(homeOf([held('institutional-focal-point', 'XA', { organisation: 'o' })], 'XA')).toMatchObject({
      kind: 'institution',
      organisationId: 'o',
    });
  });

  it('is an overview of the country for donors, auditors and whoever holds no role', () => {
    expect(homeOf([held('auditor', 'XA')], 'XA')).toEqual({ kind: 'overview', reference: 'XA' });
    expect(homeOf([], 'XA-0101')).toEqual({ kind: 'overview', reference: 'XA' });
  });
});
