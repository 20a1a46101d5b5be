import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#services/new-id.ts';
import { password } from '../access-world.ts';
import { makeCommitment } from '../commitment-world.ts';
import { press } from './agreement-steps.ts';
import { furnishLife, type LifeParts } from './agreement-life-parts.ts';
import { putToSignature, signInInk } from './signing-steps.ts';
import { startWeb, type Web } from './web-server.ts';

// Spain's instrument under the days that it asks for: the application goes by this clock.
let now = new Date();
const dayAfter = (days: number) => new Date(Date.now() + days * 86_400_000);
const written = (date: Date) => date.toISOString().slice(0, 10);

let web: Web;
let parts: LifeParts;
let agreement = '';
let life = '';
let minister: Page;
let officer: Page;
let centre: Page;

beforeAll(async () => {
  web = await startWeb({ now: () => now });
  parts = await furnishLife(web.context, 'es-convenio');
  agreement = `/convenios/${parts.id}`;
  life = `${agreement}/vida`;
  // What this instrument asks for before the signature.
  const territoryId = await parts.ground.territory('XA');
  for (const kind of ['memo', 'legal-report']) {
    const gate = { id: newId(), agreement_id: parts.id, territory_id: territoryId, kind };
    await web.context.database.owner
      .insertInto('agreement_gate')
      .values({ ...gate, body: 'Asesoría jurídica', on_date: written(now), result: 'favourable' })
      .execute();
  }
  await enterOn(0);
});
afterAll(() => web.stop());

/** Everybody signs in anew on a day that a test cannot wait for. */
async function enterOn(days: number): Promise<void> {
  now = dayAfter(days);
  [minister, officer, centre] = await Promise.all([enter('ministra'), enter('oficial'), enter('nacional')]);
}

async function enter(username: string): Promise<Page> {
  const page = await (await web.device({ javaScriptEnabled: false })).newPage();
  await page.goto(`/entrar?next=${life}`);
  await page.fill('[name=name]', username);
  await page.fill('[name=password]', password);
  await page.click('main button');
  await page.waitForURL(`${web.origin}${life}`);
  return page;
}

/** Opens a deed on the page of the agreement's life, says what it asks for, and does it. */
async function act(page: Page, title: string, fields: Record<string, string>, button = title): Promise<void> {
  await page.goto(life);
  const step = `details:has(> summary:has-text("${title}"))`;
  await page.click(`${step} > summary`);
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`${step} [name="${name}"]`).first();
    const tag = await field.evaluate((element) => element.tagName);
    await (tag === 'SELECT' ? field.selectOption({ label: value }) : field.fill(value));
  }
  await press(page, button, step);
}

const main = async (page: Page) => (await page.textContent('main')) ?? '';
const shown = async (page: Page) => {
  await page.goto(life);
  return main(page);
};

describe('an agreement of the Spanish instrument', () => {
  it('is signed, and comes into force when it is registered and published', async () => {
    await putToSignature(officer, agreement);
    await signInInk(officer, minister, agreement);
    await signInInk(minister, officer, agreement);
    expect(await shown(officer)).not.toContain('Vigente');
    for (const gate of [1, 2]) {
      await act(officer, 'Registrar lo que falta para que entre en vigor', {
        body: 'Registro de ejemplo',
        reference: `R-${gate}`,
        result: 'Hecho',
      });
    }
    expect(await shown(officer)).toContain('Vigente');
    await makeCommitment(parts.ground, {
      what: 'Abrir 1 centro juvenil por las tardes',
      obligor: parts.municipality,
      beneficiary: parts.ministry,
      dueOn: written(dayAfter(20)),
      agreementId: parts.id,
    });
  });

  it('is required formally when a commitment is not kept; the other side replies, and it persists', async () => {
    await enterOn(30);
    await minister.goto(life);
    await minister.click('summary:has-text("Hacer un requerimiento")');
    await minister.check('details:has(> summary:has-text("Hacer un requerimiento")) [name=instances]');
    const step = 'details:has(> summary:has-text("Hacer un requerimiento"))';
    await minister.selectOption(`${step} [name=toPartyId]`, { label: 'Comuna de ejemplo' });
    await minister.fill(`${step} [name=facts]`, 'El centro no se abrió');
    await press(minister, 'Hacer un requerimiento', step);
    expect(await main(minister)).toContain('El centro no se abrió');
    await act(officer, 'Responder al requerimiento', { reply: 'La obra se detuvo' });
    expect(await shown(minister)).toContain('La obra se detuvo');
    await enterOn(90);
    await act(minister, 'Decir en qué terminó el requerimiento', {
      outcome: 'El incumplimiento persiste',
      reason: 'Sigue sin abrirse',
    });
    expect(await main(minister)).toContain('En liquidación');
  });

  it('is settled: what was not used is paid back, and it is closed', async () => {
    await act(officer, 'Anotar un saldo', {
      debtorPartyId: 'Comuna de ejemplo',
      creditorPartyId: 'Ministerio de ejemplo',
      amount: '5000.00',
      currency: 'EUR',
      reason: 'Lo que no se usó',
    });
    expect(await main(officer)).toContain('5000');
    const report = { report: 'Se devolvió lo que no se usó.', lessons: 'Fijar antes las fechas de la obra.' };
    expect(await shown(centre)).toContain('Primero se pagan o condonan los saldos');
    await act(minister, 'Anotar el pago', { reference: 'Transferencia 88' });
    expect(await main(minister)).toContain('Transferencia 88');
    await act(centre, 'Cerrar el convenio', report);
    expect(await shown(centre)).toContain('Cerrado');
    // What was signed is still there to be read, as it was.
    await officer.goto(`${agreement}/firmar`);
    expect(await main(officer)).toContain('Prevenir la violencia juvenil');
  });
});
