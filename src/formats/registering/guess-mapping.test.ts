import { describe, expect, it } from 'vitest';
import { readTable } from '#formats/tables/index.ts';
import { guessMapping, signatureOf } from './guess-mapping.ts';

async function sheetsOf(text: string) {
  return (await readTable(new TextEncoder().encode(text), { fileName: 'lista.csv' })).sheets;
}

describe('the layout of somebody’s list', () => {
  it('is found under a title, whatever the order of its columns', async () => {
    const sheets = await sheetsOf(
      [
        'MATRIZ DE COMPROMISOS;;;;;',
        'Mesa de seguridad;;;;;',
        'No.;Plazo;COMPROMISO ADQUIRIDO;Institución responsable;Beneficiario;Medios de verificación',
        '1;30/6/2026;Instalar luces;MIVIOT;Municipio;Acta',
      ].join('\n'),
    );
    expect(guessMapping(sheets)).toMatchObject({
      headerRow: 3,
      columns: { due: 1, what: 2, obligor: 3, beneficiary: 4, proof: 5, place: null },
    });
  });

  it('takes a column of days for the day when nothing is headed so', async () => {
    const sheets = await sheetsOf('Acción;Entidad;Nota\nA;X;30/6/2026\nB;Y;junio 2026\nC;Z;2026-12-01');
    expect(guessMapping(sheets)?.columns).toMatchObject({ what: 0, obligor: 1, due: 2 });
  });

  it('lets each column say one thing', async () => {
    const sheets = await sheetsOf('Unidad responsable;Responsable;Compromiso\nA;B;C');
    expect(guessMapping(sheets)?.columns).toMatchObject({ office: 0, obligor: 1, what: 2 });
  });

  it('is known again by its headers', () => {
    const one = signatureOf({ cells: ['Compromiso', 'Responsable'] });
    expect(signatureOf({ cells: ['COMPROMISO', 'Responsable:'] })).toBe(one);
  });

  it('is nothing in an empty file', () => {
    expect(guessMapping([])).toBe(null);
  });
});
