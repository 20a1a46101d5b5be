import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { redactDrafts } from '#database/agreements/text-store.ts';
import { inScope } from '#database/connection.ts';
import { installationScope } from '#domain/access/scope.ts';
import { sql } from 'kysely';
import { makeLifeWorld, post, type LifeWorld } from '../agreement-life-world.ts';
import { signedPdf, tampered } from '../signed-pdf.ts';

// Deeds by their path: sealAgreement is 'seal', registerInkSignature 'ink-signatures', attachSignedPdf 'pdf-signatures', recordEffectGate
// 'effect-gates', redactAgreement 'redaction'; signAgreement, confirmSignature, withdrawSignature, getSignatureFile, getSealedText,
// verifyDocument are called by their own.
let world: LifeWorld;
beforeAll(async () => {
  world = await makeLifeWorld();
});
afterAll(() => world.stop());

const PA = 'pa-convenio-especifico';
const ES = 'es-convenio';
const pdf = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const ink = (id: string, query: Record<string, string>) =>
  `/api/agreements/${id}/ink-signatures?${new URLSearchParams({ office: 'Alcaldía (ejemplo)', signedOn: '2026-03-10', fileName: 'copia.pdf', ...query })}`;
const upload = (bytes: Uint8Array, mediaType = 'application/pdf') => ({ bytes, mediaType });

describe('the text', () => {
  it('is put to signature by those who work on the agreement, once, with a hash and a code', async () => {
    const { id } = await world.ready(PA);
    expect((await world.act(world.stranger, id, 'seal')).status).toBe(404);
    expect((await world.visitor('POST', `/api/agreements/${id}/seal`, { version: 1 })).status).toBe(401);
    const { hash, code } = await world.seal(id);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    expect((await world.act(world.officer, id, 'seal')).body.code).toBe('agreement-life.sealed');
  });

  it('takes no commitment in and lets none out once it is to be signed; words say which way is open', async () => {
    const { id } = await world.ready(PA);
    const owed = {
      what: 'Abrir el centro juvenil',
      obligor: { kind: 'organisation', id: world.municipalityId },
      beneficiary: { kind: 'organisation', id: world.ministryId },
      proof: 'Acta de entrega firmada',
      dueOn: '2026-06-30',
      agreementId: id,
    };
    const add = () => world.officer.call('POST', '/api/commitments', { body: owed });
    const { id: proposed } = await world.commitment(id);
    const annul = () =>
      world.centre.call('POST', `/api/commitments/${proposed}/annulment`, {
        version: 1,
        body: { reason: 'No corresponde' },
      });
    expect((await add()).body.code).toBe('commitments.text-closed');
    expect((await annul()).body.code).toBe('commitments.text-closed');
    await world.seal(id);
    expect((await add()).body).toMatchObject({
      code: 'commitments.in-signed-text',
      title: expect.stringContaining('fe de erratas'),
    });
    expect((await annul()).body.code).toBe('commitments.in-signed-text');
    const shown = (await world.centre.call('GET', `/api/commitments/${proposed}`)).body;
    expect(shown.possible).not.toContain('annulled');
  });

  it('is not put to signature where a party confirmed another', async () => {
    const { id, parties } = await world.ready(PA);
    const { owner } = world.database;
    await owner
      .updateTable('agreement_party')
      .set({ confirmed_hash: '0'.repeat(64) })
      .where('id', '=', parties[1] ?? '')
      .execute();
    const refused = await world.act(world.officer, id, 'seal');
    expect(refused).toMatchObject({ status: 409, body: { code: 'agreement-life.not-confirmed' } });
    expect(refused.body.title).toContain('Comuna de ejemplo');
  });

  it('is never edited or removed, not even by SQL in the role of the application', async () => {
    const { id } = await world.signed(PA);
    const { app } = world.database;
    const as = async (statement: ReturnType<typeof sql>) =>
      app.transaction().execute(async (tx) => {
        for (const deed of ['act_for_party', 'oversee_agreement'])
          await sql.raw(`set local app.range.${deed} = '{[0,2147483646]}'`).execute(tx);
        return statement.execute(tx);
      });
    await expect(
      as(sql`update agreement_text set content = '{}' where agreement_id = ${id}`),
    ).rejects.toThrow('never edited');
    await expect(
      as(sql`update agreement_text set hash = ${'0'.repeat(64)} where agreement_id = ${id}`),
    ).rejects.toThrow('never edited');
    await expect(as(sql`delete from agreement_text where agreement_id = ${id}`)).rejects.toThrow(
      'permission denied',
    );
    await expect(as(sql`delete from agreement_signature where agreement_id = ${id}`)).rejects.toThrow(
      'permission denied',
    );
  });
});

