import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePlansWorld, type PlansWorld } from './plans.world.ts';

let w: PlansWorld;
beforeAll(async () => {
  w = await makePlansWorld();
});
afterAll(() => w.world.stop());

type Figure = {
  code: string;
  part: string;
  numerator: number;
  denominator: number;
  currency: string | null;
};

/** Some of how many a figure of the country says, C11 of actions and of lines, C12 of needs. */
async function shares() {
  const { figures } = (await w.national.call('GET', '/api/compliance?territory=XA')).body;
  const share = (code: string, part: string) => {
    const one = figures.find((figure: Figure) => figure.code === code && figure.part === part);
    return [one.numerator, one.denominator];
  };
  return { actions: share('C11', 'whole'), lines: share('C11', 'lines'), needs: share('C12', 'whole') };
}

/** A strategy in force with two lines; gives the thread of the first. */
async function approvedLine(): Promise<string> {
  const levels = [{ es: 'Línea de acción', en: 'Line of action', kind: 'line' }];
  const period = { periodFrom: '2025-01-01', periodTo: '2030-12-31' };
  const head = { territory: 'XA', organisationId: w.ministry, title: 'Estrategia de convivencia' };
  const given = { ...head, ...period, adoptingAct: 'Decreto 4', adoptingActOn: '2025-03-01', levels };
  const post = async (path: string, body: object, version?: number) => {
    const answer = await w.national.call('POST', path, { body, ...(version ? { version } : {}) });
    expect(answer.status, answer.text).toBeLessThan(300);
    return answer.body;
  };
  const { versionId } = await post('/api/strategies', given);
  const path = `/api/strategy-versions/${versionId}`;
  const { threadId } = await post(`${path}/elements`, { code: '1', title: 'Abrir patios' });
  await post(`${path}/elements`, { code: '2', title: 'Formar guías' });
  const approval = { body: 'Gabinete', act: 'Decreto 4', on: '2026-03-01', validFrom: '2026-03-02' };
  await post(`${path}/approval`, approval, 1);
  return threadId;
}

/** The budget of what serves the strategy, of the budget of all, in each currency apart. */
async function money(read = w.national.call) {
  const { figures } = (await read('GET', '/api/compliance?territory=XA')).body;
  return figures
    .filter(({ code, part }: Figure) => code === 'C11' && part === 'budget')
    .map(({ currency, numerator, denominator }: Figure) => [currency, numerator, denominator]);
}

describe('what plans do for the strategy and for needs', () => {
  it('counts an action as long as it stands: not once it is dropped, nor when its plan is annulled', async () => {
    const line = await approvedLine();
    const [answered, other] = [await w.need('Riñas en la cancha'), await w.need('Patios cerrados')];
    const { id } = await w.plan();
    const aligned = { lineIds: [line], noLineReason: null, noNeedReason: null };
    const kept = await w.action(id, { ...aligned, title: 'Canchas abiertas', needId: answered });
    const dropped = await w.action(id, { ...aligned, title: 'Patios abiertos', needId: other });
    await w.action(id, { title: 'Sin línea ni necesidad' });
    const submitted = await w.act(w.municipal, id, 'submission');
    expect(submitted.status, submitted.text).toBe(200);
    expect((await w.act(w.national, id, 'approval', w.approval)).status).toBe(200);
    expect(await shares()).toEqual({ actions: [2, 3], lines: [1, 2], needs: [2, 2] });
    // So is their money, whoever asks: what each action costs is in the cases, and adds up to the figure.
    expect(await money()).toEqual([['XTS', 6000.6, 9000.9]]);
    expect(await money(w.world.visitor)).toEqual([['XTS', 6000.6, 9000.9]]);
    const { items } = (await w.world.visitor('GET', '/api/compliance/C11/cases?territory=XA')).body;
    expect(items).toHaveLength(3);
    for (const one of items) expect(one.budget).toEqual([{ currency: 'XTS', amount: 3000.3 }]);
    const csv = (await w.world.visitor('GET', '/api/compliance/export?territory=XA&format=csv&code=C11'))
      .text;
    expect(csv.match(/XTS 3000\.30/g)).toHaveLength(3);
    const sums = (await w.world.visitor('GET', '/api/compliance/export?territory=XA&format=csv')).text;
    expect(sums).toMatch(/C11[^\n]*6000\.6[^\n]*9000\.9[^\n]*XTS/);

    const drop = async (action: string) => {
      const { version } = (await w.municipal.call('GET', `/api/plan-actions/${action}`)).body;
      const body = { standing: 'dropped', reason: 'No hubo fondos' };
      const said = await w.municipal.call('POST', `/api/plan-actions/${action}/progress`, { version, body });
      expect(said.status, said.text).toBe(200);
    };
    await drop(dropped);
    expect(await shares()).toEqual({ actions: [1, 2], lines: [1, 2], needs: [1, 2] });
    expect(await money()).toEqual([['XTS', 3000.3, 6000.6]]);
    const cases = (await w.national.call('GET', '/api/compliance/C11/cases?territory=XA')).text;
    expect(cases).toContain('Canchas abiertas');
    expect(cases).not.toContain('Patios abiertos');
    // The page of what stands alone says the same, and so does anybody who reads it.
    const orphans = (await w.world.visitor('GET', '/api/plan-orphans?territory=XA')).body;
    expect(orphans).toMatchObject({
      alignment: { actions: { numerator: 1, denominator: 2 }, lines: { numerator: 1, denominator: 2 } },
      needResponse: { numerator: 1, denominator: 2 },
      needsWithoutAction: [{ id: other }],
    });
    await drop(kept);
    expect(await shares()).toEqual({ actions: [0, 1], lines: [0, 2], needs: [0, 2] });

    const next = await w.plan(w.municipal, { title: 'Plan del año que sigue' });
    await w.action(next.id, { ...aligned, title: 'Canchas otra vez', needId: answered });
    await w.act(w.municipal, next.id, 'submission');
    expect(await shares()).toEqual({ actions: [0, 1], lines: [0, 2], needs: [0, 2] });
    await w.act(w.national, next.id, 'approval', w.approval);
    expect(await shares()).toEqual({ actions: [1, 2], lines: [1, 2], needs: [1, 2] });
    // While an amendment is written, what was approved goes on counting, for everybody alike.
    await w.act(w.municipal, next.id, 'amendment', { reason: 'Cambia el horario' });
    expect(await shares()).toEqual({ actions: [1, 2], lines: [1, 2], needs: [1, 2] });
    const annulled = await w.act(w.national, next.id, 'annulment', { reason: 'Se aprobó por error' });
    expect(annulled.status, annulled.text).toBe(200);
    expect(await shares()).toEqual({ actions: [0, 1], lines: [0, 2], needs: [0, 2] });
  });
});
