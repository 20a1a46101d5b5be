import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { password } from '../access-world.ts';
import { agreeUpon, answer, draftFrom, fillGaps, press, propose, recordGate } from './agreement-steps.ts';
import { furnishSides } from './agreement-life-parts.ts';
import { openCommitment, state, typeCommitments } from './commitment-steps.ts';
import { documentsOf, textOfDocx } from './document-steps.ts';
import { act } from './life-steps.ts';
import { putToSignature, signInInk } from './signing-steps.ts';
import { dayIn, momentAfter } from './today.ts';
import { startWeb, type Web } from './web-server.ts';

// Spain's instrument from the first draft to the refund, by screens alone, under the days that it asks for: the application goes by this clock.
let now = new Date();
let passed = 0;
const day = (days: number) => dayIn('XA', days);
const [ministryName, townName] = ['Ministerio de ejemplo', 'Comuna de ejemplo'];
const owed = 'Abrir 1 centro juvenil por las tardes';

let web: Web;
let agreement = '';
let life = '';
let minister: Page;
let officer: Page;
let centre: Page;

beforeAll(async () => {
  web = await startWeb({ now: () => now });
  await furnishSides(web.context);
  await enterOn(0);
});
afterAll(() => web.stop());

/** Everybody signs in anew on a day that a test cannot wait for. */
async function enterOn(days: number): Promise<void> {
  passed = days;
  now = momentAfter(days);
  [minister, officer, centre] = await Promise.all([enter('ministra'), enter('oficial'), enter('nacional')]);
}

async function enter(username: string): Promise<Page> {
  const page = await (await web.device({ javaScriptEnabled: false })).newPage();
  await page.goto('/entrar');
  await page.fill('[name=name]', username);
  await page.fill('[name=password]', password);
  await page.click('main button');
  await page.waitForURL(({ pathname }) => pathname === '/');
  return page;
}

const main = async (page: Page) => (await page.textContent('main')) ?? '';
const shown = async (page: Page) => {
  await page.goto(life);
  return main(page);
};

