import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadExample } from '#services/operations/load-example.ts';
import { loadPack } from '#services/territories/load-pack.ts';
import { startApp, type Caller, type TestApp } from '../server.ts';

const packs = fileURLToPath(new URL('../../packs', import.meta.url));

describe('running the installation', () => {
  let app: TestApp;
  let coordinator: Caller;

  beforeAll(async () => {
    app = await startApp();
    await loadPack(app.context, { folder: join(packs, 'PA') });
    await loadExample(app.context, { folder: packs, countries: ['PA'], onProgress: () => undefined });
    coordinator = await app.signIn('coordinacion', 'puente-claro-31');
  });
  afterAll(() => app.stop());

  describe('getHealth', () => {
    it('says that all is well, with version, database, migrations, backup age and disk', async () => {
      const { status, body } = await app.visitor('GET', '/api/health');
      expect(status).toBe(200);
      expect(body).toMatchObject({
        status: 'well',
        version: '0.0.0-test',
        database: { reachable: true },
        migrations: { pending: 0 },
        lastBackup: { at: null, hours: null },
        disk: { writable: true },
      });
      expect(body.migrations.applied).toBeGreaterThan(6);
    });

    it('says 503 and why, once the schema is behind the program', async () => {
      const last = await app.database.ownerPool.query(
        'delete from schema_migration where number = (select max(number) from schema_migration) returning *',
      );
      const { status, body } = await app.visitor('GET', '/api/health');
      const row = last.rows[0] as { number: number; name: string; sha256: string };
      await app.database.ownerPool.query(
        'insert into schema_migration (number, name, sha256) values ($1, $2, $3)',
        [row.number, row.name, row.sha256],
      );
      expect(status).toBe(503);
      expect(body).toMatchObject({ status: 'failing', migrations: { pending: 1 } });
    });
  });

  describe('search', () => {
    const titles = async (text: string, call: Caller = app.visitor) => {
      const { body } = await call('GET', `/api/search?text=${encodeURIComponent(text)}`);
      return (body.items as { title: string }[]).map((item) => item.title);
    };

    it('finds a territory without its accents, in capitals, in any order, and with a typing error', async () => {
      for (const text of ['san miguelito', 'SAN MIGUELITO', 'miguelito san', 'san migelito']) {
        expect((await titles(text))[0]).toBe('San Miguelito');
      }
      expect((await titles('ngabe bugle'))[0]).toContain('Ngäbe-Buglé');
    });

    it('finds a territory by a name that it no longer has', async () => {
      expect((await titles('Kuna Yala'))[0]).toBe('Guna Yala');
    });

    it('finds an institution by its initials', async () => {
      expect(await titles('MIDES')).toContain('Ministerio de Desarrollo Social');
    });

    it('answers nothing for what is too short or unlike anything', async () => {
      expect(await titles('x')).toEqual([]);
      expect(await titles('zzzzqqqq')).toEqual([]);
    });

    it('takes signs of searching languages as plain text', async () => {
      expect(await titles('%_%')).toEqual([]);
      expect(await titles("'; drop table territory; --")).toEqual([]);
      expect((await titles('san miguelito'))[0]).toBe('San Miguelito');
    });

    it('keeps people of a committee from those who are not of their territory', async () => {
      expect(await titles('Vocal del comité')).not.toContain('Vocal del comité de ejemplo');
      expect(await titles('Vocal del comité', coordinator)).toContain('Vocal del comité de ejemplo');
    });
  });

  describe('listImportRuns', () => {
    it('is for those who have signed in', async () => {
      expect((await app.visitor('GET', '/api/import-runs')).status).toBe(401);
    });

    it('lists what was imported, newest first, page by page', async () => {
      const csv = (name: string) =>
        new TextEncoder().encode(
          `code,name,kind,parent_code,iso_code,valid_from,valid_to,population,population_year,longitude,latitude\n0810,${name},district,08,,,,,,,\n`,
        );
      for (const name of ['San Miguelito de prueba', 'San Miguelito']) {
        const answer = await coordinator(
          'POST',
          '/api/countries/PA/territories?apply=yes&fileName=prueba.csv',
          {
            bytes: csv(name),
            mediaType: 'text/csv',
          },
        );
        expect(answer.status).toBeLessThan(300);
      }
      const first = await coordinator('GET', '/api/import-runs?limit=1');
      expect(first.body.items).toHaveLength(1);
      expect(first.body.items[0]).toMatchObject({
        fileName: 'prueba.csv',
        standing: 'applied',
        by: 'coordinacion',
      });
      const second = await coordinator('GET', `/api/import-runs?limit=1&after=${first.body.next}`);
      expect(second.body.items[0].id < first.body.items[0].id).toBe(true);
    });
  });
});
