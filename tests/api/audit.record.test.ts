import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eraseTextKeys } from '#database/audit/entry-store.ts';
import { inScope } from '#database/connection.ts';
import { visitorScope } from '#domain/access/scope.ts';
import { eraseKeysOfPerson } from '#services/audit/erase-keys-of-person.ts';
import { getAuditEntry } from '#services/audit/get-audit-entry.ts';
import { getHistory } from '#services/audit/get-history.ts';
import { record } from '#services/audit/record.ts';
import { redactAuditText } from '#services/audit/redact-audit-text.ts';
import { verifyAudit } from '#services/audit/verify-audit.ts';
import type { Context } from '#services/context.ts';
import { newId } from '#services/new-id.ts';
import { type AuditWorld, doDeed, makeAuditWorld, places } from './audit-world.ts';

let world: AuditWorld;
let coordinator: Context;
let auditor: Context;
let north: Context;
let south: Context;

beforeAll(async () => {
  world = await makeAuditWorld();
  coordinator = await world.addActor('Rosa Peña', 'national-coordinator', 'country');
  auditor = await world.addActor('Ana Auditora', 'auditor', 'country');
  north = await world.addActor('Norma Norte', 'municipal-coordinator', 'north');
  south = await world.addActor('Sergio Sur', 'municipal-coordinator', 'south');
});
afterAll(() => world.end());

const historyOf = async (context: Context, subjectId: string, subjectKind = 'organisation') =>
  (await getHistory(context, { subjectKind, subjectId, limit: 50 })).items;

describe('a deed that is written down', () => {
  it('keeps who, what and only what changed', async () => {
    const subjectId = newId();
    const before = { name: 'Casa', mandate: 'uno', version: 1 };
    await doDeed(north, { subjectId, before, after: { ...before, mandate: 'dos' } });
    const [entry] = await historyOf(coordinator, subjectId);
    expect(entry).toMatchObject({
      actor: { kind: 'account', name: 'Norma Norte', via: 'session' },
      operation: 'changeOrganisation',
      territory: { reference: 'QX-0101', name: 'north' },
      changes: [{ field: 'mandate', state: 'open', before: 'uno', after: 'dos' }],
    });
  });

  it('is not kept when the transaction that does it fails', async () => {
    const subjectId = newId();
    const failing = inScope(world.database, north.actor.scope, async (tx) => {
      const facts = { operation: 'x', subjectKind: 'organisation', subjectId, territoryId: places.north.id };
      await record(tx, north, { ...facts, organisationId: null, before: null, after: {} });
      throw new Error('the deed failed');
    });
    await expect(failing).rejects.toThrow('the deed failed');
    expect(await historyOf(coordinator, subjectId)).toEqual([]);
    expect((await verifyAudit(world.database, world.dataFolder)).faults).toEqual([]);
  });

  it('takes the deed back with it when it may not be written down', async () => {
    const subjectId = await world.addPerson('Nadie Norte', 'north');
    const facts = { operation: 'x', subjectKind: 'person', subjectId, territoryId: places.north.id };
    const other = south.actor.kind === 'account' ? south.actor.accountId : '';
    const signed = inScope(world.database, north.actor.scope, async (tx) => {
      await tx.updateTable('person').set({ name: 'Otra' }).where('id', '=', subjectId).execute();
      await record(tx, north, { ...facts, organisationId: null, before: null, after: {}, accountId: other });
    });
    await expect(signed).rejects.toMatchObject({ code: '42501' });
    const { name } = await world.database.owner
      .selectFrom('person')
      .select('name')
      .where('id', '=', subjectId)
      .executeTakeFirstOrThrow();
    expect(name).toBe('Nadie Norte');
    expect(await historyOf(coordinator, subjectId, 'person')).toEqual([]);
  });

  it('loses its free text too when that is erased later in the same transaction', async () => {
    const subjectId = newId();
    const facts = { operation: 'x', subjectKind: 'organisation', subjectId, territoryId: places.north.id };
    const after = { note: 'llamó una vecina' };
    const erased = await inScope(world.database, coordinator.actor.scope, async (tx) => {
      await record(tx, coordinator, {
        ...facts,
        organisationId: null,
        before: null,
        after,
        freeText: ['note'],
      });
      return eraseTextKeys(tx, 'organisation', subjectId);
    });
    expect(erased).toBe(1);
    const [entry] = await historyOf(coordinator, subjectId);
    expect(entry?.changes).toMatchObject([{ field: 'note', state: 'erased' }]);
  });

  it('never waits in a circle when it joins several chains', async () => {
    const [one, other] = [
      await world.addOrganisation('Uno', 'north'),
      await world.addOrganisation('Otro', 'north'),
    ];
    const rounds = Array.from({ length: 12 }, (_, round) => {
      const chains = round % 2 === 0 ? [one, other] : [other, one];
      return doDeed(north, ...chains.map((organisationId) => ({ organisationId })));
    });
    await Promise.all(rounds);
    expect((await verifyAudit(world.database, world.dataFolder)).faults).toEqual([]);
  });

  it('joins its chain in order when thousands are written at once', async () => {
    const organisationId = await world.addOrganisation('Importada', 'north');
    const deeds = Array.from({ length: 2500 }, (_, index) => ({
      organisationId,
      subjectId: `s${index}`,
      freeText: ['name'],
    }));
    await doDeed(north, ...deeds);
    const { owner } = world.database;
    const rows = await owner
      .selectFrom('audit_entry')
      .select(['seq', 'subject_id'])
      .where('chain', '=', organisationId)
      .orderBy('seq')
      .execute();
    expect(rows.map((row) => row.subject_id)).toEqual(deeds.map((deed) => deed.subjectId));
    expect((await verifyAudit(world.database, world.dataFolder)).faults).toEqual([]);
  });

  it('leaves neither gap nor fork when sixteen write at once', async () => {
    const organisationId = await world.addOrganisation('Concurrida', 'north');
    await Promise.all(
      Array.from({ length: 16 }, async () => {
        for (let time = 0; time < 5; time += 1) await doDeed(north, { organisationId });
      }),
    );
    const { owner } = world.database;
    const rows = await owner
      .selectFrom('audit_entry')
      .select('seq')
      .where('chain', '=', organisationId)
      .orderBy('seq')
      .execute();
    expect(rows.map((row) => Number(row.seq))).toEqual(Array.from({ length: 80 }, (_, index) => index + 1));
    expect((await verifyAudit(world.database, world.dataFolder)).faults).toEqual([]);
  });
});