describe('every door to a text that was put to signature', () => {
  it('is shut', async () => {
    const { id, parties } = await world.ready(PA);
    const { hash } = await world.seal(id);
    expect((await world.sign(world.minister, id, parties[0] ?? '', hash)).status).toBe(201);
    const { owner } = world.database;
    const picture = async () => ({
      texts: await owner.selectFrom('agreement_text').selectAll().where('agreement_id', '=', id).execute(),
      clauses: await owner
        .selectFrom('agreement_clause')
        .selectAll()
        .where('agreement_id', '=', id)
        .orderBy('position')
        .execute(),
      budget: await owner.selectFrom('agreement_budget').selectAll().where('agreement_id', '=', id).execute(),
      commitments: await owner.selectFrom('commitment').select('id').where('agreement_id', '=', id).execute(),
      parties: await owner
        .selectFrom('agreement_party')
        .select(['id', 'role'])
        .where('agreement_id', '=', id)
        .orderBy('position')
        .execute(),
    });
    const before = await picture();
    const [clause] = before.clauses;
    const onClause = `/api/agreement-clauses/${clause?.id}`;
    const base = `/api/agreements/${id}`;
    const reason = 'Se quiere cambiar';
    const line = { partyId: parties[0], year: 2026, kind: 'cash', currency: 'USD', amount: '5.00' };
    const commitment = {
      what: 'Abrir otro centro',
      obligor: { organisationId: world.municipalityId },
      beneficiary: { organisationId: world.ministryId },
      proof: 'Acta',
      dueOn: '2026-09-30',
      agreementId: id,
      noNeedReason: 'En estudio',
    };
    const doors = [
      ['PUT', onClause, { title: 'Otro', body: 'Otro texto' }],
      ['POST', `${onClause}/removal`, { reason }],
      ['POST', `${onClause}/place`, { direction: 'down' }],
      ['POST', `${base}/clauses`, { type: 'training', title: 'Nueva', body: 'Texto nuevo' }],
      ['PUT', `${base}/budget`, { lines: [line] }],
      ['POST', `${base}/parties`, { organisationId: world.foundationId, role: 'obligor' }],
      ['DELETE', `${base}/parties/${parties[1]}`, undefined],
      ['POST', `${base}/reopening`, { reason }],
      ['DELETE', base, undefined],
      ['POST', '/api/commitments', commitment],
    ] as const;
    for (const [method, path, body] of doors) {
      const isWhole = path.startsWith(base) && !path.includes('/parties/');
      const version = isWhole ? await world.version(id) : 1;
      const answer = await world.centre.call(method, path, { version, ...(body && { body }) });
      expect(answer.status, `${method} ${path} ${answer.text}`).toBeGreaterThanOrEqual(400);
      expect([412, 428], `${method} ${path}`).not.toContain(answer.status);
    }
    expect(await picture()).toEqual(before);
  });
});

