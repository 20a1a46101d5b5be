import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadIndicators } from '#services/indicators/load-indicators.ts';
import { loadCrosswalks } from '#services/value-imports/load-crosswalks.ts';
import { makeWorld, type World } from '../access-world.ts';
import { CommandLine } from './command-line.ts';

// `import values` and `export values`, as others script against them: processes of their own, on the database of this file.

const commands = new CommandLine('commands-values');
let world: World;
beforeAll(async () => {
  world = await makeWorld();
  await loadIndicators(world.context, { folder: 'packs/indicators', country: null });
  await loadCrosswalks(world.context, { folder: 'packs/indicators', country: null });
}, 120_000);
afterAll(async () => {
  await world.stop();
  await commands.end();
});

const articula = (...args: readonly string[]) =>
  commands.run(args, { ARTICULA_DATA: commands.folder('data'), DATABASE_URL: world.database.url });

function write(name: string, text: string): string {
  writeFileSync(commands.folder(name), text);
  return name;
}
const mapping = () =>
  write(
    'mapa.json',
    JSON.stringify({
      territory: 'XA',
      settings: { source: { id: 'policia', title: 'Registro de la policía' }, isPublished: true },
    }),
  );
const lines = (text: string) => text.trim().split('\n');

describe('articula import values', () => {
  const right =
    'delito,año,region\nHomicidio,2024,Costa Brava\nHomicidio,2024,Ñandú del Norte\nTotal,2024,Total\n';

  it('ends with 0 when nothing was refused, says nothing on standard error, and counts what it left out', async () => {
    const file = write('bien.csv', right);
    const dry = await articula('import', 'values', file, '--mapping', mapping(), '--dry-run');
    expect([dry.code, dry.errors]).toEqual([0, '']);
    expect(JSON.parse(dry.out)).toMatchObject({
      rows: 3,
      values: 2,
      written: 0,
      problemCount: 0,
      unread: [{ reason: 'total', rows: 1, firstRows: [4], words: '1 fila se dejó fuera: totales.' }],
      crosswalks: [{ title: 'Nombres usuales de los delitos', number: 1 }],
    });
    const done = await articula('import', 'values', file, '--mapping', mapping());
    expect([done.code, done.errors, JSON.parse(done.out).written]).toEqual([0, '', 2]);
    const again = await articula('import', 'values', file, '--mapping', mapping());
    expect([again.code, JSON.parse(again.out)]).toEqual([
      0,
      expect.objectContaining({ written: 0, same: 2 }),
    ]);
  });

  it('ends with 1 when something was, each problem on a line of its own as file:row:column: message', async () => {
    const file = write(
      'mal.csv',
      'delito,año,region,casos\nHomicidio,2024,Costa Brava,-3\nHomicidio,treinta,Costa Brava,2\nHomicidio,2023,Atlántida,1\n',
    );
    for (const more of [[], ['--dry-run']]) {
      const outcome = await articula('import', 'values', file, '--mapping', mapping(), ...more);
      expect(outcome.code).toBe(1);
      expect(lines(outcome.errors)).toEqual([
        'mal.csv:2:D: «-3»: una cuenta no puede ser negativa.',
        'mal.csv:3:B: «treinta» no es un período.',
        'mal.csv:4:C: No se conoce el lugar «Atlántida» (1 fila).',
      ]);
      expect(JSON.parse(outcome.out)).toMatchObject({ written: 0, problemCount: 3 });
    }
  });

  it('ends with 1 and one line where the file, or its mapping, cannot be read at all', async () => {
    const told = async (...args: string[]) => {
      const { code, errors, out } = await articula('import', 'values', ...args);
      expect([code, out]).toEqual([1, '']);
      expect(errors).not.toMatch(/^\s+at /m);
      return lines(errors);
    };
    const pdf = write('informe.pdf', '%PDF-1.7 nada');
    expect(await told(pdf, '--mapping', mapping())).toEqual([expect.stringMatching(/^informe\.pdf::: \S/)]);
    expect(await told(write('bien.csv', right), '--mapping', write('roto.json', '{'))).toEqual([
      'roto.json::: El texto no es JSON válido.',
    ]);
    const odd = write('raro.json', JSON.stringify({ layout: { headerRow: 'primera' } }));
    expect(await told('bien.csv', '--mapping', odd)).toEqual([
      'raro.json::layout.headerRow: El valor no es válido.',
    ]);
    expect(await told('no-hay.csv', '--mapping', mapping())).toHaveLength(1);
  });
});

describe('articula export values', () => {
  it('writes CSV of an indicator to standard output and ends with 0', async () => {
    const { code, errors, out } = await articula('export', 'values', '--indicator', 'HOM', '--format', 'csv');
    expect([code, errors]).toEqual([0, '']);
    expect(out).toContain('HOM');
    expect(lines(out).length).toBeGreaterThan(2);
  });

  it('ends with 1 and says why where there is no such indicator or format, and writes nothing', async () => {
    for (const args of [
      ['--indicator', 'NO-HAY', '--format', 'csv'],
      ['--indicator', 'HOM', '--format', 'oro'],
      ['--format', 'csv'],
    ]) {
      const { code, errors, out } = await articula('export', 'values', ...args);
      expect([args, code, out]).toEqual([args, 1, '']);
      expect(errors.trim()).not.toBe('');
      expect(errors).not.toMatch(/^\s+at /m);
    }
  });
});
