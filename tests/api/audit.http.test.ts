import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildServer } from '#http/server.ts';
import type { Context } from '#services/context.ts';
import { type AuditWorld, doDeed, giveToken, makeAuditWorld, places } from './audit-world.ts';

let world: AuditWorld;
let app: FastifyInstance;
let subject: string;
const tokens = new Map<string, string>();

beforeAll(async () => {
  world = await makeAuditWorld();
  const people: Record<string, Context> = {
    coordinator: await world.addActor('Rosa Peña', 'national-coordinator', 'country'),
    auditor: await world.addActor('Ana Auditora', 'auditor', 'country'),
    north: await world.addActor('Norma Norte', 'municipal-coordinator', 'north'),
    south: await world.addActor('Sergio Sur', 'municipal-coordinator', 'south'),
  };
  for (const [name, context] of Object.entries(people)) tokens.set(name, await giveToken(context));
  subject = await world.addOrganisation('Casa de Justicia', 'north');
  const north = people['north'];
  if (!north) throw new Error('nobody in the north');
  const facts = {
    subjectId: subject,
    organisationId: subject,
    territoryId: places.north.id,
    freeText: ['note'],
  };
  await doDeed(north, { ...facts, after: { name: 'Casa de Justicia', note: 'un nombre' } });
  const installation = { ...north.installation, dataFolder: world.dataFolder };
  app = await buildServer({ database: world.database, installation, log: 'silent' });
});
afterAll(async () => {
  await app.close();
  await world.end();
});

type Reply = {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- answers are read as they come
  readonly body: any;
  readonly headers: Readonly<Record<string, unknown>>;
};

async function call(who: string, method: 'GET' | 'POST', url: string, payload?: object): Promise<Reply> {
  const authorization = `Bearer ${tokens.get(who) ?? ''}`;
  const headers = { host: '127.0.0.1:8080', ...(who === 'visitor' ? {} : { authorization }) };
  const reply = await app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  const isJson = String(reply.headers['content-type']).includes('json');
  return { status: reply.statusCode, body: isJson ? reply.json() : null, headers: reply.headers };
}

describe('the trail over the API', () => {
  it('is closed to visitors', async () => {
    for (const path of ['/api/audit-entries', '/api/audit-export', `/api/history/organisation/${subject}`]) {
      expect((await call('visitor', 'GET', path)).status).toBe(401);
    }
    expect((await call('visitor', 'POST', '/api/audit-redactions', {})).status).toBe(401);
  });

  it('listAuditEntries and getHistory show the auditor who did what', async () => {
    const list = await call('auditor', 'GET', '/api/audit-entries?territory=QX-0101&text=justicia');
    expect(list).toMatchObject({
      status: 200,
      body: { next: null, items: [{ actor: { name: 'Norma Norte' }, organisation: { id: subject } }] },
    });
    const history = await call('auditor', 'GET', `/api/history/organisation/${subject}`);
    expect(history.body.items).toEqual(list.body.items);
  });

  it('is empty for who neither audits there nor did anything', async () => {
    expect((await call('south', 'GET', '/api/audit-entries')).body).toEqual({ items: [], next: null });
    expect((await call('south', 'GET', `/api/history/organisation/${subject}`)).body.items).toEqual([]);
    expect((await call('south', 'GET', `/api/audit-entries/${subject}.1`)).status).toBe(404);
    expect((await call('south', 'GET', '/api/audit-export')).status).toBe(403);
  });

  it('getAuditEntry shows one entry with its hashes', async () => {
    const { body, status } = await call('auditor', 'GET', `/api/audit-entries/${subject}.1`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: `${subject}.1`, previousHash: '0'.repeat(64) });
    expect(body.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    '/api/audit-entries?limit=0',
    '/api/audit-entries?from=2026-02-30',
    '/api/audit-entries?territory=%27%20or%201%3D1',
    '/api/audit-entries?account=x',
    '/api/audit-entries?after=e30',
    '/api/audit-entries/installation.0',
    '/api/audit-entries/installation.99999999999999999999',
    '/api/audit-export?format=pdf',
    '/api/audit-entries?operation=%00',
    '/api/history/organisation/%00',
    `/api/audit-entries?who=${'a'.repeat(5000)}`,
  ])('refuses %s with a clear word', async (path) => {
    const { status, body } = await call('auditor', 'GET', path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(body.title).toEqual(expect.any(String));
  });

  it.each(['%00', "x'; drop table audit_entry; --", '\u{1F600}%', '\\', '"'])(
    'searches for %j as it stands',
    async (text) => {
      const { status } = await call(
        'auditor',
        'GET',
        `/api/audit-entries?text=${encodeURIComponent(`${text}${text}`)}&who=${encodeURIComponent(`${text}${text}`)}`,
      );
      expect(status).toBe(200);
    },
  );

  it('exportAuditEntries answers with a file', async () => {
    const { status, headers } = await call('auditor', 'GET', '/api/audit-export?format=csv');
    expect(status).toBe(200);
    expect(headers['content-type']).toContain('text/csv');
    expect(headers['content-disposition']).toContain('registro-de-hechos');
  });

  it('redactAuditText is for who may erase, and is done once', async () => {
    const body = { subjectKind: 'organisation', subjectId: subject, reason: 'Nombre de una víctima' };
    expect((await call('auditor', 'POST', '/api/audit-redactions', body)).status).toBe(403);
    expect((await call('south', 'POST', '/api/audit-redactions', body)).status).toBe(404);
    expect((await call('coordinator', 'POST', '/api/audit-redactions', { ...body, reason: '' })).status).toBe(
      422,
    );
    expect(await call('coordinator', 'POST', '/api/audit-redactions', body)).toMatchObject({
      status: 200,
      body: { erased: 1 },
    });
    const { body: shown } = await call('auditor', 'GET', `/api/audit-entries/${subject}.1`);
    expect(shown.changes).toContainEqual({ field: 'note', state: 'erased', before: null, after: null });
  });
});
