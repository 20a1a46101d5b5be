import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftAgreement, makeReady, press } from './agreement-steps.ts';
import { startDemoWeb, watch, type Demo } from './browser.ts';
import {
  dependOn,
  handIn,
  openCommitment,
  requireFormally,
  review,
  state,
  typeCommitments,
} from './commitment-steps.ts';
import { documentsOf, readPdf, textOfDocx } from './document-steps.ts';
import { approvePlan, writePlan } from './plan-steps.ts';
import { agreeUponExtension, putToSignature, signHere, signInInk } from './signing-steps.ts';
import { approveNextVersion } from './strategy-steps.ts';
import { dayIn, momentAfter } from './today.ts';

// The passwords of the example are told to everybody on its first page.
const password = 'feria-barrial-24';
// The application goes by this clock, so that days pass that a test cannot wait for.
let passed = 0;
const now = () => momentAfter(passed);
const day = (days: number) => dayIn('PA', days);
const line = { code: '4.2.9', title: 'Abrir las canchas por la tarde' };
const [onTime, firstTime] = ['Compromisos cumplidos a tiempo', 'Evidencias aceptadas a la primera'];
const action = 'Canchas abiertas con tutores';
const [workshops, list, courts, sessions] = [
  'Dictar 12 talleres de convivencia',
  'Entregar la lista de 3 facilitadores',
  'Abrir 4 canchas por la tarde',
  'Convocar a 120 jóvenes a las canchas',
];
const [mides, town] = ['MIDES', 'Municipio de San Miguelito'];

// Five people: the national coordination, the municipality, the ministry, the auditor, and anybody.
let demo: Demo;
let centre: Page;
let municipality: Page;
let ministry: Page;
let auditor: Page;
let anybody: Page;
let agreement = '';

beforeAll(async () => {
  demo = await startDemoWeb({ now });
  await enterOn(0);
});
afterAll(() => demo.stop());

/** Everybody signs in anew, on a day from which on the story goes on. */
async function enterOn(days: number): Promise<void> {
  passed = days;
  const plain = { javaScriptEnabled: false };
  const desk = { ...plain, viewport: { width: 1280, height: 900 } };
  [centre, municipality, ministry, auditor, anybody] = await Promise.all([
    demo.open('coordinacion', desk),
    demo.open('san-miguelito', desk),
    demo.open('mides', plain),
    demo.open('auditoria', plain),
    demo.open(null, plain),
  ]);
}

const main = async (page: Page) => (await page.textContent('main')) ?? '';

/** How many of how many a figure says of the country, or of the story's own agreement, as somebody reads it. */
async function figure(page: Page, title: string, within = ''): Promise<[number, number]> {
  await page.goto(`/cumplimiento?territorio=PA${within}`);
  const words = await page
    .locator('main section')
    .filter({ has: page.getByRole('heading', { name: title, exact: true }) })
    .last()
    .textContent();
  const [, some = 0, all = 0] = /([\d.,]+) de ([\d.,]+)/.exec(words ?? '') ?? [];
  return [Number(some), Number(all)];
}

describe('the strategy', () => {
  it('is approved by the national coordination with a line of its own, and read by anybody', async () => {
    const version = await approveNextVersion(centre, line);
    expect(await main(centre)).toContain('Vigente');
    await anybody.goto(version);
    expect(await main(anybody)).toContain(line.title);
  });
});

describe('a plan of San Miguelito', () => {
  it('follows that line, and is approved', async () => {
    const label = `${line.code} ${line.title}`;
    const plan = await writePlan(municipality, { title: 'Plan de barrio con jóvenes', action, line: label });
    expect(await main(municipality)).toContain('Lo está revisando el centro');
    await approvePlan(centre, plan);
    expect(await main(centre)).toContain('Edición 1');
    await anybody.goto('/estrategia');
    await anybody.click(`main a:has-text("${line.title}")`);
    expect(await main(anybody)).toContain(action);
  });
});

