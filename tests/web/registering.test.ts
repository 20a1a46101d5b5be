import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { messyList } from '../messy-list.ts';
import { startDemoWeb, watch, type Demo } from './browser.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemoWeb();
});
afterAll(() => demo.stop());

/** The list as the municipality of the example keeps it. */
const list = messyList
  .replaceAll('Ministerio de Ejenplo', 'Municipio de San Migelito')
  .replaceAll('Ministerio de ejemplo', 'Municipio de San Miguelito')
  .replaceAll('Comuna de ejemplo', 'MIDES')
  .replaceAll('Comité local de Santa Fe', 'Comité local de prevención de San Miguelito (ejemplo)');

it('registers an agreement that is in force, brings its messy workbook in by one click, and takes it back by one', async () => {
  const page = await demo.open('san-miguelito', { viewport: { width: 390, height: 844 } });
  const { faultsOf } = watch(page);
  await page.goto('/convenios/registrar');
  await page.getByLabel('Nombre del convenio').fill('Convenio de prevención ya firmado (ejemplo)');
  await page.getByLabel('Institución o mesa').first().selectOption({ label: 'Municipio de San Miguelito' });
  await page
    .getByLabel('Institución o mesa')
    .nth(1)
    .selectOption({ label: 'Ministerio de Desarrollo Social' });
  await page.getByLabel('Día de la firma').fill('2025-02-03');
  await page.getByLabel('Último día de vigencia').fill('2028-12-31');
  await page.getByLabel('Si no responde a ninguna, por qué').fill('Se firmó antes del registro');
  expect(await faultsOf('/convenios/registrar')).toEqual([]);
  await page.getByRole('button', { name: 'Registrar convenio' }).click();
  await page.waitForURL(/\/convenios\/[0-9a-f-]{36}/);
  const agreement = /convenios\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';

  await page.goto(`/compromisos/importar?territorio=PA-0810&convenio=${agreement}`);
  const rows = list.split('\r\n').map((row) => row.split(';'));
  await page.getByLabel(/Hoja de cálculo/).setInputFiles({
    name: 'Matriz de compromisos.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(await writeXlsx({ sheets: [{ name: 'Matriz', rows }] })),
  });
  await page.getByRole('button', { name: 'Leer la lista' }).click();
  await page.getByRole('heading', { name: '6 asuntos por resolver' }).waitFor();
  expect(await faultsOf('/compromisos/importar/:id')).toEqual([]);
  await page.getByRole('button', { name: 'Aceptar las 6 propuestas' }).click();
  await page.getByRole('button', { name: 'Importar 40 compromisos' }).click();
  await page.getByText('Se importaron 40 compromisos').waitFor();
  await page.getByRole('button', { name: 'Deshacer la importación' }).click();
  await page.getByText('Importación deshecha').waitFor();
  await page.context().close();
});