describe('what is sealed', () => {
  it('stands in the database as cipher, and opens for who may see private details', async () => {
    const personId = await world.addPerson('Pedro Pérez', 'north');
    const deed = {
      subjectKind: 'person',
      subjectId: personId,
      before: { phone: '+5076000' },
      after: { phone: '+5076111' },
    };
    await doDeed(north, { ...deed, personal: ['phone'] });
    const stored = await world.database.owner
      .selectFrom('audit_entry')
      .select('content')
      .where('subject_id', '=', personId)
      .execute();
    expect(stored[0]?.content).not.toContain('+5076');
    const [open] = await historyOf(coordinator, personId, 'person');
    expect(open?.changes).toEqual([{ field: 'phone', state: 'open', before: '+5076000', after: '+5076111' }]);
    const [hidden] = await historyOf(auditor, personId, 'person');
    expect(hidden?.changes).toEqual([{ field: 'phone', state: 'hidden', before: null, after: null }]);
  });

  it('is unreadable once the person is erased, and the chain still verifies', async () => {
    const personId = await world.addPerson('Eva Erased', 'north');
    const facts = { subjectKind: 'person', subjectId: personId, personal: ['phone'] };
    await doDeed(north, { ...facts, before: null, after: { phone: '1', post: 'alcaldesa' } });
    await doDeed(north, { ...facts, before: { phone: '1' }, after: { phone: '2' } });
    const erased = await inScope(world.database, coordinator.actor.scope, (tx) =>
      eraseKeysOfPerson(tx, personId),
    );
    expect(erased).toBe(2);
    const [, first] = await historyOf(coordinator, personId, 'person');
    expect(first?.changes).toEqual([
      { field: 'phone', state: 'erased', before: null, after: null },
      { field: 'post', state: 'open', before: null, after: 'alcaldesa' },
    ]);
    expect((await verifyAudit(world.database, world.dataFolder)).faults).toEqual([]);
  });

  it('is erased only by who may erase where the person is', async () => {
    const personId = await world.addPerson('Nora Norte', 'north');
    const attempt = inScope(world.database, south.actor.scope, (tx) => eraseKeysOfPerson(tx, personId));
    await expect(attempt).rejects.toMatchObject({ code: '42501' });
  });

  it('is forgotten when a text with a victim’s name is redacted, with the reason kept', async () => {
    const subjectId = newId();
    const freeText = ['note'];
    await doDeed(north, { subjectId, freeText, before: null, after: { note: 'llamó Juana Víctima' } });
    await doDeed(north, {
      subjectId,
      freeText,
      before: { note: 'llamó Juana Víctima' },
      after: { note: 'llamó una vecina' },
    });
    await expect(
      redactAuditText(auditor, { body: { subjectKind: 'organisation', subjectId, reason: 'nombre' } }),
    ).rejects.toMatchObject({
      code: 'shared.forbidden',
    });
    const body = { subjectKind: 'organisation', subjectId, reason: 'Nombre escrito por error' };
    expect(await redactAuditText(coordinator, { body })).toEqual({ erased: 2 });
    const history = await historyOf(coordinator, subjectId);
    const redaction = history.find((entry) => entry.operation === 'redactAuditText');
    const before = history.filter((entry) => entry !== redaction);
    expect(redaction?.changes.find((change) => change.field === 'reason')?.after).toBe(
      'Nombre escrito por error',
    );
    expect(before.flatMap((entry) => entry.changes.map((change) => change.state))).toEqual([
      'erased',
      'erased',
    ]);
    expect((await verifyAudit(world.database, world.dataFolder)).faults).toEqual([]);
  });
});

