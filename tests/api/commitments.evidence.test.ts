import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCommitmentsWorld, type CommitmentsWorld } from './commitments-world.ts';
import type { Holder } from '../access-world.ts';

let world: CommitmentsWorld;
beforeAll(async () => {
  world = await makeCommitmentsWorld();
});
afterAll(() => world.stop());

const send = (who: Holder, instanceId: string, bytes: Uint8Array, name = 'foto.jpg') =>
  who.call('POST', `/api/commitment-instances/${instanceId}/files?fileName=${encodeURIComponent(name)}`, {
    bytes,
    mediaType: 'application/octet-stream',
  });
const hand = (who: Holder, instanceId: string, more: object = {}) =>
  who.call('POST', `/api/commitment-instances/${instanceId}/evidence`, { body: { kind: 'photo', ...more } });
const text = (content: string) => new TextEncoder().encode(content);
const box = (brand: string) =>
  Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(`ftyp${brand}`), Buffer.alloc(200)]);
const opus = () => {
  const head = Buffer.alloc(64);
  head.write('OggS', 0);
  head[26] = 1;
  head.write('OpusHead', 28);
  return Buffer.concat([head, Buffer.alloc(200)]);
};
const photo = () =>
  sharp({ create: { width: 60, height: 30, channels: 3, background: '#2a7' } })
    .withExif({ IFD0: { Copyright: 'secreto' }, IFD3: { GPSLatitude: '9/1 0/1 0/1', GPSLatitudeRef: 'N' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

describe('a file of evidence', () => {
  it('is a picture turned upright, of which only the picture is kept', async () => {
    const { instanceId } = await world.agreed();
    const original = await photo();
    expect((await sharp(original).metadata()).exif).toBeDefined();
    const sent = await send(world.officer, instanceId, original);
    expect([sent.status, sent.body]).toMatchObject([201, { mediaType: 'image/jpeg' }]);
    const made = await hand(world.officer, instanceId, { fileId: sent.body.fileId });
    expect(made.status).toBe(201);
    const file = await world.mayor.call('GET', `/api/evidence/${made.body.id}/file`);
    const kept = await sharp(file.bytes).metadata();
    expect(kept).toMatchObject({ width: 30, height: 60 });
    expect([kept.exif, kept.orientation]).toEqual([undefined, undefined]);
    expect(file.headers).toMatchObject({ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff' });
    expect(file.headers['content-disposition']).toMatch(/^attachment; /);
    expect(file.bytes.includes('secreto')).toBe(false);
  });

  it('is refused by what it is, with what to do, whatever it is called', async () => {
    const { instanceId } = await world.agreed();
    const code = async (bytes: Uint8Array, name = 'acta.pdf') => {
      const answer = await send(world.officer, instanceId, bytes, name);
      return answer.body.code ?? answer.body.problems;
    };
    expect(await code(box('heic'))).toBe('commitments.file-heic');
    expect(await code(opus())).toBe('commitments.file-audio');
    expect(await code(box('M4A '))).toBe('commitments.file-audio');
    expect(await code(box('isom'))).toBe('commitments.file-video');
    expect(await code(text('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer <</Encrypt 5 0 R>>\n%%EOF'))).toBe(
      'commitments.file-locked',
    );
    expect(await code(text('MZ\u0000\u0001binario'))).toBe('commitments.file-kind');
    expect(await code(text('<html><script>alert(1)</script>'))).toBe('commitments.file-kind');
    expect(await code(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1, 2]))).toBe('commitments.file-damaged');
    expect(await code(new Uint8Array(0))).toBe('shared.invalid');
    expect(await code(new Uint8Array(26_500_000))).toBe('shared.too-large');
    expect(await code(new Uint8Array(25_500_000))).toBe('commitments.file-too-large');
    expect(
      (await send(world.officer, instanceId, text('fecha;asistentes\n1;2'), 'lista.csv')).body.mediaType,
    ).toBe('text/csv');
    expect((await send(world.officer, instanceId, text('%PDF-1.7\n%%EOF'))).body.mediaType).toBe(
      'application/pdf',
    );
  });

  it('is sent by whoever owes, and is nobody else’s to hand in', async () => {
    const { instanceId } = await world.agreed();
    for (const who of [world.mayor, world.neighbour])
      expect((await send(who, instanceId, text('hola'))).status).toBe(403);
    const sent = await send(world.officer, instanceId, text('hola'), 'nota.txt');
    const other = await world.agreed();
    const refused = await hand(world.officer, other.instanceId, { fileId: sent.body.fileId });
    expect(refused.body).toMatchObject({ code: 'commitments.file-not-found', field: 'file' });
    expect((await hand(world.officer, instanceId, { fileId: sent.body.fileId })).status).toBe(201);
    expect((await hand(world.officer, instanceId, { fileId: sent.body.fileId })).body.code).toBe(
      'commitments.file-not-found',
    );
  });
});

describe('evidence', () => {
  it('is something: a file, a link, or what was said; and not of a day to come', async () => {
    const { instanceId } = await world.agreed({ startsOn: '2026-03-01' });
    const fields = async (more: object) =>
      (await hand(world.officer, instanceId, more)).body.problems.map((one: { field: string }) => one.field);
    expect(await fields({})).toEqual(['file']);
    expect(await fields({ link: 'javascript:alert(1)' })).toEqual(['link']);
    expect(await fields({ link: 'https://example.org/a', takenOn: '2026-03-11' })).toEqual(['takenOn']);
    expect(await fields({ link: 'https://example.org/a', takenOn: '2026-02-01' })).toEqual(['note']);
    const said = { kind: 'minutes', note: 'Acta 4: se recibió', takenOn: '2026-02-01' };
    expect((await hand(world.mayor, instanceId, said)).status).toBe(403);
    expect((await hand(world.officer, instanceId, said)).status).toBe(201);
    const personal = await hand(world.officer, instanceId, { kind: 'minutes', note: 'Firmó 8-123-4567' });
    expect(personal.body.code).toBe('actors.personal-in-text');
  });

  it('counts from the day on which it was handed in, whatever it says', async () => {
    const { id, instanceId } = await world.agreed({ dueOn: '2026-03-05' });
    await hand(world.officer, instanceId, { link: 'https://example.org/a', takenOn: '2026-03-04' });
    expect((await world.shown(id)).main).toMatchObject({ state: 'delivered-late', days: 5 });
  });

  it('is made public by whoever owes it, and never where minors or other persons appear', async () => {
    const { id, instanceId } = await world.agreed();
    const sent = await send(world.officer, instanceId, await photo());
    const open = (await hand(world.officer, instanceId, { fileId: sent.body.fileId })).body.id as string;
    const set = (evidenceId: string, version: number, visibility: string, who = world.officer) =>
      who.call('PUT', `/api/evidence/${evidenceId}/visibility`, { version, body: { visibility } });
    expect((await world.visitor('GET', `/api/evidence/${open}/file`)).status).toBe(404);
    expect((await set(open, 1, 'public', world.mayor)).status).toBe(403);
    expect((await set(open, 1, 'public')).status).toBe(200);
    expect((await set(open, 1, 'parties')).status).toBe(412);
    expect((await world.visitor('GET', `/api/evidence/${open}/file`)).status).toBe(200);
    for (const [flag, code] of [
      ['containsMinors', 'commitments.minors-stay-private'],
      ['containsPersonal', 'commitments.personal-stays-private'],
    ] as const) {
      const again = await send(world.officer, instanceId, await photo());
      const kept = await hand(world.officer, instanceId, { fileId: again.body.fileId, [flag]: true });
      expect((await set(kept.body.id, 1, 'public')).body.code).toBe(code);
      expect((await world.visitor('GET', `/api/evidence/${kept.body.id}/file`)).status).toBe(404);
      expect((await world.neighbour.call('GET', `/api/evidence/${kept.body.id}/file`)).status).toBe(404);
      expect((await world.mayor.call('GET', `/api/evidence/${kept.body.id}/file`)).status).toBe(200);
    }
    const seen = (await world.visitor('GET', `/api/commitments/${id}`)).body.instances[0].evidence;
    expect(seen.map((one: { id: string }) => one.id)).toEqual([open]);
  });

  it('is withdrawn while nobody has reviewed it, and then nothing was handed in', async () => {
    const { id, instanceId } = await world.agreed();
    const one = (await hand(world.officer, instanceId, { link: 'https://example.org/a' })).body.id as string;
    const take = (evidenceId: string, version: number, who = world.officer) =>
      who.call('POST', `/api/evidence/${evidenceId}/withdrawal`, { version });
    expect((await take(one, 1, world.mayor)).status).toBe(403);
    expect((await take(one, 1)).status).toBe(200);
    expect((await take(one, 2)).body.code).toBe('commitments.evidence-reviewed');
    expect(await world.shown(id)).toMatchObject({
      main: { state: 'in-progress' },
      instances: [{ deliveredOn: null }],
    });
  });
});

describe('a notice', () => {
  it('is taken back by whoever oversees, with a reason', async () => {
    const { id, instanceId } = await world.agreed({ dueOn: '2026-03-01' });
    const on = (deed: string, version: number, body: object) =>
      world.centre.call('POST', `/api/commitment-instances/${instanceId}/${deed}`, { version, body });
    const reason = { reason: 'No llegó nada' };
    expect((await on('notice-withdrawal', 1, reason)).body.code).toBe('commitments.not-noticed');
    expect((await on('notice', 1, reason)).status).toBe(200);
    expect((await on('notice', 2, reason)).body.code).toBe('commitments.already-noticed');
    expect((await on('notice-withdrawal', 2, { reason: 'Fue un error' })).status).toBe(200);
    expect((await world.shown(id)).main.state).toBe('overdue');
    expect((await on('cancellation', 3, reason)).status).toBe(200);
    expect((await world.shown(id)).main.state).toBe('cancelled');
  });
});
