import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx, writeXlsx } from 'hucre/xlsx';

export type Filling = Readonly<Record<string, string | number>>;

/** LibreOffice, where it is installed. */
export const office = ['soffice', 'libreoffice'].find((name) => spawnSync('which', [name]).status === 0);

const answerColumn = 5;

/** A template filled in by our own writer, by cell of the report. */
export async function fillPlainly(template: Uint8Array, filling: Filling): Promise<Uint8Array> {
  const { sheets } = await readXlsx(template);
  return writeXlsx({
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      ...(sheet.hidden ? { hidden: true } : {}),
      rows: sheet.rows.map((row) => {
        const given = filling[String(row[0])];
        return given === undefined
          ? row
          : row.map((value, column) => (column === answerColumn ? given : value));
      }),
    })),
  });
}

/** The same by LibreOffice: opened, filled in, saved again as XLSX. */
export function fillInOffice(template: Uint8Array, filling: Filling): Uint8Array {
  const flat = convert(template, 'xlsx', 'fods').toString('utf8');
  const filled = flat.replaceAll(/<table:table-row\b[^>]*>.*?<\/table:table-row>/gs, (row) =>
    fillRow(row, filling),
  );
  return new Uint8Array(convert(new TextEncoder().encode(filled), 'fods', 'xlsx'));
}

function fillRow(row: string, filling: Filling): string {
  const cells = [...row.matchAll(/<table:table-cell\b(?:[^>]*\/>|.*?<\/table:table-cell>)/gs)].flatMap(
    ([cell]) => {
      const repeated = Number(/number-columns-repeated="(\d+)"/.exec(cell)?.[1] ?? 1);
      const one = cell.replace(/ table:number-columns-repeated="\d+"/, '');
      return repeated > 20 ? [cell] : Array.from({ length: repeated }, () => one);
    },
  );
  const key = /<text:p>([^<]*)<\/text:p>/.exec(cells[0] ?? '')?.[1] ?? '';
  const given = filling[key];
  if (given === undefined || cells.length <= answerColumn) return row;
  const attributes = [
    ...(cells[answerColumn] ?? '').matchAll(/ table:(?:style-name|content-validation-name)="[^"]*"/g),
  ]
    .map(([text]) => text)
    .join('');
  const value =
    typeof given === 'number'
      ? ` office:value-type="float" office:value="${given}"`
      : ' office:value-type="string"';
  cells[answerColumn] = `<table:table-cell${attributes}${value}><text:p>${given}</text:p></table:table-cell>`;
  const head = /^<table:table-row\b[^>]*>/.exec(row)?.[0] ?? '<table:table-row>';
  return `${head}${cells.join('')}</table:table-row>`;
}

function convert(bytes: Uint8Array, from: string, to: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'articula-office-'));
  try {
    const file = join(folder, `report.${from}`);
    writeFileSync(file, bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const asked = [profile, '--headless', '--convert-to', to, '--outdir', join(folder, 'out'), file];
    execFileSync(office ?? '', asked, { stdio: 'ignore' });
    const [made = ''] = readdirSync(join(folder, 'out'));
    return readFileSync(join(folder, 'out', made));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