describe('signing in the application', () => {
  it('is done by whoever heads a party, who proves again who they are, also without acting for it otherwise', async () => {
    const { id, parties } = await world.ready(PA);
    const [first = '', second = ''] = parties;
    const { hash } = await world.seal(id);
    const shown = await world.mayor.call('GET', `/api/agreements/${id}/text`);
    expect(shown.body).toMatchObject({
      hash,
      yours: [{ partyId: second, office: 'Alcaldía (ejemplo)' }],
      asksSecondFactor: false,
    });
    const wrong = { partyId: second, hash, password: 'otra cosa' };
    expect(
      (await world.mayor.call('POST', `/api/agreements/${id}/signatures`, { body: wrong })).body.code,
    ).toBe('access.wrong-password');
    expect((await world.sign(world.mayor, id, second, '0'.repeat(64))).body.code).toBe(
      'agreement-life.text-differs',
    );
    expect((await world.sign(world.mayor, id, first, hash)).body.code).toBe('agreement-life.not-signatory');
    expect((await world.sign(world.officer, id, second, hash)).body.code).toBe(
      'agreement-life.not-signatory',
    );
    expect((await world.sign(world.mayor, id, second, hash)).status).toBe(201);
    expect((await world.sign(world.mayor, id, second, hash)).body.code).toBe('agreement-life.already-signed');
    expect((await world.life(id)).standing).toBe('ready-to-sign');
    expect((await world.sign(world.minister, id, first, hash)).status).toBe(201);
    const life = await world.life(id);
    expect(life).toMatchObject({
      standing: 'in-force',
      signedOn: '2026-03-10',
      effectiveOn: '2026-03-10',
      isPublic: true,
    });
    expect(life.acts.map((one: { act: string }) => one.act)).toEqual([
      'sealed',
      'signed-by-one',
      'signed-by-one',
      'signed-by-all',
      'entered-into-force',
    ]);
  });

  it('is refused in words to whoever held an office that has ended', async () => {
    const former = await world.holder('anterior', [
      { role: 'institutional-focal-point', code: 'XA', organisationId: world.municipalityId },
    ]);
    await post(world, former.personId, world.municipalityId, {
      title: 'Alcaldía anterior (ejemplo)',
      from: '2020-01-01',
      to: '2024-12-31',
    });
    const { id, parties } = await world.ready(PA);
    const { hash } = await world.seal(id);
    const refused = await world.sign(former, id, parties[1] ?? '', hash);
    expect(refused).toMatchObject({ status: 403, body: { code: 'agreement-life.office-ended' } });
    expect(refused.body.title).toContain('31/12/2024');
    expect((await former.call('GET', `/api/agreements/${id}/text`)).body.whyNot).toContain('31/12/2024');
  });

  it('is no way where the template says that it does not suffice', async () => {
    const { id, parties } = await world.ready(ES);
    const { hash } = await world.seal(id);
    const refused = await world.sign(world.minister, id, parties[0] ?? '', hash);
    expect(refused.body.code).toBe('agreement-life.method-not-sufficient');
  });

  it('is taken back by whoever signed, as long as not all have', async () => {
    const { id, parties } = await world.ready(PA);
    const { hash } = await world.seal(id);
    const { id: signatureId } = (await world.sign(world.mayor, id, parties[1] ?? '', hash)).body;
    const path = `/api/agreements/${id}/signatures/${signatureId}/withdrawal`;
    const body = { reason: 'Se firmó antes de tiempo' };
    expect((await world.officer.call('POST', path, { body })).status).toBe(403);
    expect((await world.mayor.call('POST', path, { body })).status).toBe(200);
    expect((await world.mayor.call('POST', path, { body })).body.code).toBe(
      'agreement-life.signature-decided',
    );
    expect((await world.sign(world.mayor, id, parties[1] ?? '', hash)).status).toBe(201);
  });
});

