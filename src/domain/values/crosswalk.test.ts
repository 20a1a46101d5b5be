import { describe, expect, it } from 'vitest';
import { believedOf, problemsOfLines, readingsOf, withName, type CrosswalkLine } from './crosswalk.ts';

const line = (national: string, indicator: string | null, given: Partial<CrosswalkLine> = {}) => ({
  national,
  indicator,
  iccs: null,
  weight: 1,
  note: null,
  ...given,
});
const said = (crosswalkId: string, folded: string, indicator: string | null, weight = 1) => ({
  crosswalkId,
  folded,
  indicator,
  weight,
});
const isHere = (code: string) => code !== 'ELSEWHERE';

describe('what a name is read as', () => {
  it('is what the first crosswalk says that has it', () => {
    const readings = readingsOf([said('own', 'robo', 'PA-ROBO'), said('all', 'robo', 'ROBO')], isHere);
    expect(readings.get('robo')).toEqual({ crosswalkId: 'own', indicators: ['PA-ROBO'], isPartial: false });
  });

  it('is every indicator for which its rows count whole', () => {
    const readings = readingsOf([said('own', 'femicidio', 'HOM'), said('own', 'femicidio', 'FEM')], isHere);
    expect(readings.get('femicidio')?.indicators).toEqual(['HOM', 'FEM']);
  });

  it('is asked where only a part of it belongs to an indicator', () => {
    const readings = readingsOf(
      [said('own', 'asalto', 'ROBO', 0.7), said('own', 'asalto', 'HURTO', 0.3)],
      isHere,
    );
    expect(readings.get('asalto')).toEqual({ crosswalkId: 'own', indicators: [], isPartial: true });
  });

  it('is left to the next crosswalk where the first speaks of indicators that are not here', () => {
    const readings = readingsOf([said('own', 'robo', 'ELSEWHERE'), said('all', 'robo', 'ROBO')], isHere);
    expect(readings.get('robo')?.crosswalkId).toBe('all');
  });

  it('is of no indicator where the crosswalk says so', () => {
    const readings = readingsOf([said('own', 'estafa', null), said('all', 'estafa', 'FRAUDE')], isHere);
    expect(readings.get('estafa')).toEqual({ crosswalkId: 'own', indicators: [], isPartial: false });
  });
});

describe('the lines by which a file is read', () => {
  const of = (name: string, title: string | null) => ({
    name,
    source: title === null ? null : { id: title.toLowerCase(), title },
  });
  const lines = [of('country', null), of('police', 'Policía'), of('courts', 'Juzgados'), of('all', null)];
  const names = (source: { id: string; title: string } | null) =>
    believedOf(lines, source).map(({ name }) => name);

  it('are those of its source before those of the country, and never those of another source', () => {
    expect(names({ id: 'policía', title: 'Otra vez' })).toEqual(['police', 'country', 'all']);
    expect(names({ id: 'x.1', title: 'JUZGADOS' })).toEqual(['courts', 'country', 'all']);
    expect(names({ id: 'x.2', title: 'Fiscalía' })).toEqual(['country', 'all']);
    expect(names(null)).toEqual(['country', 'all']);
  });
});

describe('the lines of a crosswalk', () => {
  it('name indicators that are told, well-formed codes, and nothing twice', () => {
    const compositions: Record<string, string> = { HOM: 'count', TASA: 'ratio' };
    const problems = problemsOfLines(
      [
        line('Homicidio', 'HOM', { iccs: '0101' }),
        line('HOMICIDIO', 'HOM', { iccs: '0101' }),
        line('Tasa', 'TASA'),
        line('Otro', 'NADA', { iccs: '12' }),
      ],
      (code) => compositions[code],
    );
    expect(problems.map(({ code, row }) => [code, row])).toEqual([
      ['values.line-twice', 2],
      ['values.indicator-not-told', 3],
      ['values.indicator-unknown', 4],
      ['values.not-an-iccs-code', 4],
    ]);
  });

  it('of one name are told anew in their place, taken out, or added last', () => {
    const all = [line('A', 'X'), line('B', 'X'), line('b', 'Y'), line('C', 'X')];
    const names = (lines: readonly CrosswalkLine[]) => lines.map((one) => `${one.national}${one.indicator}`);
    const one = { indicator: 'Z', iccs: null, weight: 1, note: null };
    expect(names(withName(all, 'B', [one]))).toEqual(['AX', 'BZ', 'CX']);
    expect(names(withName(all, 'B', []))).toEqual(['AX', 'CX']);
    expect(names(withName(all, 'D', [one]))).toEqual(['AX', 'BX', 'bY', 'CX', 'DZ']);
  });
});
