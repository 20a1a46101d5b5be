import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCommitmentsWorld, type CommitmentsWorld } from './commitments-world.ts';
import type { Holder } from '../access-world.ts';

// replaceEvidenceFileByOrder is 'replacement', withdrawEvidenceFileByOrder 'withdrawal'.
let world: CommitmentsWorld;
beforeAll(async () => {
  world = await makeCommitmentsWorld();
});
afterAll(() => world.stop());

const order = 'Auto 7 del juzgado de ejemplo';
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const kept = (bytes: Uint8Array) =>
  existsSync(join(world.context.installation.dataFolder, 'files', hashOf(bytes).slice(0, 2), hashOf(bytes)));
const picture = (background: string) =>
  sharp({ create: { width: 40, height: 30, channels: 3, background } })
    .png()
    .toBuffer();

/** Evidence with a photograph; gives it, where it is and what of it was kept. */
async function handedIn(background: string) {
  const { id, instanceId } = await world.agreed();
  const send = () =>
    picture(background).then((bytes) =>
      world.officer.call('POST', `/api/commitment-instances/${instanceId}/files?fileName=nino.png`, {
        bytes,
        mediaType: 'application/octet-stream',
      }),
    );
  const hand = async () => {
    const body = { kind: 'photo', fileId: (await send()).body.fileId, containsMinors: true };
    const made = await world.officer.call('POST', `/api/commitment-instances/${instanceId}/evidence`, {
      body,
    });
    expect(made.status, made.text).toBe(201);
    return String(made.body.id);
  };
  const evidenceId = await hand();
  return { id, instanceId, evidenceId, hand, photo: (await read(world.officer, evidenceId)).bytes };
}

const read = (who: Holder, evidenceId: string) => who.call('GET', `/api/evidence/${evidenceId}/file`);
const shown = async (who: Holder, id: string, evidenceId: string) => {
  const { body } = await who.call('GET', `/api/commitments/${id}`);
  return body.instances
    .flatMap(({ evidence }: { evidence: { id: string }[] }) => evidence)
    .find((one: { id: string }) => one.id === evidenceId);
};
const withdraw = (who: Holder, evidenceId: string, original: string, version = 1) =>
  who.call('POST', `/api/evidence/${evidenceId}/file/withdrawal`, { body: { order, original }, version });
const replace = (who: Holder, evidenceId: string, bytes: Uint8Array, version = 1) =>
  who.call(
    'POST',
    `/api/evidence/${evidenceId}/file/replacement?${new URLSearchParams({ order, original: 'kept', fileName: 'borroso.png' })}`,
    { bytes, mediaType: 'image/png', version },
  );

describe('an order about a file of evidence', () => {
  it('takes it away for every reader, wherever it was handed in again, and destroys it where it says so', async () => {
    const { id, evidenceId, hand, photo } = await handedIn('#2a7');
    const again = await hand();
    expect(kept(photo)).toBe(true);
    const answer = await withdraw(world.centre, evidenceId, 'destroyed');
    expect([answer.status, answer.body]).toEqual([200, { id: evidenceId, version: 2 }]);
    for (const one of [evidenceId, again])
      for (const who of [world.officer, world.centre])
        expect((await read(who, one)).headers['content-type']).toBe('application/pdf');
    expect(kept(photo)).toBe(false);
    const evidence = await shown(world.officer, id, evidenceId);
    expect(evidence.file.redaction).toMatchObject({ order, isWithdrawn: true, isOriginalKept: false });
    expect(evidence.file.name).not.toContain('nino');
    const { body } = await world.officer.call('GET', `/api/commitments/${id}`);
    expect(JSON.stringify(body)).not.toContain('nino.png');
    expect(body.acts.map(({ act }: { act: string }) => act)).toContain('evidence-struck');
  });

  it('puts the redacted one in its place, keeps the original for nobody to open, and leaves what was decided', async () => {
    const { id, evidenceId, photo } = await handedIn('#a27');
    const before = await shown(world.centre, id, evidenceId);
    expect(before).toMatchObject({ mayStrike: true, file: { name: 'nino.png', redaction: null } });
    const same = await replace(world.centre, evidenceId, photo);
    expect(same.body.code ?? same.status).toBe('agreement-life.file-same');
    expect((await replace(world.centre, evidenceId, await picture('#000'))).status).toBe(200);
    expect(hashOf((await read(world.officer, evidenceId)).bytes)).not.toBe(hashOf(photo));
    expect(kept(photo)).toBe(true);
    const after = await shown(world.officer, id, evidenceId);
    expect(after.file).toMatchObject({ name: 'borroso.png', redaction: { order, isWithdrawn: false } });
    expect([after.review, after.submittedOn]).toEqual([before.review, before.submittedOn]);
  });

  it('is carried out by whoever oversees alone, at the version that was seen', async () => {
    const { id, evidenceId } = await handedIn('#27a');
    for (const who of [world.officer, world.mayor])
      expect((await withdraw(who, evidenceId, 'kept')).body.code).toBe('shared.forbidden');
    expect((await shown(world.officer, id, evidenceId)).mayStrike).toBe(false);
    expect((await world.visitor('POST', `/api/evidence/${evidenceId}/file/withdrawal`)).status).toBe(401);
    expect((await withdraw(world.centre, evidenceId, 'kept', 7)).body.code).toBe('shared.stale');
    const unknown = '00000000-0000-7000-8000-000000000000';
    expect((await withdraw(world.centre, unknown, 'kept')).body.code).toBe('commitments.evidence-not-found');
  });
});