describe('signing on paper', () => {
  it('counts when a second person of another side has confirmed the scan', async () => {
    const { id, parties } = await world.ready(PA);
    const [first = '', second = ''] = parties;
    const { hash } = await world.seal(id);
    const path = ink(id, { partyId: second, hash });
    expect((await world.stranger.call('POST', path, upload(pdf))).status).toBe(404);
    expect(
      (
        await world.officer.call(
          'POST',
          ink(id, { partyId: second, hash, signedOn: '2026-03-01' }),
          upload(pdf),
        )
      ).body.problems[0].code,
    ).toBe('agreement-life.day-before-text');
    expect((await world.officer.call('POST', path, upload(Buffer.from('no soy un pdf')))).body.code).toBe(
      'agreement-life.file-not-accepted',
    );
    const locked = Buffer.concat([pdf, Buffer.from('/Encrypt 5 0 R')]);
    expect((await world.officer.call('POST', path, upload(locked))).body.code).toBe(
      'agreement-life.file-not-accepted',
    );
    const made = await world.officer.call('POST', path, upload(pdf));
    expect(made.status).toBe(201);
    const confirmation = `/api/agreements/${id}/signatures/${made.body.id}/confirmation`;
    expect((await world.officer.call('POST', confirmation, { body: { hash } })).body.code).toBe(
      'agreement-life.same-person',
    );
    const colleague = await world.holder('colega', [
      { role: 'institutional-focal-point', code: 'XA', organisationId: world.municipalityId },
    ]);
    expect((await colleague.call('POST', confirmation, { body: { hash } })).body.code).toBe(
      'agreement-life.same-party',
    );
    expect((await world.sign(world.minister, id, first, hash)).status).toBe(201);
    expect((await world.life(id)).standing).toBe('ready-to-sign');
    const file = await world.minister.call('GET', `/api/agreements/${id}/signatures/${made.body.id}/file`);
    expect(file.bytes.equals(pdf)).toBe(true);
    expect(
      (await world.stranger.call('GET', `/api/agreements/${id}/signatures/${made.body.id}/file`)).status,
    ).toBe(404);
    expect(
      (await world.minister.call('POST', confirmation, { body: { hash: '0'.repeat(64) } })).body.code,
    ).toBe('agreement-life.text-differs');
    expect((await world.minister.call('POST', confirmation, { body: { hash } })).status).toBe(200);
    expect((await world.life(id)).standing).toBe('in-force');
  });

  it('is refused of a signatory whose office had ended that day', async () => {
    const person = await world.holder('antes', [
      { role: 'member', code: '0101', organisationId: world.municipalityId },
    ]);
    await post(world, person.personId, world.municipalityId, {
      title: 'Vicealcaldía (ejemplo)',
      kind: 'officer',
      from: '2020-01-01',
      to: '2026-03-01',
    });
    const { id, parties } = await world.ready(PA);
    await world.database.owner
      .updateTable('agreement_party')
      .set({ representative_id: person.personId })
      .where('id', '=', parties[1] ?? '')
      .execute();
    const { hash } = await world.seal(id);
    const refused = await world.officer.call(
      'POST',
      ink(id, { partyId: parties[1] ?? '', hash }),
      upload(pdf),
    );
    expect(refused.body.code).toBe('agreement-life.office-ended');
  });
});

describe('a PDF signed elsewhere', () => {
  const path = (id: string, partyId: string, hash: string) =>
    `/api/agreements/${id}/pdf-signatures?${new URLSearchParams({ partyId, hash, office: 'Ministerio (ejemplo)', signedOn: '2026-03-10' })}`;

  it('is taken with what its signature was found to be', async () => {
    const { id, parties } = await world.ready(ES);
    const [first = ''] = parties;
    const { hash } = await world.seal(id);
    const bytes = await signedPdf('Oficina de ejemplo');
    expect((await world.minister.call('POST', path(id, first, hash), upload(pdf))).body.code).toBe(
      'agreement-life.no-signature-in-file',
    );
    expect(
      (await world.minister.call('POST', path(id, first, hash), upload(tampered(bytes)))).body.code,
    ).toBe('agreement-life.signature-broken');
    const longer = Buffer.concat([bytes, Buffer.from('\n% más')]);
    expect((await world.minister.call('POST', path(id, first, hash), upload(longer))).body.code).toBe(
      'agreement-life.signature-broken',
    );
    expect((await world.minister.call('POST', path(id, first, hash), upload(bytes))).status).toBe(201);
    const { signatures } = await world.life(id);
    expect(signatures).toMatchObject([
      {
        method: 'external-pdf',
        isGood: false,
        mayConfirm: true,
        check: {
          isIntact: true,
          coversWholeFile: true,
          signer: 'CN=Oficina de ejemplo',
          trust: 'not-checked',
        },
      },
    ]);
  });
});

