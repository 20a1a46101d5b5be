import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadIndicators } from '#services/indicators/load-indicators.ts';
import { loadExample } from '#services/operations/load-example.ts';
import { loadPack } from '#services/territories/load-pack.ts';
import { loadFiguresPack } from '#services/values/load-figures-pack.ts';
import { startApp, type TestApp } from '../server.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
  await loadIndicators(app.context, { folder: 'packs/indicators', country: null });
  await loadPack(app.context, { folder: 'packs/PA' });
  await loadFiguresPack(app.context, { folder: 'packs/PA', country: 'PA' });
  const example = { folder: 'packs', countries: ['PA'], onProgress: () => undefined };
  await loadExample(app.context, example);
  await loadExample(app.context, example);
}, 180_000);
afterAll(() => app.stop());

const get = async (path: string) => (await app.visitor('GET', path)).body;

it('shows one survey and one round, each marked as an example, and doubles nothing', async () => {
  const surveys = await get('/api/surveys?territory=PA');
  expect(surveys.items).toMatchObject([{ example: true, title: expect.stringContaining('EJEMPLO') }]);
  const survey = await get(`/api/surveys/${surveys.items[0].id}`);
  expect(survey.estimates).toHaveLength(5);
  expect(survey.estimates.every(({ hasInterval }: { hasInterval: boolean }) => hasInterval)).toBe(true);
  const rounds = await get('/api/pulse-rounds?territory=PA');
  expect(rounds.items).toMatchObject([{ example: true, isClosed: true }]);
  const round = await get(`/api/pulse-rounds/${rounds.items[0].id}`);
  expect(round.results.weightedBy).toEqual(['sex']);
  const answers = await app.database.owner.selectFrom('pulse_answer').select('id').execute();
  expect(answers).toEqual([]);
});

it('says of the figure that a source published without an interval that there is none', async () => {
  const told = await get('/api/values?indicator=PERC-EMPEORA&territory=PA&from=2015&to=2015');
  expect(told.items).toMatchObject([{ value: 29.8, interval: null }]);
  expect(told.notes).toContain('no-interval');
  expect(told.series.source.title).toContain('EUROsociAL');
});
