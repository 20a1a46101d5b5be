import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#database/connection.ts';
import { readConfiguration } from '#main/config.ts';
import { never } from '#main/open-database.ts';
import { prepareDemo } from '#main/start-demo.ts';
import { loadPack } from '#services/territories/load-pack.ts';
import { localContext } from '#main/local-context.ts';
import { createFirstAdministrator } from '#services/access/create-first-administrator.ts';
import { grantNewCountries } from '#services/access/grant-new-countries.ts';
import { freshDatabase } from '../database.ts';
import { testInstallation } from '../server.ts';

let database: Database;
let url: string;
let drop: () => Promise<void>;
const folder = mkdtempSync(join(tmpdir(), 'articula-demonstration-'));

beforeAll(async () => {
  ({ database, url, drop } = await freshDatabase());
});
afterAll(async () => {
  await drop();
  await rm(folder, { recursive: true, force: true });
});

const count = async (what: string) => {
  const { rows } = await database.ownerPool.query<{ count: number }>(`select count(*)::int from ${what}`);
  return rows[0]?.count ?? 0;
};

describe('a demonstration that is started again', () => {
  it('loads nothing and writes nothing while its packs are the same', async () => {
    const configuration = readConfiguration({ ARTICULA_DATA: folder });
    const opened = { database, url, kind: 'server', failure: never, close: async () => undefined } as const;
    const steps: string[] = [];
    const prepare = () =>
      prepareDemo(configuration, opened, testInstallation(folder), (step) => steps.push(step));
    await prepare();
    expect(steps).toContain('packs');
    const before = [await count('audit_entry'), await count('territory'), await count('account')];
    steps.length = 0;
    await prepare();
    expect(steps).toEqual([]);
    expect([await count('audit_entry'), await count('territory'), await count('account')]).toEqual(before);
  });

  it('draws what a load that was cut off had not drawn', async () => {
    await database.ownerPool.query(`delete from boundary_layer where country = 'CR'`);
    await loadPack(localContext(database, testInstallation(folder)), { folder: 'packs/CR' });
    expect(await count(`boundary_layer where country = 'CR'`)).toBeGreaterThan(1);
  });
});

describe('an installation that takes in one more country', () => {
  it('gives it to the first administrator, once', async () => {
    const fresh = await freshDatabase();
    try {
      const context = localContext(fresh.database, testInstallation(folder));
      await loadPack(context, { folder: 'tests/fixtures/packs/XA' });
      await createFirstAdministrator(context, { country: 'XA' });
      await loadPack(context, { folder: 'packs/CR' });
      const held = async () => {
        const { rows } = await fresh.database.ownerPool.query<{ country: string }>(
          `select territory.country from role_assignment join territory on territory.id = territory_id
           where role = 'national-admin' order by 1`,
        );
        return rows.map(({ country }) => country);
      };
      expect(await held()).toEqual(['XA']);
      await grantNewCountries(context);
      await grantNewCountries(context);
      expect(await held()).toEqual(['CR', 'XA']);
    } finally {
      await fresh.drop();
    }
  });
});