describe('verifying a document', () => {
  it('is open to anybody who holds its code, and says who signed and how it stands', async () => {
    const { code, hash, id } = await world.signed(PA);
    const answer = await world.visitor('GET', `/api/verifications/${code.toLowerCase()}`);
    expect(answer.body).toMatchObject({
      agreementId: id,
      hash,
      isUnchanged: true,
      standing: 'in-force',
      parties: ['Ministerio de ejemplo', 'Comuna de ejemplo'],
      signatures: [
        { method: 'application', isGood: true },
        { method: 'application', isGood: true },
      ],
    });
    expect((await world.visitor('GET', '/api/verifications/AAAA-BBBB-CCCC')).body.code).toBe(
      'agreement-life.code-not-found',
    );
  });

  it('answers also for what is not public, without its page', async () => {
    const { id } = await world.ready(PA);
    const { code } = await world.seal(id);
    expect((await world.visitor('GET', `/api/verifications/${code}`)).body).toMatchObject({
      agreementId: null,
      standing: 'ready-to-sign',
    });
  });

  it('says what was struck out by an order, and keeps the hash of the original', async () => {
    const { id, code, hash } = await world.signed(PA);
    const body = { order: 'Auto 4 del juzgado de ejemplo', passages: [{ text: 'violencia juvenil' }] };
    expect((await world.act(world.officer, id, 'redaction', body)).status).toBe(403);
    const unknown = { ...body, passages: [{ text: 'no está' }] };
    expect((await world.act(world.centre, id, 'redaction', unknown)).body.code).toBe(
      'agreement-life.passage-not-found',
    );
    expect((await world.act(world.centre, id, 'redaction', body)).status).toBe(200);
    expect((await world.act(world.centre, id, 'redaction', body)).body.code).toBe(
      'agreement-life.passage-not-found',
    );
    const text = (await world.visitor('GET', `/api/agreements/${id}/text`)).body;
    expect(text).toMatchObject({ hash, redaction: { order: 'Auto 4 del juzgado de ejemplo' } });
    expect(JSON.stringify(text.content)).not.toContain('violencia juvenil');
    expect((await world.visitor('GET', `/api/verifications/${code}`)).body).toMatchObject({
      hash,
      isUnchanged: false,
      redactedBy: body.order,
    });
    const { owner } = world.database;
    for (const table of ['agreement_clause', 'agreement_clause_edition', 'agreement_remark'] as const) {
      const rows = await owner.selectFrom(table).selectAll().where('agreement_id', '=', id).execute();
      expect(JSON.stringify(rows), table).not.toContain('violencia juvenil');
    }
    expect((await world.visitor('GET', `/api/agreements/${id}`)).text).not.toContain('violencia juvenil');
    const other = { passages: ['Comuna'], clauses: [], mark: '—' };
    const { id: unredacted } = await world.signed(PA);
    await expect(
      inScope(world.database, installationScope, (tx) => redactDrafts(tx, unredacted, other)),
    ).rejects.toThrow();
  });
});

describe('what waits for a procedure', () => {
  it('is in force when the comptroller has countersigned what moves money', async () => {
    const ready = await world.ready(PA);
    const { id, parties } = ready;
    await world.commitment(id, { cash: '1000.00' });
    const { hash } = await world.seal(id);
    await world.sign(world.minister, id, parties[0] ?? '', hash);
    await world.sign(world.mayor, id, parties[1] ?? '', hash);
    expect(await world.life(id)).toMatchObject({ standing: 'signed', gatesMissing: ['endorsement'] });
    const gate = (kind: string, result: string) => ({
      kind,
      body: 'Contraloría',
      reference: 'R-1',
      on: '2026-03-10',
      result,
    });
    expect((await world.act(world.officer, id, 'effect-gates', gate('publication', 'done'))).body.code).toBe(
      'agreement-life.gate-not-awaited',
    );
    expect(
      (await world.act(world.officer, id, 'effect-gates', gate('endorsement', 'observations'))).status,
    ).toBe(200);
    expect((await world.life(id)).standing).toBe('signed');
    expect(
      (await world.act(world.officer, id, 'effect-gates', gate('endorsement', 'favourable'))).status,
    ).toBe(200);
    expect((await world.life(id)).standing).toBe('in-force');
    const [commitment] = await world.database.owner
      .selectFrom('commitment')
      .select(['standing', 'is_public'])
      .where('agreement_id', '=', id)
      .execute();
    expect(commitment).toEqual({ standing: 'agreed', is_public: true });
  });
});
