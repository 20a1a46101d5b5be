import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { destroyStruckFiles } from '#services/files/destroy-struck-files.ts';
import { makeLifeWorld, type LifeWorld } from '../agreement-life-world.ts';

// listAgreementFiles is 'files', replaceFileByOrder 'replacement', withdrawFileByOrder 'withdrawal'.
let world: LifeWorld;
beforeAll(async () => {
  world = await makeLifeWorld();
});
afterAll(() => world.stop());

const order = 'Auto 7 del juzgado de ejemplo';
let nth = 0;
/** A PDF unlike any other that a test sends. */
const paper = (said: string) =>
  Buffer.from(
    `%PDF-1.7\n% ${said} ${(nth += 1)}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  );
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const kept = (bytes: Uint8Array) =>
  existsSync(join(world.context.installation.dataFolder, 'files', hashOf(bytes).slice(0, 2), hashOf(bytes)));

/** An agreement signed in ink by both parties, whose signatures are on one and the same scan. */
async function signedInInk() {
  const { id, parties } = await world.ready('pa-convenio-especifico');
  const { hash, code } = await world.seal(id);
  const scan = paper('Con el número de cédula de una persona');
  for (const [registers, confirms, partyId = ''] of [
    [world.minister, world.officer, parties[0]],
    [world.officer, world.minister, parties[1]],
  ] as const) {
    const query = new URLSearchParams({
      partyId,
      office: 'Titular (ejemplo)',
      signedOn: '2026-03-10',
      hash,
      fileName: 'nombre-de-persona.pdf',
    });
    const path = `/api/agreements/${id}/ink-signatures?${query}`;
    const registered = await registers.call('POST', path, { bytes: scan, mediaType: 'application/pdf' });
    expect(registered.status, registered.text).toBe(201);
    const confirmation = `/api/agreements/${id}/signatures/${registered.body.id}/confirmation`;
    expect((await confirms.call('POST', confirmation, { body: { hash } })).status).toBe(200);
  }
  return { id, code, scan, files: await filesOf(id) };
}

type File = {
  id: string;
  of: string;
  subjectId: string;
  name: string;
  hash: string;
  originalHash: string;
  redaction: { order: string; isWithdrawn: boolean; isOriginalKept: boolean } | null;
};
const filesOf = async (id: string, who = world.centre): Promise<File[]> =>
  (await who.call('GET', `/api/agreements/${id}/files`)).body.files;

const replace = async (id: string, file: string, bytes: Uint8Array, original: string, who = world.centre) =>
  who.call(
    'POST',
    `/api/agreements/${id}/files/${file}/replacement?${new URLSearchParams({ order, original, fileName: 'tachado.pdf' })}`,
    { bytes, mediaType: 'application/pdf', version: await world.version(id) },
  );
const withdraw = async (id: string, file: string, original: string, who = world.centre) =>
  who.call('POST', `/api/agreements/${id}/files/${file}/withdrawal`, {
    body: { order, original },
    version: await world.version(id),
  });
const read = async (id: string, file: File) =>
  world.officer.call('GET', `/api/agreements/${id}/signatures/${file.subjectId}/file`);

describe('an order about a paper', () => {
  it('puts the redacted file in the place of the scan for every reader, in each signature that it carries', async () => {
    const { id, code, scan, files } = await signedInInk();
    expect(files).toHaveLength(2);
    const [file] = files;
    if (!file) throw new Error('no file');
    const redacted = paper('tachado');
    expect((await replace(id, file.id, redacted, 'kept')).status).toBe(200);
    const after = await filesOf(id);
    for (const one of after) {
      expect(one).toMatchObject({
        name: 'tachado.pdf',
        hash: hashOf(redacted),
        originalHash: hashOf(scan),
        redaction: { order, isWithdrawn: false, isOriginalKept: true },
      });
      const { text } = await read(id, one);
      expect(text).toContain('tachado');
      expect(text).not.toContain('cédula');
    }
    // The original is kept for nobody to open here; no page or answer names it by what its name said.
    expect(kept(scan)).toBe(true);
    for (const path of ['', '/life', '/text', '/files'])
      expect((await world.centre.call('GET', `/api/agreements/${id}${path}`)).text).not.toContain(
        'nombre-de-persona',
      );
    // Whoever holds the paper is told, with the hash of what was signed; the signatures count as before.
    const verified = (await world.visitor('GET', `/api/verifications/${code}`)).body;
    expect(verified.isUnchanged).toBe(true);
    expect(verified.signatures).toHaveLength(2);
    for (const signature of verified.signatures)
      expect(signature).toMatchObject({
        isGood: true,
        file: { originalHash: hashOf(scan), redactedBy: order, isWithdrawn: false },
      });
    expect((await world.life(id)).acts.at(-1)).toMatchObject({ act: 'struck-file', reason: order });
    // A second order is named beside the first.
    expect((await withdraw(id, file.id, 'kept')).status).toBe(200);
    expect((await filesOf(id))[0]?.redaction?.order).toBe(`${order}; ${order}`);
  });

  it('may take the paper away: a sheet that says so stands there, and the original is destroyed where the order says so', async () => {
    const { id, scan, files } = await signedInInk();
    const [file] = files;
    if (!file) throw new Error('no file');
    expect((await withdraw(id, file.id, 'destroyed')).status).toBe(200);
    expect(kept(scan)).toBe(false);
    const [after] = await filesOf(id);
    expect(after).toMatchObject({
      name: 'Retirado por orden.pdf',
      originalHash: hashOf(scan),
      redaction: { order, isWithdrawn: true, isOriginalKept: false },
    });
    if (after) expect((await read(id, after)).text.slice(0, 5)).toBe('%PDF-');
    // What is left over by a halt goes within the hour.
    const struck = await world.database.owner
      .selectFrom('attached_file')
      .select('struck_sha256')
      .where('agreement_id', '=', id)
      .execute();
    expect(struck.map((row) => row.struck_sha256)).toEqual([[], []]);
    await destroyStruckFiles(world.context);
  });

  it('leaves what another agreement keeps too', async () => {
    const one = await signedInInk();
    const { database } = world;
    const other = await world.ready('pa-convenio-especifico');
    const [file] = one.files;
    const row = await database.owner
      .selectFrom('attached_file')
      .selectAll()
      .where('id', '=', file?.id ?? '')
      .executeTakeFirstOrThrow();
    const copy = { ...row, id: other.id, agreement_id: other.id, subject_kind: 'registered' };
    await database.owner.insertInto('attached_file').values(copy).execute();
    expect((await withdraw(one.id, file?.id ?? '', 'destroyed')).status).toBe(200);
    expect(kept(one.scan)).toBe(true);
    expect((await filesOf(other.id))[0]?.redaction).toBeNull();
    expect((await withdraw(other.id, other.id, 'destroyed')).status).toBe(200);
    expect(kept(one.scan)).toBe(false);
  });
});

describe('nobody else', () => {
  it('strikes a paper: not a party, not a stranger, not a visitor; not the same file, not what is no scan, not twice at once', async () => {
    const { id, scan, files } = await signedInInk();
    const fileId = files[0]?.id ?? '';
    const other = paper('tachado');
    expect((await replace(id, fileId, other, 'kept', world.officer)).body.code).toBe('shared.forbidden');
    expect((await withdraw(id, fileId, 'kept', world.stranger)).status).toBe(403);
    const path = `/api/agreements/${id}/files/${fileId}/withdrawal`;
    const body = { order, original: 'kept' };
    expect((await world.visitor('POST', path, { body, version: 1 })).status).toBe(401);
    expect((await world.centre.call('POST', path, { body, version: 1 })).body.code).toBe('shared.stale');
    expect((await replace(id, fileId, scan, 'kept')).body.code).toBe('agreement-life.file-same');
    expect((await replace(id, fileId, Buffer.from('nada'), 'kept')).body.code).toBe(
      'agreement-life.file-not-accepted',
    );
    expect((await withdraw(id, id, 'kept')).body.code).toBe('agreement-life.file-not-found');
    expect((await filesOf(id)).every(({ redaction }) => redaction === null)).toBe(true);
  });

  it('reads a signed paper who does not work on the agreement', async () => {
    const { id, files } = await signedInInk();
    expect(await filesOf(id, world.stranger)).toEqual([]);
    const [file] = files;
    const door = `/api/agreements/${id}/signatures/${file?.subjectId}/file`;
    expect((await world.stranger.call('GET', door)).status).toBe(403);
    expect((await world.visitor('GET', door)).status).toBe(401);
  });

  it('changes a kept file or the hash of its original through the database without an order', async () => {
    const { id } = await signedInInk();
    const change = (values: object) =>
      world.database.owner.updateTable('attached_file').set(values).where('agreement_id', '=', id).execute();
    const hash = '0'.repeat(64);
    await expect(change({ sha256: hash })).rejects.toThrow('by an order of its own');
    await expect(change({ original_sha256: hash })).rejects.toThrow('stays');
  });
});
