import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countExampleAccounts } from '#database/access/example-account-views.ts';
import { listExampleAccounts, makeExampleAccounts } from '#services/access/make-example-accounts.ts';
import { exampleId, loadExample } from '#services/operations/load-example.ts';
import { loadPack } from '#services/territories/load-pack.ts';
import { startApp, type TestApp } from '../server.ts';

const packs = { folder: 'packs', countries: ['PA', 'CR'] };

describe('the accounts of the demonstration', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
    for (const country of packs.countries) await loadPack(app.context, { folder: `packs/${country}` });
    await loadExample(app.context, { ...packs, onProgress: () => undefined });
  });
  afterAll(() => app.stop());

  it('each enter with the password that is told, and have their role', async () => {
    const accounts = (await listExampleAccounts(packs)).filter(({ password }) => password !== '');
    expect(accounts.map(({ username }) => username)).toContain('san-miguelito');
    for (const { username, password, role } of accounts) {
      const call = await app.signIn(username, password);
      const { account } = (await call('GET', '/api/session')).body;
      expect(
        account.roles.map((held: { role: string }) => held.role),
        username,
      ).toContain(role);
      expect(account.example).toBe(true);
    }
  });

  it('are not made twice, and what people changed stays', async () => {
    const { owner } = app.database;
    const before = await countExampleAccounts(app.database);
    await owner.updateTable('account').set({ theme: 'dark' }).where('username', '=', 'comite').execute();
    await makeExampleAccounts(app.context, { ...packs, idOf: exampleId });
    expect(await countExampleAccounts(app.database)).toBe(before);
    const row = await owner
      .selectFrom('account')
      .select('theme')
      .where('username', '=', 'comite')
      .executeTakeFirstOrThrow();
    expect(row.theme).toBe('dark');
  });

  it('show the municipal officer nothing private of another territory', async () => {
    const officer = await app.signIn('san-miguelito', 'cuaderno-azul-08');
    const text = (await officer('GET', '/api/accounts?limit=200')).text;
    expect(text).toContain('comite');
    for (const other of ['coordinacion', 'auditoria', 'desamparados', 'mides'])
      expect(text, other).not.toContain(`"username":"${other}"`);
  });

  it('are refused in a real installation', async () => {
    const context = { ...app.context, installation: { ...app.installation, mode: 'real' as const } };
    await expect(makeExampleAccounts(context, { ...packs, idOf: exampleId })).rejects.toMatchObject({
      code: 'access.example-only-in-demo',
    });
  });
});
