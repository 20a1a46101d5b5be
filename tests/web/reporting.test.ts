import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Page } from 'playwright-core';
import { exampleId } from '#services/operations/load-example.ts';
import { startDemoWeb, watch, type Demo } from './browser.ts';
import { approve, field, makeLink, question, reportByWorkbook, typeMonth } from './reporting-steps.ts';

vi.setConfig({ testTimeout: 300_000 });

const phone = { viewport: { width: 390, height: 844 } };
const ours = exampleId('PA', 'report', '0810');
const other = exampleId('PA', 'report', '0401');

let demo: Demo;
beforeAll(async () => {
  demo = await startDemoWeb();
});
afterAll(() => demo.stop());

describe('a month of a municipality on a phone', () => {
  it('is a few fields and taps from what is to do to what is sent, saved as it is typed', async () => {
    const page = await demo.open('san-miguelito', phone);
    const { look } = watch(page);
    let taps = 0;
    const tap = async (selector: string) => {
      taps += 1;
      await page.click(selector);
    };
    // The first screen says what is to be reported, and until when.
    await page.goto('/');
    await tap(`a[href="/reportes/${ours}"]`);
    await page.waitForSelector(field('sesiones'));
    await look('a report that is not started');
    const asked = await page.locator('[name^="a:"]').count();
    expect(asked).toBeLessThanOrEqual(12);
    taps += await typeMonth(page);
    // Somebody else calls, the page is left: what was typed is there.
    await page.goto(`/reportes/${ours}`);
    expect(await page.inputValue(field('personas/sex=f'))).toBe('141');
    await tap('button[value=send]');
    await page.waitForSelector('text=En revisión');
    expect(taps).toBeLessThanOrEqual(14);
    await look('a report that was sent');
    await page.context().close();
  });

  it('is questioned on the very figure, corrected, approved twice, and in the figures of the next request', async () => {
    const national = await demo.open('coordinacion', { viewport: { width: 1280, height: 844 } });
    await national.goto(`/reportes/${ours}`);
    await watch(national).look('a report to be reviewed');
    await question(national, ours, 'sesiones', 'El acta del comité dice cuatro sesiones.');
    expect(await told(national)).toEqual([]);

    const officer = await demo.open('san-miguelito', phone);
    await officer.goto(`/reportes/${ours}`);
    await officer.waitForSelector('text=El acta del comité dice cuatro sesiones.');
    await officer.fill(field('sesiones'), '4');
    // The tap that sends comes while what was typed is still on its way.
    await officer.click('button[value=send]');
    await officer.waitForSelector('text=En revisión');
    await officer.context().close();

    await approve(national, ours);
    await national.waitForSelector('text=Aprobado en parte');
    const second = await demo.open('administracion', phone);
    await approve(second, ours);
    await second.waitForSelector('text=Aprobado el');
    expect(await told(national)).toEqual([4]);
    await national.context().close();
    await second.context().close();
  });
});

/** What the API says of the office's sessions in the quarter that was asked for. */
async function told(page: Page): Promise<number[]> {
  const { body } = await ask(page, `/api/cycle-reports/${ours}`);
  const quarter = String(body.period);
  const { body: values } = await ask(
    page,
    `/api/values?indicator=REP-SESIONES&territory=PA-0810&level=2&from=${quarter}&to=${quarter}`,
  );
  const cells = (values.items ?? values.cells) as { value: number | null; state: string }[];
  return cells.flatMap(({ value, state }) => (state === 'value' && value !== null ? [value] : []));
}

async function ask(page: Page, path: string) {
  const answer = await page.context().request.get(demo.origin + path);
  return { status: answer.status(), body: await answer.json() };
}

describe('an office without an account', () => {
  it('fills the workbook in a spreadsheet, brings it in by a one-time link, and sends it', async () => {
    const page = await demo.open('administracion', phone);
    const link = await makeLink(page, other, 'Municipio de Alanje (ejemplo)');
    await page.context().close();

    const visitor = await demo.open(null, phone);
    await reportByWorkbook(demo, visitor, link);
    await visitor.goto(link);
    await visitor.waitForSelector('text=Ese enlace ya se usó');
    await visitor.context().close();
  });
});
