import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { periodOf, writePeriod } from '#domain/indicators/period.ts';
import { formatOf } from '#words/format.ts';
import { voiceOf } from '#words/index.ts';
import { periodWords } from '#words/period-words.ts';
import { startDemoWeb, watch, type Demo } from './browser.ts';
import { textOfDocx } from './document-steps.ts';
import { approve, field, makeLink, question, reportByWorkbook, typeMonth } from './reporting-steps.ts';
import { dayIn } from './today.ts';

// One story, told from beginning to end: a quarter that is asked for by the centre and seen there.
vi.setConfig({ testTimeout: 300_000 });

const quarter = writePeriod(periodOf('quarter', dayIn('PA')));
const saidQuarter = periodWords(quarter, { say: voiceOf('es'), format: formatOf('es', 'PA', 'UTC') });
const sessions = 'Sesiones de las estructuras locales de prevención';
const view = 'Sesiones por municipio en el trimestre';
const [asked, town, other] = ['Trimestre en curso', 'San Miguelito', 'Alanje'];
const desk = { viewport: { width: 1280, height: 900 } };
const phone = { viewport: { width: 390, height: 844 } };

let demo: Demo;
let centre: Page;
beforeAll(async () => {
  demo = await startDemoWeb();
  centre = await demo.open('coordinacion', desk);
});
afterAll(() => demo.stop());

const main = async (page: Page) => ((await page.textContent('main')) ?? '').replaceAll(/\s+/g, ' ');

/** How the explorer asks for the sessions of the quarter, of each municipality or of the whole country. */
const look = (level: string, how: string) =>
  `/explorar?indicador=REP-SESIONES&territorio=PA&nivel=${level}&desde=${quarter}&hasta=${quarter}&cada=quarter&ver=${how}`;

/** The cells of a territory's row in the table of a page. */
async function rowOf(page: Page, address: string, place: string): Promise<string> {
  await page.goto(address);
  const row = page.locator(`main tr:has-text("${place}")`).first();
  return (await row.count()) === 0 ? '' : (((await row.textContent()) ?? '').split(place)[1] ?? '').trim();
}

/** What the map of the first screen, with its layer of reports, says of a territory. */
async function onMap(page: Page, place: string): Promise<string> {
  await page.goto('/?capa=reportes');
  expect(await main(page)).toContain(asked);
  const told = await page.locator('main dl > div').allTextContents();
  return told.find((group) => group.includes(place)) ?? '';
}

/** The sessions of the quarter that the country's report tells; null where neither its page nor its DOCX names them. */
async function inReport(page: Page): Promise<string | null> {
  await page.goto(`/informes/borrador?territorio=PA&trimestre=${quarter}`);
  const href = (await page.getAttribute('main a[href*="format=docx"]', 'href')) ?? '';
  const document = await textOfDocx(page, href);
  const table = page.locator(`main table:has(caption:has-text("${sessions}"))`);
  expect(document.includes(sessions)).toBe((await table.count()) > 0);
  const row = table.locator(`tr:has-text("${saidQuarter}")`);
  return (await row.count()) === 0 ? null : ((await row.textContent()) ?? '').replace(saidQuarter, '').trim();
}

/** The town's sessions of the whole year, as the indicator's page says them; nothing where nothing was said. */
async function inYear(page: Page): Promise<number> {
  await page.goto('/indicadores/REP-SESIONES?territorio=PA-0810');
  const year = quarter.slice(0, 4);
  const row = page.locator(`main tbody tr:has-text("${year}")`).first();
  if ((await row.count()) === 0) return 0;
  return Number(((await row.locator('td').last().textContent()) ?? '').trim());
}

describe('a quarter, from what is asked to what is known', () => {
  let ours = '';
  let theirs = '';
  let before = 0;

  it('is opened by the centre for two municipalities, which puts a view of it on its dashboard', async () => {
    await centre.goto('/ciclos/nuevo');
    await centre.fill('[name=title]', asked);
    await centre.fill('[name=period]', quarter);
    await centre.check('[name=subjects][value=territories]');
    await centre.fill('[name=references]', '0810, 0401');
    await centre.click('form:has([name=period]) button[type=submit]');
    await centre.waitForURL(/\/ciclos\/[0-9a-f-]{36}$/);
    const report = async (place: string) =>
      (
        (await centre.getAttribute(
          `main td a:has-text("${place}"), main th a:has-text("${place}")`,
          'href',
        )) ?? ''
      )
        .split('/')
        .at(-1) ?? '';
    [ours, theirs] = [await report(town), await report(other)];
    await watch(centre).look('a cycle that was just opened');

    await centre.goto(look('2', 'tabla'));
    await centre.click('summary:has-text("Guardar")');
    await centre.fill('[name=title]', view);
    await centre.click('form:has([name=audience]) button');
    await centre.waitForURL('**/vistas');
    await centre.goto('/tablero');
    const option = await centre.locator(`[name=what] option:has-text("${view}")`).getAttribute('value');
    await centre.selectOption('[name=what]', option);
    await centre.click('button[value=add]');
    await centre.waitForSelector(`h2:has-text("${view}")`);
    expect(await rowOf(centre, '/tablero', town)).not.toContain('4');
    expect(await onMap(centre, town)).not.toContain('Aprobado');
    expect(await inReport(centre)).toBeNull();
    before = await inYear(centre);
  });

  it('is reported on a phone by one, by a workbook and a link by the other', async () => {
    const officer = await demo.open('san-miguelito', phone);
    await officer.goto('/pendientes');
    await officer.click(`a[href="/reportes/${ours}"]`);
    await officer.waitForSelector(field('sesiones'));
    await typeMonth(officer);
    await officer.click('button[value=send]');
    await officer.waitForSelector('text=En revisión');
    await officer.context().close();

    const link = await makeLink(centre, theirs, 'Municipio de Alanje (ejemplo)');
    const visitor = await demo.open(null, phone);
    await reportByWorkbook(demo, visitor, link);
    await visitor.context().close();
  });

  it('is questioned on one figure, which is corrected', async () => {
    await question(centre, ours, 'sesiones', 'El acta del comité dice cuatro sesiones.');
    const officer = await demo.open('san-miguelito', phone);
    await officer.goto(`/reportes/${ours}`);
    await officer.waitForSelector('text=El acta del comité dice cuatro sesiones.');
    await officer.fill(field('sesiones'), '4');
    await officer.click('button[value=send]');
    await officer.waitForSelector('text=En revisión');
    await officer.context().close();
  });

  it('is approved twice, and is then at once on the map, the dashboard, the indicator’s page and in the quarterly report', async () => {
    const second = await demo.open('administracion', phone);
    for (const report of [ours, theirs]) {
      await approve(centre, report);
      await centre.waitForSelector('text=Aprobado en parte');
      await approve(second, report);
      await second.waitForSelector('text=Aprobado el');
    }
    await second.context().close();
    expect(await onMap(centre, town)).toContain('Aprobado');
    expect(await rowOf(centre, '/tablero', town)).toBe('4');
    expect(await rowOf(centre, look('2', 'tabla'), other)).toBe('3');
    expect(await rowOf(centre, look('', 'tabla'), 'Panamá')).toBe('7');
    expect(await inYear(centre)).toBe(before + 4);
    expect(await inReport(centre)).toBe('7');
  });
});
