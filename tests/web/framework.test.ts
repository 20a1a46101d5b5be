import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { password } from '../access-world.ts';
import { agreeUpon, draftFrom, fillGaps, press } from './agreement-steps.ts';
import { startDemoWeb, watch, type Demo } from './browser.ts';
import { state, typeCommitments } from './commitment-steps.ts';
import { bringToForce, draftLetter, enter, makeHead, ministryName } from './framework-steps.ts';
import { act } from './life-steps.ts';
import { putToSignature, signHere, signInInk } from './signing-steps.ts';
import { dayIn, momentAfter } from './today.ts';

// Costa Rica: a framework of the vice-ministry with four municipalities, and under it a letter with each of them.
let now = new Date();
let passed = 0;
const day = (days: number) => dayIn('CR', days);
const today = () => day(passed);
const towns = [
  { code: '102', name: 'Municipalidad de Escazú', place: 'Escazú' },
  { code: '106', name: 'Municipalidad de Aserrí', place: 'Aserrí' },
  { code: '201', name: 'Municipalidad de Alajuela', place: 'Alajuela' },
  { code: '701', name: 'Municipalidad de Limón', place: 'Limón' },
] as const;
const marco = 'Convenio marco de prevención con cuatro municipalidades (ejemplo)';
const letterOf = (place: string) => `Carta de entendimiento con ${place} (ejemplo)`;

let demo: Demo;
let ministry: Page;
let framework = '';
const mayors = new Map<string, Page>();
const letters = new Map<string, string>();

beforeAll(async () => {
  demo = await startDemoWeb({ country: 'CR', now: () => now });
  await makeHead(demo, 'ministra', 'CR', ministryName);
  for (const { code, name } of towns) await makeHead(demo, `alcaldia-${code}`, code, name);
  await enterOn(0);
});
afterAll(() => demo.stop());

/** Everybody signs in anew on a day that a test cannot wait for. */
async function enterOn(days: number): Promise<void> {
  passed = days;
  now = momentAfter(days);
  ministry = await enter(demo, 'ministra');
  for (const { code } of towns) mayors.set(code, await enter(demo, `alcaldia-${code}`));
}

const mayor = (code: string): Page => {
  const page = mayors.get(code);
  if (!page) throw new Error(`nobody of ${code}`);
  return page;
};
const main = async (page: Page) => (await page.textContent('main')) ?? '';

