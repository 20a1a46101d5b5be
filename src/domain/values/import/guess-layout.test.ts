import { describe, expect, it } from 'vitest';
import { fold } from '#domain/shared/fold.ts';
import { guessLayout, type KnownWords } from './guess-layout.ts';
import { foldHeader } from './header-words.ts';

const places = new Set(['panama', 'herrera', 'bocas del toro', 'leticia', 'amazonas']);
const indicators: Record<string, string> = {
  homicidio: 'HOM',
  homicidios: 'HOM',
  robo: 'ROB',
  hurto: 'HUR',
  victimas: 'HOM',
};
const sexes: Record<string, string> = { masculino: 'm', femenino: 'f', hombre: 'm', mujer: 'f' };
const known: KnownWords = {
  isPlaceCode: (text) => /^\d{5}$/.test(text),
  isPlaceName: (text) => places.has(fold(text)),
  dimensionOf: (header) =>
    /^(sexo|genero)$/.test(foldHeader(header)) ? 'sex' : /edad/.test(foldHeader(header)) ? 'age' : null,
  categoryOf: (dimension, text) =>
    dimension === 'sex' ? (sexes[fold(text)] ?? null) : /^\d+-\d+/.test(text) ? text.slice(0, 5) : null,
  indicatorOf: (text) => indicators[fold(text)] ?? null,
};
const guess = (text: string, title = '', words = known) => {
  const [headers = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.split(';'));
  return guessLayout({ sheet: null, title, headerRow: 1, headers, rows }, words);
};

describe('the guess at a table', () => {
  it('sees events, one a row, with year and month apart', () => {
    const { layout, doubts } = guess(
      'tipo_crimen;año;mes;provincia;sexo;rango_de_edad\nHomicidio;2017;Enero;Panamá;Masculino;30-34\nHomicidio;2017;Enero;Herrera;Femenino;No consta',
    );
    expect(layout).toMatchObject({
      place: { code: null, names: ['provincia'] },
      period: { kind: 'parts', year: 'año', month: 'mes' },
      indicator: { kind: 'cell', header: 'tipo_crimen', codes: {} },
      value: null,
      countBy: 'month',
      dimensions: [
        { header: 'sexo', dimension: 'sex', categories: { masculino: 'm', femenino: 'f' } },
        { header: 'rango_de_edad', dimension: 'age' },
      ],
    });
    expect(doubts).toEqual([{ code: 'category', header: 'rango_de_edad', text: 'No consta' }]);
  });

  it('sees the same indicator in another dialect', () => {
    const { layout } = guess(
      'VICTIMAS;AÑO;MES;provincia;GÉNERO\nHomicidio;2023;Enero;Panamá;Masculino\nHomicidio;2023;Enero;Herrera;Femenino',
    );
    expect(layout).toMatchObject({
      value: null,
      period: { kind: 'parts' },
      indicator: { kind: 'cell', header: 'VICTIMAS', codes: {} },
    });
  });

  it('sees a long table with a code, names and a figure', () => {
    const { layout } = guess(
      'departamento;municipio;year;total_homicides;municipio_code;population\nAMAZONAS;LETICIA;2003;10;91001;37049\nAMAZONAS;LETICIA;2004;5;91001;37459',
    );
    expect(layout).toMatchObject({
      place: { code: 'municipio_code', names: ['departamento', 'municipio'] },
      period: { kind: 'parts', year: 'year', month: null },
      value: 'total_homicides',
      countBy: 'year',
    });
  });

  it('takes the finer of an offence and its kinds, and leaves open what nobody here knows', () => {
    const { layout } = guess(
      'tipo_de_delito;subtipo_de_delito;año;provincia;total\nHomicidio;Homicidios;2023;Panamá;1\nRobo;Robo;2023;Herrera;2\nHurto;Hurto;2023;Herrera;2\nLesiones;Lesiones dolosas;2023;Herrera;4',
    );
    expect(layout.indicator).toEqual({
      kind: 'cell',
      header: 'subtipo_de_delito',
      codes: {},
    });
  });

  it('keeps a column of codes that only later rows fill, and knows places under any header', () => {
    const { layout } = guess('codigo_dane;municipio;year;total\n;LETICIA;2003;10\n;LETICIA;2004;10');
    expect(layout.place).toEqual({ code: 'codigo_dane', names: ['municipio'], fixed: null });
    expect(guess('id;year;hom\nPanamá;2003;10\nHerrera;2003;10').layout.place.names).toEqual(['id']);
  });

  it('sees indicators side by side, and that no period is said', () => {
    const { layout, doubts } = guess(
      'ZIPCODE;PROVINCIA;POBLACION_2016;HOMICIDIO;HURTO;ROBO\n10101;SAN JOSÉ;3090;2.0;495.0;71.0\n10102;SAN JOSÉ;14721;12.0;561.0;35.0',
    );
    expect(layout.columns.map(({ indicator }) => indicator)).toEqual(['HOM', 'HUR', 'ROB']);
    expect(layout.indicator).toEqual({ kind: 'columns' });
    expect(doubts.map(({ code }) => code)).toEqual(['no-period']);
  });

  it('sees months or years side by side', () => {
    expect(guess('Provincia;2022;2023\nPanamá;3;4\nHerrera;1;0').layout).toMatchObject({
      period: { kind: 'columns' },
      columns: [{ period: '2022' }, { period: '2023' }],
    });
    expect(
      guess('Provincia;Año;Enero;Febrero\nPanamá;2024;3;4\nHerrera;2024;1;0').layout.columns,
    ).toMatchObject([{ period: 'Enero' }, { period: 'Febrero' }]);
  });

  it('sees months side by side without their year, and takes it from the title to be confirmed', () => {
    const table = 'Provincia;Enero;Febrero;Total\nPanamá;3;4;7\nHerrera;1;0;1';
    const bare = guess(table);
    expect(bare.layout).toMatchObject({
      place: { code: null, names: ['Provincia'] },
      period: { kind: 'fixed', period: '' },
      columns: [{ period: 'Enero' }, { period: 'Febrero' }],
      countBy: 'month',
    });
    expect(bare.doubts.map(({ code }) => code)).toContain('no-period');
    const titled = guess(table, 'homicidios-2024.xlsx Homicidios por provincia, 2024');
    expect(titled.layout.period).toEqual({ kind: 'fixed', period: '2024' });
    expect(titled.doubts.map(({ code }) => code)).toContain('period-of-title');
    expect(guess('Provincia;T1;T2\nPanamá;3;4\nHerrera;1;0', 'Informe 2024').layout.countBy).toBe('quarter');
  });

  it('takes no small numbers for codes of places beside their names', () => {
    const small: KnownWords = { ...known, isPlaceCode: (text) => /^\d{1,2}$/.test(text) };
    const { layout } = guess('Provincia;Casos cerrados\nPanamá;3\nHerrera;1', '', small);
    expect(layout.place).toMatchObject({ code: null, names: ['Provincia'] });
  });

  it('asks which of day and month comes first when no row tells', () => {
    const { doubts, layout } = guess('fecha;provincia;casos\n03/04/2024;Panamá;1\n05/06/2024;Herrera;2');
    expect(layout.countBy).toBe('month');
    expect(doubts.map(({ code }) => code)).toContain('day-order');
  });

  it('says that a column mixes points and commas', () => {
    expect(
      guess('provincia;año;valor\nPanamá;2024;1.5\nHerrera;2024;2,5').doubts.map(({ code }) => code),
    ).toContain('decimals');
  });
});