describe('a ministry and a municipality', () => {
  it('write what each owes into an agreement, name who signs, and agree upon the text', async () => {
    agreement = await draftAgreement(municipality, 'Convenio para las tardes seguras', line.title);
    await typeCommitments(municipality, agreement, [
      { who: mides, what: workshops, forWhom: town, dueOn: day(30) },
      { who: mides, what: list, forWhom: town, dueOn: day(2) },
      { who: town, what: courts, forWhom: mides, dueOn: day(40) },
      { who: town, what: sessions, forWhom: mides, dueOn: day(50) },
    ]);
    expect(await main(municipality)).toContain('4 compromisos');
    await municipality.goto(agreement);
    await press(municipality, 'Abrir la negociación');
    await ministry.goto(`${agreement}/partes`);
    const own = 'section:has(h2:has-text("Desarrollo Social"))';
    await ministry.selectOption(`${own} [name=representativeId]`, { index: 1 });
    await press(ministry, 'Guardar', own);
    await makeReady(agreement, municipality, ministry);
    await ministry.goto(agreement);
    expect(await state(ministry)).toContain('Lista para firmar');
  });

  it('sign it, one in the application and one in ink, and it comes into force', async () => {
    await municipality.goto(agreement);
    expect(await municipality.locator('main a:has-text("Poner el texto a la firma")').count()).toBe(1);
    await putToSignature(municipality, agreement);
    await signHere(ministry, agreement, 'no es esta');
    expect(await ministry.textContent('[role=alert]')).toBeTruthy();
    await signHere(ministry, agreement, password);
    expect(await main(ministry)).toContain('Firma electrónica simple, en la aplicación');
    await signInInk(municipality, ministry, agreement);
    await municipality.goto(agreement);
    expect(await state(municipality)).toContain('Vigente');
    await anybody.goto('/estrategia');
    await anybody.click(`main a:has-text("${line.title}")`);
    expect(await main(anybody)).toContain('Convenio para las tardes seguras');
  });

  it('hold the signed text as DOCX and PDF, with what each owes and nothing left open', async () => {
    await municipality.goto(agreement);
    const { docx, pdf } = await documentsOf(municipality);
    const [signed = ''] = docx.filter((address) => address.includes('text=sealed'));
    const written = await textOfDocx(municipality, signed);
    for (const words of [workshops, courts, 'Municipio de San Miguelito', 'Ministerio de Desarrollo Social'])
      expect(written).toContain(words);
    expect(written).not.toMatch(/[{}]/);
    const read = await Promise.all(pdf.map((address) => readPdf(municipality, address)));
    expect(read.length).toBeGreaterThanOrEqual(2);
    for (const { pages, isTagged } of read) expect(pages > 0 && isTagged).toBe(true);
    expect(read.some(({ pages }) => pages === 1)).toBe(true);
    expect(read.some(({ pages }) => pages > 3)).toBe(true);
  });
});

describe('a commitment of it', () => {
  it('is evidenced from a phone, rejected, evidenced again and verified, and the national figure changes', async () => {
    const phone = await demo.open('mides', { viewport: { width: 390, height: 844 } });
    const { look } = watch(phone);
    const [some, all] = await figure(auditor, firstTime);
    const here = await openCommitment(phone, agreement, workshops);
    await handIn(phone, here, 'taller.jpg');
    expect(await state(phone)).toContain('espera verificación');
    await review(municipality, here, 'rejected', 'No se ve el lugar');
    expect(await figure(auditor, firstTime)).toEqual([some, all + 1]);
    await phone.goto(here);
    expect(await main(phone)).toContain('No se ve el lugar');
    await handIn(phone, here, 'taller-con-lugar.jpg');
    await review(municipality, here, 'accepted');
    await phone.goto(here);
    expect(await state(phone)).toContain('Cumplido');
    await look('the commitment on a phone');
    await phone.context().close();
  });

  it('runs late, holds back two others, is seen first by the coordination, noticed and cured', async () => {
    for (const other of [courts, sessions]) {
      const at = await openCommitment(municipality, agreement, other);
      await dependOn(municipality, at, 'lista de 3');
    }
    const late = await openCommitment(municipality, agreement, list);
    const here = `&convenio=${agreement.split('/').at(-1)}`;
    const [some, all] = await figure(auditor, onTime, here);
    // What was due the day after tomorrow was due five days ago: the list alone has fallen due in this agreement since.
    await enterOn(7);
    const matter = centre.locator('main article').filter({ hasText: list });
    expect(await figure(auditor, onTime, here)).toEqual([some, all + 1]);
    await centre.goto('/');
    expect(await matter.textContent()).toContain('Detiene 2 compromisos');
    await municipality.goto('/seguimiento/esperas');
    expect(await main(municipality)).toContain(list);
    await municipality.click('main a:has-text("Ver la cadena desde «Abrir 4 canchas")');
    expect(await main(municipality)).toMatch(/Abrir 4 canchas por la tarde.*Entregar la lista de 3/s);

    await requireFormally(centre, late, 'Sin la lista no se abren las canchas');
    await ministry.goto(late);
    expect(await main(ministry)).toContain('Sin la lista no se abren las canchas');
    await handIn(ministry, late, 'lista.jpg');
    await review(municipality, late, 'accepted');
    await municipality.goto(late);
    expect(await state(municipality)).toContain('Subsanado, con 5 días de retraso');
    await centre.goto('/');
    expect(await matter.count()).toBe(0);
  });
});

describe('the agreement', () => {
  it('is extended by an addendum that both confirm and sign', async () => {
    const newEndsOn = day(1000);
    const extension = { title: 'Prórroga de las tardes seguras', newEndsOn };
    const addendum = await agreeUponExtension([municipality, ministry], agreement, extension);
    await putToSignature(municipality, addendum);
    await signHere(ministry, addendum, password);
    await signInInk(municipality, ministry, addendum);
    await ministry.goto(`${agreement}/vigente`);
    expect(await main(ministry)).toContain('Prorroga la vigencia hasta');
    await anybody.goto(agreement);
    expect(await main(anybody)).toContain(newEndsOn.split('-').toReversed().join('/'));
  });
});