const as = <T>(context: Context, statement: ReturnType<typeof sql<T>>) =>
  inScope(world.database, context.actor.scope, (tx) => statement.execute(tx));

describe('the application’s own role', () => {
  it('cannot change, remove, forge or count', async () => {
    await doDeed(north, {});
    const forbidden = [
      sql`update audit_entry set content = content`,
      sql`delete from audit_entry`,
      sql`truncate audit_entry cascade`,
      sql`insert into audit_entry (chain, seq, content, previous_hash, hash) values ('installation', 999, '{}', '', '')`,
      sql`select * from audit_chain`,
      sql`update audit_chain set last_seq = 0`,
      sql`select * from erasable_key`,
      sql`update erasable_key set key = null`,
      sql`select * from audit_anchor`,
      sql`insert into audit_anchor (at, heads, previous_hash, hash) values (now(), '{}', '', '')`,
      sql`alter table audit_entry disable row level security`,
    ];
    for (const statement of forbidden)
      await expect(as(coordinator, statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('cannot sign with another’s name', async () => {
    const other = south.actor.kind === 'account' ? south.actor.accountId : '';
    const content = JSON.stringify({
      account: other,
      at: 1,
      operation: 'x',
      subject: 'x',
      subjectKind: 'x',
      territory: 10_100_000,
    });
    await expect(
      as(north, sql`select audit_append(${JSON.stringify([{ content, keys: [] }])}::jsonb)`),
    ).rejects.toMatchObject({
      code: '42501',
    });
  });

  it('reads what the person may audit and what they did, and no key or name of others', async () => {
    const subjectId = newId();
    await doDeed(north, { subjectId, freeText: ['note'], after: { note: 'privado' } });
    expect(await historyOf(north, subjectId)).toHaveLength(1);
    expect(await historyOf(south, subjectId)).toEqual([]);
    const stored = await world.database.owner
      .selectFrom('erasable_key')
      .select('id')
      .where('subject_id', '=', subjectId)
      .execute();
    const keys = await as(south, sql`select * from audit_keys(array[${stored[0]?.id}]::uuid[])`);
    expect(keys.rows).toEqual([]);
    const account = north.actor.kind === 'account' ? north.actor.accountId : '';
    expect((await as(south, sql`select * from audit_names(array[${account}]::uuid[])`)).rows).toEqual([]);
    expect((await as(south, sql`select audit_accounts_called('%norma%')`)).rows).toEqual([]);
    const visible = await inScope(world.database, visitorScope, (tx) =>
      tx.selectFrom('audit_entry').selectAll().execute(),
    );
    expect(visible).toEqual([]);
  });

  it('finds no entry of another territory by its id', async () => {
    const subjectId = newId();
    await doDeed(north, { subjectId });
    const [entry] = await historyOf(coordinator, subjectId);
    const entryId = entry?.id ?? '';
    await expect(getAuditEntry(south, { entryId })).rejects.toMatchObject({ code: 'audit.not-found' });
    expect(await getAuditEntry(coordinator, { entryId })).toMatchObject({
      id: entryId,
      requestId: north.requestId,
    });
  });
});