describe('a framework agreement of Costa Rica', () => {
  it('is drafted by the vice-ministry with four municipalities, and signed by all five', async () => {
    framework = await draftFrom(ministry, {
      instrument: 'cr-convenio-marco',
      parties: [ministryName, ...towns.map(({ name }) => name)],
      title: marco,
      object: 'coordinar la prevención de la violencia en cuatro cantones',
      territories: towns.map(({ code }) => `CR-${code}`).join('\n'),
      months: 24,
      noNeedReason: 'Cada carta responde a las necesidades de su cantón',
    });
    await ministry.goto(framework);
    for (const { name } of towns) expect(await main(ministry)).toContain(name);
    await press(ministry, 'Abrir la negociación');
    await fillGaps(ministry, framework);
    const sides = [ministry, ...towns.map(({ code }) => mayor(code))];
    await agreeUpon(framework, sides, today());
    await ministry.goto(framework);
    expect(await state(ministry)).toContain('Lista para firmar');
    await putToSignature(ministry, framework);
    for (const page of sides.slice(0, 4)) await signHere(page, framework, password);
    await signInInk(mayor('701'), ministry, framework);
    await ministry.goto(framework);
    expect(await state(ministry)).toContain('Vigente');
  });

  it('carries a letter for each municipality, which says under which framework it stands', async () => {
    for (const { code, name, place } of towns) {
      const page = mayor(code);
      const letter = await draftLetter(page, marco, { code, name, title: letterOf(place) });
      letters.set(code, letter);
      // What the framework says holds here too, and a letter that is to outlive it is told so.
      expect(await main(page)).toContain(`se suscribe en ejecución de «${marco}»`);
      expect(await main(page)).toContain(`El convenio marco «${marco}» termina antes que este`);
      await typeCommitments(page, letter, [
        {
          who: name,
          what: `Abrir 2 espacios para jóvenes en ${place}`,
          forWhom: ministryName,
          dueOn: day(200),
        },
        { who: ministryName, what: `Formar a 20 promotores de ${place}`, forWhom: name, dueOn: day(120) },
      ]);
    }
    await ministry.goto(framework);
    for (const { place } of towns) expect(await main(ministry)).toContain(letterOf(place));
    // Nobody drafts in the name of another municipality.
    const answer = await mayor('102').goto(letters.get('106') ?? '');
    expect(answer?.status()).toBe(404);
  });

  it('puts each letter in force when both have signed it, with money only once it is endorsed', async () => {
    const [richest] = towns;
    await bringMoney(mayor(richest.code), letters.get(richest.code) ?? '', '150000');
    for (const { code } of towns) {
      const [page, letter] = [mayor(code), letters.get(code) ?? ''];
      await page.goto(letter);
      await press(page, 'Abrir la negociación');
      await fillGaps(page, letter);
      await agreeUpon(letter, [page, ministry], today());
      await putToSignature(page, letter);
      await signHere(ministry, letter, password);
      await signInInk(page, ministry, letter);
      await page.goto(letter);
      expect(await state(page)).toContain(code === richest.code ? 'Firmado, aún no vigente' : 'Vigente');
    }
    const [page, letter] = [mayor(richest.code), letters.get(richest.code) ?? ''];
    await page.goto(`${letter}/vida`);
    expect(await main(page)).toContain('Refrendo');
    const endorsed = { body: 'Contraloría General', reference: 'Oficio 1', result: 'Favorable' };
    await act(page, `${letter}/vida`, 'Registrar lo que falta para que entre en vigor', endorsed);
    await page.goto(letter);
    expect(await state(page)).toContain('Vigente');
    // Anybody sees the tree: the framework, and the four letters in force.
    const anybody = await demo.open(null, { viewport: { width: 390, height: 844 } });
    const { look } = watch(anybody);
    await anybody.goto(framework);
    const tree = anybody.locator('section', {
      has: anybody.getByRole('heading', { name: /Qué depende|De qué depende/ }),
    });
    for (const { place } of towns)
      expect(await tree.locator('li', { hasText: letterOf(place) }).textContent()).toContain('Vigente');
    await look('the framework in public');
    await anybody.context().close();
  });

  it('is terminated after a notice and its reply: what was signed under it is named before, and goes on after', async () => {
    const [first, second] = towns;
    const ended = 'Convenio marco de cuidados con dos municipalidades (ejemplo)';
    const address = await draftFrom(ministry, {
      instrument: 'cr-convenio-marco',
      parties: [ministryName, first.name, second.name],
      title: ended,
      object: 'coordinar los cuidados en dos cantones',
      territories: `CR-${first.code}\nCR-${second.code}`,
      months: 24,
      noNeedReason: 'Cada carta responde a las necesidades de su cantón',
    });
    await bringToForce(address, [ministry, mayor(first.code), mayor(second.code)], today());
    const under: string[] = [];
    for (const town of [first, second]) {
      const title = `Carta de cuidados con ${town.place} (ejemplo)`;
      const letter = await draftLetter(mayor(town.code), ended, { ...town, title });
      await typeCommitments(mayor(town.code), letter, [
        { who: town.name, what: 'Abrir 1 casa de cuidados', forWhom: ministryName, dueOn: day(200) },
      ]);
      await bringToForce(letter, [mayor(town.code), ministry], today());
      under.push(letter);
    }
    const vida = `${address}/vida`;
    // Before: whoever is about to end it reads what becomes of the letters, by the template's own rule.
    await ministry.goto(vida);
    expect(await main(ministry)).toContain(
      'Si este convenio termina, siguen 2 instrumentos firmados bajo él',
    );
    expect(await main(ministry)).toContain('Cada uno sigue hasta su propia fecha');
    expect(await main(ministry)).toContain(`Carta de cuidados con ${second.place} (ejemplo)`);
    await ministry.goto(address);
    expect(await main(ministry)).toContain(
      'Terminado este convenio, las cartas de entendimiento y demás instrumentos firmados bajo él siguen hasta su propia fecha',
    );
    await act(ministry, vida, 'Hacer un requerimiento', {
      toPartyId: second.name,
      facts: 'No nombró a quien coordina',
    });
    await act(mayor(second.code), vida, 'Responder al requerimiento', {
      reply: 'El concejo no ha sesionado',
    });
    for (const page of [ministry, mayor(first.code), mayor(second.code)]) {
      await page.goto(vida);
      expect(await main(page)).toContain('Respuesta: El concejo no ha sesionado');
    }
    // It takes the days to cure: sooner nobody says that it persists.
    const persists = { outcome: 'El incumplimiento persiste', reason: 'Sigue sin nombrarse' };
    await act(ministry, vida, 'Decir en qué terminó el requerimiento', persists);
    expect(await main(ministry)).toContain('para subsanar');
    await enterOn(60);
    await act(ministry, vida, 'Decir en qué terminó el requerimiento', persists);
    await ministry.goto(address);
    expect(await state(ministry)).toContain('En liquidación');
    expect(await main(ministry)).toContain('Siguen vigentes 2 instrumentos firmados bajo este marco');
    for (const [index, town] of [first, second].entries()) {
      const [page, letter] = [mayor(town.code), under[index] ?? ''];
      await page.goto(letter);
      expect(await state(page)).toContain('Vigente');
      expect(await main(page)).toContain('El convenio marco ya no está vigente');
      expect(await main(page)).toContain('Abrir 1 casa de cuidados');
      // The letter can still be ended by its own parties; its framework's end did not do so.
      await page.goto(`${letter}/vida`);
      expect(await main(page)).toContain('Hacer un requerimiento');
    }
    await mayor(first.code).goto('/convenios/nuevo?instrumento=cr-carta-de-entendimiento&territorio=CR-102');
    expect(await mayor(first.code).locator('[name=parentId] option', { hasText: ended }).count()).toBe(0);
  });

  it('ends, and its letters go on to their own last day; nothing new is put under it', async () => {
    const [, second] = towns;
    const late = await draftLetter(mayor(second.code), marco, {
      ...second,
      title: 'Otra carta con Aserrí (ejemplo)',
    });
    await enterOn(760);
    const [page, letter] = [mayor(second.code), letters.get(second.code) ?? ''];
    await page.goto(framework);
    expect(await state(page)).toContain('Vencido');
    expect(await main(page)).toContain('Siguen vigentes 4 instrumentos firmados bajo este marco');
    await page.goto(letter);
    expect(await state(page)).toContain('Vigente');
    expect(await main(page)).toContain('El convenio marco ya no está vigente');
    await page.goto(late);
    expect(await main(page)).toContain('nada nuevo se firma bajo él');
    await press(page, 'Abrir la negociación');
    await page.goto(late);
    expect(await page.locator('button:has-text("Enviar a revisión legal")').count()).toBe(0);
    await page.goto('/convenios/nuevo?instrumento=cr-carta-de-entendimiento&territorio=CR-106');
    expect(await page.locator('[name=parentId] option', { hasText: marco }).count()).toBe(0);
    const wide = await demo.open(null, { viewport: { width: 1280, height: 900 } });
    const { look } = watch(wide);
    for (const path of [framework, letter]) {
      await wide.goto(path);
      await look(path);
    }
    await wide.context().close();
  });
});

/** What the municipality brings in money, in one line. */
async function bringMoney(page: Page, letter: string, amount: string): Promise<void> {
  await page.goto(`${letter}/aportes`);
  await page.fill('[name="lines.0.year"]', today().slice(0, 4));
  await page.fill('[name="lines.0.amount"]', amount);
  await press(page, 'Guardar', 'main form');
}
