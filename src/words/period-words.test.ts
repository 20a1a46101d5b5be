import { describe, expect, it } from 'vitest';
import { formatOf } from './format.ts';
import { voiceOf } from './index.ts';
import { periodWords, shortPeriodWords } from './period-words.ts';

const spanish = { say: voiceOf('es'), format: formatOf('es', 'PA', 'America/Panama') };
const english = { say: voiceOf('en'), format: formatOf('en', 'PA', 'America/Panama') };

describe('a period', () => {
  it('is said as people say it', () => {
    const said = ['2024', '2024-07', '2024-Q3', '2024-S2', '2024-W05'].map((text) =>
      periodWords(text, spanish),
    );
    expect(said).toEqual([
      '2024',
      'julio de 2024',
      'trimestre 3 de 2024',
      'semestre 2 de 2024',
      'semana 05 de 2024',
    ]);
    expect(periodWords('2024-07', english)).toBe('July 2024');
  });

  it('is short on the axis of a chart', () => {
    expect(['2024', '2024-Q3', '2024-S2'].map((text) => shortPeriodWords(text, spanish))).toEqual([
      '2024',
      'T3 2024',
      'S2 2024',
    ]);
    expect(shortPeriodWords('2024-Q3', english)).toBe('Q3 2024');
  });

  it('that is none stays as it is', () => {
    expect(periodWords('ayer', spanish)).toBe('ayer');
  });
});