describe('an agreement of the Spanish instrument', () => {
  it('is drafted, and negotiated clause by clause: what each proposes is accepted or refused, and every version stays', async () => {
    agreement = await draftFrom(officer, {
      instrument: 'es-convenio',
      parties: [townName, ministryName],
      title: 'Convenio para abrir un centro juvenil',
      object: 'abrir un centro juvenil por las tardes',
      territories: 'XA-0101',
      months: 48,
      noNeedReason: 'El diagnóstico está en curso',
      currency: 'EUR',
    });
    life = `${agreement}/vida`;
    await typeCommitments(officer, agreement, [
      { who: townName, what: owed, forWhom: ministryName, dueOn: day(20) },
    ]);
    await officer.goto(agreement);
    expect(await main(officer)).toContain('Ley 40/2015');
    await press(officer, 'Abrir la negociación');
    // The ministry proposes, the municipality accepts: the text says it from then on, and both versions can be compared.
    const object = await propose(minister, agreement, 'Objeto', {
      body: 'El presente convenio tiene por objeto {object}, de lunes a viernes.',
      why: 'Así consta en la memoria',
    });
    expect(await minister.locator('[name=outcome]').count()).toBe(0);
    await answer(officer, object, 'accepted', 'De acuerdo');
    await officer.goto(`${object}?desde=1&hasta=2`);
    expect(await officer.locator('ins').allTextContents()).toContain(', de lunes a viernes');
    // The municipality proposes, the ministry refuses and says why: the text stays as it was.
    const ownership = await propose(officer, agreement, 'Titularidad de los resultados', {
      body: 'Los resultados pertenecen a la comuna.',
      why: 'El local es suyo',
    });
    await answer(minister, ownership, 'refused', 'Los resultados son de ambas partes');
    expect(await main(minister)).toContain('No aceptada');
    await officer.goto(agreement);
    expect(await main(officer)).toContain('por las tardes, de lunes a viernes.');
    expect(await main(officer)).not.toContain('pertenecen a la comuna');
  });

  it('goes through memorandum, legal report and the acts of both, and waits for their signatures', async () => {
    await fillGaps(officer, agreement);
    await officer.goto(agreement);
    // The memorandum comes before the legal report: without it the text is not sent there.
    expect(await officer.locator('button:has-text("Enviar a revisión legal")').count()).toBe(0);
    await recordGate(officer, agreement, 'Memoria justificativa', day(passed));
    await agreeUpon(agreement, [officer, minister], day(passed));
    await officer.goto(agreement);
    expect(await state(officer)).toContain('Lista para firmar');
  });

  it('is signed, and comes into force when it is registered and published', async () => {
    await putToSignature(officer, agreement);
    // A simple electronic signature does not suffice here, and the page says what does.
    await minister.goto(`${agreement}/firmar`);
    expect(await main(minister)).toContain('no basta en esta plantilla');
    expect(await minister.locator('[name=password]').count()).toBe(0);
    await signInInk(officer, minister, agreement);
    await signInInk(minister, officer, agreement);
    expect(await shown(officer)).not.toContain('Vigente');
    for (const gate of [1, 2]) {
      await act(officer, life, 'Registrar lo que falta para que entre en vigor', {
        body: 'Registro de ejemplo',
        reference: `R-${gate}`,
        result: 'Hecho',
      });
    }
    expect(await shown(officer)).toContain('Vigente');
    await openCommitment(officer, agreement, owed);
    expect(await state(officer)).toContain('Sin empezar: vence en 20 días');
  });

  it('is required formally when a commitment is not kept; the other side replies', async () => {
    await enterOn(30);
    await minister.goto(life);
    await minister.click('summary:has-text("Hacer un requerimiento")');
    await minister.check('details:has(> summary:has-text("Hacer un requerimiento")) [name=instances]');
    const step = 'details:has(> summary:has-text("Hacer un requerimiento"))';
    await minister.selectOption(`${step} [name=toPartyId]`, { label: 'Comuna de ejemplo' });
    await minister.fill(`${step} [name=facts]`, 'El centro no se abrió');
    await press(minister, 'Hacer un requerimiento', step);
    expect(await main(minister)).toContain('El centro no se abrió');
    await act(officer, life, 'Responder al requerimiento', { reply: 'La obra se detuvo' });
    expect(await shown(minister)).toContain('La obra se detuvo');
  });

  it('is told to everybody with its reply beside it once the centre publishes it, and not while an election keeps quiet', async () => {
    const anybody = await (await web.device({ javaScriptEnabled: false })).newPage();
    const told = ['El centro no se abrió', 'La obra se detuvo'];
    for (const words of told) expect(await shown(anybody)).not.toContain(words);
    await act(centre, life, 'Publicar un requerimiento', {});
    for (const words of told) expect(await shown(anybody)).toContain(words);
    // In a quiet period of the country nothing is told against anybody; the parties read it all the same.
    const rules = '/cumplimiento/reglas?territorio=XA';
    await centre.goto(rules);
    const form = 'form:has([value="add-quiet"])';
    // Whether one covers today is asked of the database, by its own clock.
    await centre.fill(`${form} [name=from]`, day(-1));
    await centre.fill(`${form} [name=to]`, day(40));
    await centre.fill(`${form} [name=reason]`, 'Elecciones de ejemplo');
    await press(centre, 'Añadir un período', form);
    for (const words of told) {
      expect(await shown(anybody)).not.toContain(words);
      expect(await shown(minister)).toContain(words);
    }
    await centre.goto(rules);
    await press(centre, 'Quitar', '#vedas');
    for (const words of told) expect(await shown(anybody)).toContain(words);
  });

  it('ends where the breach persists', async () => {
    await enterOn(90);
    await act(minister, life, 'Decir en qué terminó el requerimiento', {
      outcome: 'El incumplimiento persiste',
      reason: 'Sigue sin abrirse',
    });
    expect(await main(minister)).toContain('En liquidación');
  });

  it('is settled: what was not used is paid back, and it is closed', async () => {
    await act(officer, life, 'Anotar un saldo', {
      debtorPartyId: 'Comuna de ejemplo',
      creditorPartyId: 'Ministerio de ejemplo',
      amount: '5000.00',
      currency: 'EUR',
      reason: 'Lo que no se usó',
    });
    expect(await main(officer)).toContain('5000');
    const report = { report: 'Se devolvió lo que no se usó.', lessons: 'Fijar antes las fechas de la obra.' };
    expect(await shown(centre)).toContain('Primero se pagan o condonan los saldos');
    await act(minister, life, 'Anotar el pago', { reference: 'Transferencia 88' });
    expect(await main(minister)).toContain('Transferencia 88');
    await act(centre, life, 'Cerrar el convenio', report);
    expect(await shown(centre)).toContain('Cerrado');
    // What was signed is still there to be read, as it was; so is what came of it.
    await officer.goto(`${agreement}/firmar`);
    expect(await main(officer)).toContain('por las tardes, de lunes a viernes.');
    await officer.goto(agreement);
    const { docx, pdf } = await documentsOf(officer);
    expect(pdf.length).toBeGreaterThanOrEqual(2);
    const certificate = docx.find((address) => address.includes('certificate')) ?? '';
    expect(await textOfDocx(officer, certificate)).toContain(owed);
  });
});
