import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import type { OutsideCountry } from './outside-country.ts';
import { outsideData } from './outside-data.ts';

type Row = Readonly<Record<string, string>>;

/** The rows of one of the packed files, by header. */
export function outsideRows(path: string): AsyncIterable<Row> {
  return createReadStream(outsideData(path))
    .pipe(createGunzip())
    .pipe(parse({ columns: true, bom: true }));
}

/** Mexico's states, by the codes of the file of victims. */
export async function mexicoOfItsFile(): Promise<OutsideCountry> {
  const path = outsideData('violence/mx_victimas_estado_mes_2015_2025.csv.gz');
  const states = new Map<string, string>();
  // Plainly cut: no state has a comma in its name, and 927,360 rows are many.
  for await (const line of createInterface({ input: createReadStream(path).pipe(createGunzip()) })) {
    const [, , , code = '', name = ''] = line.split(',', 5);
    if (/^\d+$/.test(code)) states.set(code, name);
  }
  return {
    code: 'XM',
    numberBase: 700_000_000,
    name: 'México del archivo',
    levels: [{ kind: 'estado', digits: 2 }],
    places: [...states].map(([code, name]) => ({ code, name, parent: '' })),
  };
}

/** Colombia's departments and municipalities, by the codes of the file of years; the events' file calls some otherwise. */
export async function colombiaOfItsFile(): Promise<OutsideCountry> {
  const places = new Map<string, OutsideCountry['places'][number]>();
  for await (const row of outsideRows('violence/co_homicidios_municipio_anio_2003_2024.csv.gz')) {
    const [code, department] = [row['municipio_code'] ?? '', row['departamento'] ?? ''];
    const parent = code.slice(0, 2);
    if (!places.has(parent)) places.set(parent, { code: parent, name: department, parent: '' });
    const name = (row['municipio'] ?? '').replace(/\s*\(CT\)$/, '');
    // Briceño of Boyacá stands there under the code of Antioquia's.
    const own = code === '05107' && department === 'BOYACÁ' ? '15106' : code;
    if (!places.has(own)) places.set(own, { code: own, name, parent: own.slice(0, 2) });
  }
  return {
    code: 'XK',
    numberBase: 800_000_000,
    name: 'Colombia del archivo',
    levels: [
      { kind: 'departamento', digits: 2 },
      { kind: 'municipio', digits: 5 },
    ],
    places: [...places.values()],
  };
}
