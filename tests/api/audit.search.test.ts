import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTable } from '#formats/tables/index.ts';
import { exportAuditEntries } from '#services/audit/export-audit-entries.ts';
import { getHistory } from '#services/audit/get-history.ts';
import { listAuditEntries } from '#services/audit/list-audit-entries.ts';
import type { Context } from '#services/context.ts';
import { type AuditWorld, doDeed, makeAuditWorld, places } from './audit-world.ts';

let world: AuditWorld;
let auditor: Context;
let north: Context;
let south: Context;
let organisationId: string;

beforeAll(async () => {
  world = await makeAuditWorld();
  auditor = await world.addActor('Ana Auditora', 'auditor', 'country', new Date('2026-03-31T12:00:00Z'));
  // Ten at night in the country, already the next day in UTC.
  north = await world.addActor(
    'Íñigo Núñez',
    'municipal-coordinator',
    'north',
    new Date('2026-03-11T03:00:00Z'),
  );
  south = await world.addActor(
    'Sara Sur',
    'municipal-coordinator',
    'south',
    new Date('2026-03-20T12:00:00Z'),
  );
  organisationId = await world.addOrganisation('Ministerio del Ejemplo', 'country');
  await doDeed(north, {
    operation: 'createOrganisation',
    organisationId,
    after: { name: 'Fundación Ámbar', discount: '50%' },
  });
  await doDeed(north, { operation: 'changeStructure', freeText: ['note'], after: { note: 'confidencial' } });
  for (let time = 0; time < 5; time += 1) {
    await doDeed(south, {
      territoryId: places.south.id,
      subjectKind: 'seat',
      subjectId: 's1',
      after: { place: time },
    });
  }
});
afterAll(() => world.end());

const found = async (query: Partial<Parameters<typeof listAuditEntries>[1]>, context = auditor) =>
  (await listAuditEntries(context, { limit: 50, ...query })).items;

describe('searching the trail', () => {
  it('finds by who, whatever the accents, and by user name', async () => {
    expect(await found({ who: 'inigo nunez' })).toHaveLength(2);
    expect(await found({ who: 'SARA' })).toHaveLength(5);
    expect(await found({ who: '%' })).toHaveLength(0);
    const account = south.actor.kind === 'account' ? south.actor.accountId : '';
    expect(await found({ account })).toHaveLength(5);
  });

  it('finds by operation, subject, organisation and territory with what is under it', async () => {
    expect(await found({ operation: 'changeStructure' })).toHaveLength(1);
    expect(await found({ subjectKind: 'seat', subjectId: 's1' })).toHaveLength(5);
    expect(await found({ organisation: organisationId })).toHaveLength(1);
    expect(await found({ territory: 'QX-0101' })).toHaveLength(2);
    expect(await found({ territory: 'QX' })).toHaveLength(7);
    expect(await found({ territory: 'QX-9999' })).toHaveLength(0);
  });

  it('counts days as the country does', async () => {
    expect(await found({ from: '2026-03-10', to: '2026-03-10' })).toHaveLength(2);
    expect(await found({ from: '2026-03-11', to: '2026-03-20', territory: 'QX-0201' })).toHaveLength(5);
    expect(await found({ from: '2026-03-11', to: '2026-03-19' })).toHaveLength(0);
  });

  it('finds by text without accents, taking signs for themselves, but not in what is sealed', async () => {
    expect(await found({ text: 'fundacion ambar' })).toHaveLength(1);
    expect(await found({ text: '50%' })).toHaveLength(1);
    expect(await found({ text: '%%' })).toHaveLength(0);
    expect(await found({ text: 'confidencial' })).toHaveLength(0);
  });

  it('goes through pages without losing or repeating an entry', async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listAuditEntries(auditor, { limit: 2, ...(after ? { after } : {}) });
      seen.push(...page.items.map((entry) => entry.id));
      after = page.next ?? undefined;
    } while (after);
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
  });

  it('refuses a page address that it did not give', async () => {
    await expect(listAuditEntries(auditor, { limit: 2, after: 'WzEsIid9' })).rejects.toMatchObject({
      code: 'shared.invalid',
    });
  });

  it('shows an officer only what they did themselves', async () => {
    expect((await found({}, north)).map((entry) => entry.actor.name)).toEqual(['Íñigo Núñez', 'Íñigo Núñez']);
    expect(await found({ who: 'Sara' }, north)).toEqual([]);
    expect(await found({ text: 'place' }, north)).toEqual([]);
  });

  it('shows the history of one thing to who may audit it', async () => {
    expect(
      (await getHistory(auditor, { subjectKind: 'seat', subjectId: 's1', limit: 50 })).items,
    ).toHaveLength(5);
    expect((await getHistory(north, { subjectKind: 'seat', subjectId: 's1', limit: 50 })).items).toEqual([]);
  });
});

describe('exporting the trail', () => {
  it('gives what the search shows, and is itself written down', async () => {
    const file = await exportAuditEntries(auditor, { format: 'xlsx', territory: 'QX-0101' });
    expect(file.fileName).toBe('registro-de-hechos-2026-03-31.xlsx');
    const { sheets } = await readTable(file.bytes);
    const rows = sheets[0]?.rows.map((row) => row.cells.map((cell) => cell.text)) ?? [];
    expect(rows[0]?.slice(0, 4)).toEqual(['Registro', 'Cuándo', 'Quién', 'Qué se hizo']);
    expect(rows.slice(1).map((row) => [row[2], row[3], row[7], row[9]])).toEqual(
      expect.arrayContaining([
        ['Íñigo Núñez', 'createOrganisation', 'name', 'Fundación Ámbar'],
        ['Íñigo Núñez', 'changeStructure', 'note', 'confidencial'],
      ]),
    );
    const [recorded] = await found({ operation: 'exportAuditEntries' });
    expect(recorded).toMatchObject({ actor: { name: 'Ana Auditora' }, territory: { reference: 'QX-0101' } });
  });

  it('is refused to who may audit nowhere', async () => {
    await expect(exportAuditEntries(north, { format: 'csv' })).rejects.toMatchObject({
      code: 'shared.forbidden',
    });
  });
});
