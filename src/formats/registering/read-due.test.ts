import { describe, expect, it } from 'vitest';
import { readDue } from './read-due.ts';

const whole = (day: string) => ({ day, isFilledIn: false });
const filledIn = (day: string) => ({ day, isFilledIn: true });

describe('a day in somebody’s list', () => {
  it.each([
    ['30/6/2026', whole('2026-06-30')],
    ['3/4/2026', whole('2026-04-03')],
    ['30-06-26', whole('2026-06-30')],
    ['30.06.2026', whole('2026-06-30')],
    ['2026-06-30', whole('2026-06-30')],
    ['2026-06-30 00:00', whole('2026-06-30')],
    ['30 de junio de 2026', whole('2026-06-30')],
    ['30 de setiembre de 2026', whole('2026-09-30')],
    ['15-dic-2026', whole('2026-12-15')],
    ['junio 2026', filledIn('2026-06-30')],
    ['Febrero de 2028', filledIn('2028-02-29')],
    ['a más tardar junio de 2026', filledIn('2026-06-30')],
    ['II trimestre 2026', filledIn('2026-06-30')],
    ['1er trimestre de 2027', filledIn('2027-03-31')],
    ['Q3 2026', filledIn('2026-09-30')],
    ['2º semestre 2026', filledIn('2026-12-31')],
    ['Fin de 2026', filledIn('2026-12-31')],
  ])('reads %s', (text, expected) => expect(readDue(text)).toEqual(expected));

  it('offers the day that only makes sense month first, and does not believe it', () => {
    expect(readDue('06/30/2026')).toEqual({ fault: 'due-unreadable', likely: '2026-06-30' });
  });

  it.each(['31/06/2026', 'por definir', 'N/D', '-', '32 de junio de 2026'])(
    'does not make a day of %s',
    (text) => {
      expect(readDue(text)).toHaveProperty('fault', 'due-unreadable');
    },
  );

  it.each(['Permanente', 'cada mes', 'Trimestral'])('says of %s that it repeats', (text) => {
    expect(readDue(text)).toEqual({ fault: 'due-repeats', likely: null });
  });
});
