import { readFile, rm, writeFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anchorChains } from '#services/audit/anchor-chains.ts';
import { anchorsLogPath } from '#services/audit/anchors-log.ts';
import { hashText } from '#services/audit/hash-text.ts';
import { verifyAudit } from '#services/audit/verify-audit.ts';
import type { Context } from '#services/context.ts';
import { type AuditWorld, doDeed, makeAuditWorld } from './audit-world.ts';

let world: AuditWorld;
let officer: Context;
let chain: string;

beforeEach(async () => {
  world = await makeAuditWorld();
  officer = await world.addActor('Norma Norte', 'municipal-coordinator', 'north');
  chain = await world.addOrganisation('Alcaldía', 'north');
  for (let time = 0; time < 6; time += 1) await doDeed(officer, { organisationId: chain }, {});
});
afterEach(() => world.end());

const verify = () => verifyAudit(world.database, world.dataFolder);
const anchor = () =>
  anchorChains({ database: world.database, installation: officer.installation, now: new Date() });
/** What somebody with the database in hand could do. */
const tamper = (statement: ReturnType<typeof sql>) =>
  world.database.owner.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    await statement.execute(tx);
  });
const forged = sql`replace(content, 'changeOrganisation', 'forgedOrganisation')`;

describe('articula audit verify', () => {
  it('finds nothing where nothing was done, and says how much it read', async () => {
    await anchor();
    const result = await verify();
    expect(result).toMatchObject({ entries: 12, chains: 2, anchors: 1, log: true, faults: [] });
    expect(result.text).toBe('El registro está íntegro: 12 entradas en 2 cadenas, 1 ancla.');
  });

  it('names an entry that was altered', async () => {
    await tamper(sql`update audit_entry set content = ${forged} where chain = ${chain} and seq = 3`);
    const result = await verify();
    expect(result.faults).toEqual([{ kind: 'altered', chain, seq: 3 }]);
    expect(result.text).toContain(`cadena ${chain}: la entrada 3 fue alterada`);
  });

  it('names an entry that was removed, in the middle and at the end', async () => {
    await tamper(sql`delete from audit_entry where chain = ${chain} and seq in (2, 6)`);
    expect((await verify()).faults).toEqual([
      { kind: 'removed', chain, seq: 2 },
      { kind: 'removed', chain, seq: 6 },
    ]);
  });

  it('names an end that was removed together with its head', async () => {
    await anchor();
    await tamper(sql`delete from audit_entry where chain = ${chain} and seq >= 5`);
    await tamper(sql`update audit_chain set last_seq = 4, last_hash = (select hash from audit_entry where chain = ${chain} and seq = 4)
      where key = ${chain}`);
    expect((await verify()).faults).toEqual([{ kind: 'removed', chain, seq: 5, upTo: 6 }]);
  });

  it('names a chain that was removed wholly, anchors and all, by the log in the data folder', async () => {
    await anchor();
    await tamper(sql`delete from audit_entry where chain = ${chain}`);
    await tamper(sql`delete from audit_chain where key = ${chain}`);
    await tamper(sql`delete from audit_anchor`);
    const { faults, text } = await verify();
    expect(faults).toContainEqual({ kind: 'removed', chain, seq: 1, upTo: 6 });
    expect(faults).toContainEqual(expect.objectContaining({ kind: 'anchor-removed' }));
    expect(text).toContain('faltan las entradas 1 a 6');
  });

  it('names an entry that was put in', async () => {
    const { owner } = world.database;
    await tamper(sql`update audit_entry set seq = seq + 100 where chain = ${chain} and seq >= 4`);
    await tamper(sql`update audit_entry set seq = seq - 99 where chain = ${chain} and seq >= 100`);
    const before = await owner
      .selectFrom('audit_entry')
      .selectAll()
      .where('chain', '=', chain)
      .where('seq', '=', '3')
      .executeTakeFirstOrThrow();
    const hash = hashText([before.hash, chain, '4', before.content].join('\n'));
    await tamper(sql`insert into audit_entry (chain, seq, content, previous_hash, hash)
      values (${chain}, 4, ${before.content}, ${before.hash}, ${hash})`);
    expect((await verify()).faults).toEqual([{ kind: 'inserted', chain, seq: 4 }]);
  });

  it('finds a chain that was hashed anew from an entry on, where an anchor knew it', async () => {
    await anchor();
    const { owner } = world.database;
    const entries = await owner
      .selectFrom('audit_entry')
      .selectAll()
      .where('chain', '=', chain)
      .orderBy('seq')
      .execute();
    let previous = entries[1]?.hash ?? '';
    for (const entry of entries.slice(2)) {
      const content = entry.content.replace('changeOrganisation', 'forgedOrganisation');
      const hash = hashText([previous, chain, entry.seq, content].join('\n'));
      await tamper(sql`update audit_entry set content = ${content}, previous_hash = ${previous}, hash = ${hash}
        where chain = ${chain} and seq = ${entry.seq}`);
      previous = hash;
    }
    await tamper(sql`update audit_chain set last_hash = ${previous} where key = ${chain}`);
    expect((await verify()).faults).toEqual([{ kind: 'altered', chain, seq: 1, upTo: 6 }]);
  });

  it('cannot be misled by a changed column: columns are drawn from the text that is hashed', async () => {
    await expect(tamper(sql`update audit_entry set operation = 'other'`)).rejects.toMatchObject({
      code: '428C9',
    });
  });

  it('says so when the log is not there', async () => {
    await anchor();
    await rm(anchorsLogPath(world.dataFolder));
    const result = await verify();
    expect(result).toMatchObject({ log: false, faults: [] });
    expect(result.text).toContain('anchors.log');
  });
});

describe('anchors', () => {
  it('hold only the heads that moved, and nothing when none did', async () => {
    expect(Object.keys((await anchor())?.heads ?? {})).toEqual(
      expect.arrayContaining([chain, 'installation']),
    );
    expect(await anchor()).toBeNull();
    await doDeed(officer, { organisationId: chain });
    expect(Object.keys((await anchor())?.heads ?? {})).toEqual([chain]);
    expect((await verify()).faults).toEqual([]);
  });

  it('are written to the log again when a crash left it behind, cut in the middle of a line', async () => {
    await anchor();
    await doDeed(officer, {});
    await anchor();
    const path = anchorsLogPath(world.dataFolder);
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.slice(0, -40));
    expect((await verify()).faults).toEqual([]);
    await doDeed(officer, {});
    await anchor();
    const lines = (await readFile(path, 'utf8'))
      .split('\n')
      .filter((line) => line.startsWith('{') && line.endsWith('}'));
    expect(lines).toHaveLength(3);
    expect((await verify()).faults).toEqual([]);
  });

  it('keep one chain when several anchor at once', async () => {
    await Promise.all([anchor(), anchor(), doDeed(officer, {}).then(anchor)]);
    const result = await verify();
    expect(result.faults).toEqual([]);
  });
});
