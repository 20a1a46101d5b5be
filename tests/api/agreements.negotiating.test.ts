import { newId } from '#services/new-id.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld, type Holder, type World } from '../access-world.ts';
import { keepTemplate, smallTemplate } from '../agreement-template.ts';

let world: World;
let national: Holder;
let ministry: Holder;
let municipal: Holder;
let stranger: Holder;
let ministryId: string;
let municipalityId: string;
let thirdId: string;

beforeAll(async () => {
  world = await makeWorld();
  ministryId = await world.organisation('Ministerio de ejemplo', 'XA');
  municipalityId = await world.organisation('Comuna de ejemplo', '0101');
  thirdId = await world.organisation('Universidad de ejemplo', '0201');
  national = await world.holder('nacional', [{ role: 'national-coordinator', code: 'XA' }]);
  ministry = await world.holder('enlace', [
    { role: 'institutional-focal-point', code: 'XA', organisationId: ministryId },
  ]);
  municipal = await world.holder('comuna', [
    { role: 'institutional-coordinator', code: '0101', organisationId: municipalityId },
  ]);
  stranger = await world.holder('vecina', [{ role: 'municipal-coordinator', code: '0201' }]);
  await keepTemplate(world, smallTemplate);
});
afterAll(() => world.stop());

const draft = async (more: object = {}): Promise<string> => {
  const made = await ministry.call('POST', '/api/agreements', {
    body: {
      templateId: 'xa-convenio',
      territory: 'XA',
      title: 'Convenio de prevención',
      object: 'prevenir la violencia juvenil',
      territories: ['XA-0101'],
      noNeedReason: 'El diagnóstico está en curso',
      parties: [
        { organisationId: ministryId, role: 'lead', representativeOffice: 'Despacho superior' },
        { organisationId: municipalityId, role: 'obligor', representativeOffice: 'Alcaldía' },
      ],
      ...more,
    },
  });
  expect(made.status).toBe(201);
  return made.body.id;
};
const shown = async (id: string, who = national) => (await who.call('GET', `/api/agreements/${id}`)).body;
const step = async (who: Holder, id: string, name: string, body?: object) => {
  const { version } = await shown(id);
  return who.call('POST', `/api/agreements/${id}/${name}`, { version, ...(body ? { body } : {}) });
};
// openNegotiation is 'negotiation', confirmAgreementText 'confirmations', sendToLegalReview 'legal-review', reportLegalReview
// attachApprovalFile and attachGateFile 'file', getAgreementPaper 'papers',
// 'legal-report', recordApproval 'approvals', takeBackApproval 'taking-back', recordGate 'gates', reopenNegotiation 'reopening',
// abandonAgreement 'abandonment'. Of a clause: updateAgreementClause, getAgreementClause, compareClauseEditions, moveAgreementClause,
// removeAgreementClause, restoreAgreementClause, remarkOnClause; of a party: updateAgreementParty; answerClauseRemark and withdrawClauseRemark of what was said of it.
const clauseOf = async (id: string, type: string) =>
  (await shown(id)).clauses.find((one: { type: string }) => one.type === type);
const partyOf = async (id: string, name: string) =>
  (await shown(id)).partyList.find((one: { holder: { name: string } }) => one.holder.name.startsWith(name));
const confirm = async (who: Holder, id: string, name: string) => {
  const { hash } = await shown(id);
  return step(who, id, 'confirmations', { partyId: (await partyOf(id, name)).id, hash });
};
const codes = (answer: { body: { problems?: { code: string }[] } }) =>
  (answer.body.problems ?? []).map(({ code }) => code);
const fillScope = async (id: string) => {
  const { id: clauseId, version } = await clauseOf(id, 'scope');
  const body = {
    title: 'ambito',
    body: 'Se dirige a {target-population}.',
    fields: { places: { 'target-population': 'jóvenes de 12 a 17 años' } },
  };
  return municipal.call('PUT', `/api/agreement-clauses/${clauseId}`, { version, body });
};
const memo = { kind: 'memo', body: 'Dirección jurídica', on: '2026-03-01', result: 'done' };
const act = { kind: 'council', body: 'Concejo de la comuna', reference: 'Acuerdo 4', on: '2026-03-10' };

const pdf = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

/** Brings the paper of an approving act of the municipality: it alone may, what is not a paper is refused, and it is never replaced. */
async function bringPaper(id: string, of: string): Promise<void> {
  const path = `/api/agreements/${id}/${of}/file?fileName=acuerdo.pdf`;
  const send = (who: Holder, bytes: Buffer = pdf) =>
    who.call('POST', path, { bytes, mediaType: 'application/octet-stream' });
  expect((await send(stranger)).status).toBe(404);
  expect((await send(ministry)).status).toBe(403);
  expect((await send(municipal, Buffer.from('MZ no es un documento'))).body.code).toBe(
    'commitments.file-kind',
  );
  expect((await send(municipal)).status).toBe(201);
  expect((await send(municipal)).body.code).toBe('agreements.has-file');
  const { approvals } = (await ministry.call('GET', `/api/agreements/${id}`)).body;
  const { file } = approvals.find((one: { file: unknown }) => one.file !== null);
  expect(file.name).toBe('acuerdo.pdf');
  const paper = `/api/agreements/${id}/papers/${file.id}`;
  expect((await ministry.call('GET', paper)).status).toBe(200);
  expect((await stranger.call('GET', paper)).body.code).toBe('agreements.file-not-found');
  expect((await world.visitor('GET', paper)).body.code).toBe('agreements.file-not-found');
}

describe('two parties and the centre', () => {
  it('negotiate an agreement until it is ready to be signed, each step asking for what is missing', async () => {
    const id = await draft();
    expect((await step(stranger, id, 'negotiation')).status).toBe(404);
    expect((await step(ministry, id, 'legal-review')).body.code).toBe('agreement-life.not-as-it-stands');
    expect((await step(ministry, id, 'negotiation')).body.standing).toBe('negotiation');

    const early = await step(ministry, id, 'legal-review');
    expect(early.body.code).toBe('agreements.not-ready');
    expect(codes(early)).toEqual([
      'agreements.check-place-empty',
      'agreements.gate-memo',
      'agreements.party-unconfirmed',
      'agreements.party-unconfirmed',
    ]);
    expect((await shown(id)).next).toMatchObject({ step: 'legal-review' });
    expect((await fillScope(id)).status).toBe(200);
    expect((await step(ministry, id, 'gates', memo)).status).toBe(200);
    expect((await confirm(municipal, id, 'Ministerio')).status).toBe(403);
    expect((await confirm(ministry, id, 'Ministerio')).status).toBe(200);
    expect((await confirm(municipal, id, 'Comuna')).status).toBe(200);
    const sent = await step(municipal, id, 'legal-review');
    expect(sent.body).toMatchObject({ standing: 'legal-review' });

    const { id: clauseId, version } = await clauseOf(id, 'object');
    const late = { title: 'Otra', body: 'Otra cosa' };
    expect(
      (await ministry.call('PUT', `/api/agreement-clauses/${clauseId}`, { version, body: late })).body.code,
    ).toBe('agreements.text-is-closed');

    const report = { body: 'Asesoría legal', on: '2026-03-10' };
    const silent = await step(ministry, id, 'legal-report', { ...report, result: 'observations' });
    expect(codes(silent)).toEqual(['agreements.observations-unsaid']);
    const future = await step(ministry, id, 'legal-report', {
      ...report,
      on: '2999-01-01',
      result: 'favourable',
    });
    expect(codes(future)).toEqual(['agreements.day-to-come']);
    const cleared = await step(ministry, id, 'legal-report', { ...report, result: 'favourable' });
    expect(cleared.body.standing).toBe('approval');

    const commune = (await partyOf(id, 'Comuna')).id;
    expect((await step(ministry, id, 'approvals', { ...act, partyId: commune })).status).toBe(403);
    const before = await step(municipal, id, 'approvals', { ...act, partyId: commune, on: '2026-02-01' });
    expect(codes(before)).toEqual(['agreements.approved-before-the-text']);
    expect((await step(municipal, id, 'approvals', { ...act, partyId: commune })).body.standing).toBe(
      'approval',
    );
    expect((await step(municipal, id, 'approvals', { ...act, partyId: commune })).body.code).toBe(
      'agreements.already-approved',
    );
    expect((await shown(id)).next).toMatchObject({
      step: 'signature',
      waiting: [
        { code: 'agreements.party-unapproved', values: { name: 'Ministerio de ejemplo' } },
        { code: 'agreements.gate-indigenous-consultation' },
      ],
    });
    const [approval] = (await shown(id)).approvals;
    expect((await step(municipal, id, `approvals/${approval.id}/taking-back`)).status).toBe(200);
    expect((await step(municipal, id, 'approvals', { ...act, partyId: commune })).status).toBe(200);
    const standing = (await shown(id)).approvals.find((one: { isTakenBack: boolean }) => !one.isTakenBack);
    await bringPaper(id, `approvals/${standing.id}`);
    const own = { kind: 'minister', body: 'Despacho', reference: 'Resuelto 7', on: '2026-03-10' };
    const partyId = (await partyOf(id, 'Ministerio')).id;
    const last = await step(ministry, id, 'approvals', { ...own, partyId });
    expect(last.body.standing).toBe('approval');
    // An indigenous territory lies over the commune: its authorities are asked, and what they answered last counts.
    const consulted = {
      ...memo,
      kind: 'indigenous-consultation',
      body: 'Consejo general',
      result: 'refused',
    };
    expect((await step(ministry, id, 'gates', consulted)).body.standing).toBe('approval');
    const [gate] = (await shown(id)).gates.slice(-1);
    const paper = `/api/agreements/${id}/gates/${gate.id}/file?fileName=acta.pdf`;
    const brought = { bytes: pdf, mediaType: 'application/octet-stream' };
    expect((await stranger.call('POST', paper, brought)).status).toBe(404);
    expect((await ministry.call('POST', paper, brought)).status).toBe(201);
    expect((await municipal.call('POST', paper, brought)).body.code).toBe('agreements.has-file');
    const agreed = await step(ministry, id, 'gates', { ...consulted, result: 'favourable' });
    expect(agreed.body.standing).toBe('ready-to-sign');
    const done = await shown(id);
    expect(done.acts.map((one: { act: string }) => one.act)).toEqual([
      'approved-by-all',
      'cleared-by-legal-review',
      'sent-to-legal-review',
      'opened-negotiation',
      'drafted',
    ]);

    const reopened = await step(municipal, id, 'reopening', { reason: 'Cambió el presupuesto' });
    expect(reopened.body.standing).toBe('negotiation');
    const again = await shown(id);
    expect(again.approvals.every((one: { isTakenBack: boolean }) => one.isTakenBack)).toBe(true);
    expect(again.partyList.some((one: { hasConfirmed: boolean }) => one.hasConfirmed)).toBe(false);
    expect((await step(ministry, id, 'abandonment', { reason: 'Sin fondos' })).body.standing).toBe(
      'abandoned',
    );
  });

  it('are sent back to the text by observations, and every confirmation falls with any change of it', async () => {
    const id = await draft();
    await step(ministry, id, 'negotiation');
    await step(ministry, id, 'gates', memo);
    await fillScope(id);
    await confirm(ministry, id, 'Ministerio');
    const { hash } = await shown(id);
    await municipal.call('PUT', `/api/agreements/${id}`, {
      version: (await shown(id)).version,
      body: {
        title: 'Convenio de prevención, corregido',
        object: 'prevenir la violencia juvenil',
        territories: ['XA-0101'],
        noNeedReason: 'El diagnóstico está en curso',
        termMonths: 36,
      },
    });
    const changed = await shown(id);
    expect(changed.hash).not.toBe(hash);
    expect(changed.partyList.map((one: { standing: string }) => one.standing)).toEqual([
      'invited',
      'invited',
    ]);
    const stale = await step(ministry, id, 'confirmations', {
      partyId: (await partyOf(id, 'Ministerio')).id,
      hash,
    });
    expect(stale.body.code).toBe('agreements.text-changed');
    await confirm(ministry, id, 'Ministerio');
    await confirm(municipal, id, 'Comuna');
    await step(ministry, id, 'legal-review');
    const note = 'La cláusula de vigencia no dice desde cuándo';
    const report = { result: 'observations', body: 'Asesoría legal', on: '2026-03-10', note };
    expect((await step(ministry, id, 'legal-report', report)).body.standing).toBe('negotiation');
    expect((await shown(id)).acts[0]).toMatchObject({ act: 'returned-with-observations', reason: note });
  });
});

describe('a clause', () => {
  const path = (clauseId: string, more = '') => `/api/agreement-clauses/${clauseId}${more}`;

  it('is worded anew, every edition kept, and compared word by word', async () => {
    const id = await draft();
    const { id: clauseId } = await clauseOf(id, 'object');
    const put = (version: number, body: object, who = municipal) =>
      who.call('PUT', path(clauseId), { version, body });
    const body = { title: 'Objeto', body: 'El objeto es {object}, con {parties}.', reason: 'Más claro' };
    expect((await put(1, body, stranger)).status).toBe(404);
    expect((await put(1, body)).body).toMatchObject({ version: 2 });
    expect((await put(2, body)).body).toMatchObject({ version: 2 });
    expect((await put(1, body)).status).toBe(412);
    expect((await put(2, { ...body, body: 'Llame al 6123-4567' })).body.code).toBe('actors.personal-in-text');
    const { body: detail } = await ministry.call('GET', path(clauseId));
    expect(detail.editions).toMatchObject([
      { number: 2, reason: 'Más claro', by: { party: 'Comuna de ejemplo' } },
      { number: 1, reason: null, by: { party: null } },
    ]);
    const { body: compared } = await ministry.call('GET', path(clauseId, '/comparison?from=1&to=2'));
    expect(compared.body.filter((part: { kind: string }) => part.kind !== 'same')).toEqual([
      { kind: 'removed', text: 'entre' },
      { kind: 'added', text: 'con' },
    ]);
    expect((await stranger.call('GET', path(clauseId))).status).toBe(404);
    expect((await ministry.call('GET', path(clauseId, '/comparison?from=1&to=9'))).status).toBe(404);
  });

  it('says in figures what holds for the whole agreement', async () => {
    const id = await draft();
    const { id: clauseId, version } = await clauseOf(id, 'term');
    const body = { title: 'Vigencia', body: 'Rige {term}.', fields: { termMonths: 12, cureDays: 99 } };
    expect((await municipal.call('PUT', path(clauseId), { version, body })).status).toBe(200);
    expect(await shown(id)).toMatchObject({ termMonths: 12, cureDays: 30 });
    expect((await clauseOf(id, 'term')).body).toBe('Rige 12 meses.');
    const both = { ...body, fields: { termMonths: 12, endsOn: '2027-01-01' } };
    expect((await municipal.call('PUT', path(clauseId), { version: 2, body: both })).body.code).toBe(
      'agreements.incomplete',
    );
  });

  it('is added, moved, taken out with a reason and put back', async () => {
    const id = await draft();
    const added = await ministry.call('POST', `/api/agreements/${id}/clauses`, {
      body: {
        type: 'training',
        title: 'Formación',
        body: 'Las partes se forman entre sí.',
        takenFrom: { templateId: 'xa-convenio', key: 'formacion' },
      },
    });
    expect(added.status).toBe(201);
    const clauseId = added.body.id;
    const order = async () => (await shown(id)).clauses.map((one: { type: string }) => one.type);
    expect((await order()).at(-1)).toBe('training');
    await ministry.call('POST', path(clauseId, '/place'), { body: { direction: 'up' } });
    expect((await order()).at(-2)).toBe('training');
    const removal = { reason: 'No hace falta' };
    const gone = await municipal.call('POST', path(clauseId, '/removal'), { version: 1, body: removal });
    expect(gone.body.version).toBe(2);
    expect(await order()).not.toContain('training');
    expect((await shown(id)).removedClauses).toMatchObject([{ id: clauseId }]);
    const back = await municipal.call('POST', path(clauseId, '/restoring'), { version: 2, body: {} });
    expect(back.body.version).toBe(3);
    expect(await order()).toContain('training');
    const breach = await clauseOf(id, 'breach');
    await municipal.call('POST', path(breach.id, '/removal'), { version: 1, body: removal });
    expect((await shown(id)).checks).toContainEqual(
      expect.objectContaining({
        code: 'clause-required',
        blocks: true,
        values: { type: 'breach', title: 'incumplimiento' },
      }),
    );
  });

  it('is remarked upon and proposed anew by one party, and answered by another, never by itself', async () => {
    const id = await draft();
    const { id: clauseId } = await clauseOf(id, 'object');
    const say = (who: Holder, body: object) => who.call('POST', path(clauseId, '/remarks'), { body });
    const answer = (who: Holder, remark: string, body: object, version = 1) =>
      who.call('POST', `/api/agreement-remarks/${remark}/answer`, { version, body });
    expect((await say(stranger, { kind: 'remark', body: 'Hola a todos' })).status).toBe(404);
    expect(codes(await say(municipal, { kind: 'proposal', body: 'Mejor así' }))).toEqual([
      'agreements.proposal-without-text',
    ]);
    const proposal = { kind: 'proposal', body: 'Mejor así', proposedBody: 'Se trata de {object}.' };
    const first = (await say(municipal, proposal)).body.id;
    const second = (await say(municipal, { ...proposal, proposedBody: 'Otra {object}.' })).body.id;
    const yes = { outcome: 'accepted', answer: 'De acuerdo' };
    expect((await answer(municipal, first, yes)).body.code).toBe('agreements.own-remark');
    expect((await answer(ministry, first, yes)).status).toBe(200);
    expect((await clauseOf(id, 'object')).body).toBe('Se trata de prevenir la violencia juvenil.');
    const { body: detail } = await ministry.call('GET', path(clauseId));
    expect(detail.editions[0]).toMatchObject({ reason: 'De acuerdo', by: { party: 'Comuna de ejemplo' } });
    expect((await answer(ministry, first, yes, 2)).body.code).toBe('agreements.remark-decided');
    expect((await answer(ministry, second, yes)).body.code).toBe('agreements.proposal-outdated');
    expect((await answer(ministry, second, { outcome: 'refused', answer: 'Ya se cambió' })).status).toBe(200);
    const remark = (await say(national, { kind: 'remark', body: 'Revisen la redacción' })).body.id;
    const own = await national.call('POST', `/api/agreement-remarks/${remark}/withdrawal`, { version: 1 });
    expect(own.status).toBe(200);
    const third = (await say(ministry, { kind: 'remark', body: 'Falta la fecha' })).body.id;
    const foreign = await municipal.call('POST', `/api/agreement-remarks/${third}/withdrawal`, {
      version: 1,
    });
    expect(foreign.status).toBe(403);
  });
});

describe('the parties and what they bring', () => {
  it('come and go while the text is open, as long as nothing hangs from them', async () => {
    const id = await draft();
    const add = async (body: object) =>
      ministry.call('POST', `/api/agreements/${id}/parties`, { version: (await shown(id)).version, body });
    expect((await add({ organisationId: ministryId, role: 'lead' })).body.code).toBe(
      'agreements.party-twice',
    );
    expect((await add({ organisationId: thirdId, role: 'observer' })).status).toBe(201);
    expect((await shown(id, stranger)).title).toBe('Convenio de prevención');
    const third = await partyOf(id, 'Universidad');
    const one = `/api/agreements/${id}/parties/${third.id}`;
    const update = { role: 'beneficiary', competence: 'Ley de universidades' };
    expect((await ministry.call('PUT', one, { version: 9, body: update })).status).toBe(412);
    expect((await ministry.call('PUT', one, { version: 1, body: update })).body.version).toBe(2);
    expect((await ministry.call('DELETE', one, { version: 2 })).status).toBe(200);
    expect((await stranger.call('GET', `/api/agreements/${id}`)).status).toBe(404);
    const self = await partyOf(id, 'Ministerio');
    const gone = await ministry.call('DELETE', `/api/agreements/${id}/parties/${self.id}`, { version: 1 });
    expect(gone.body.code).toBe('agreements.still-yours');
  });

  it('bring money by year and source, and a total that is not the sum of its lines is refused', async () => {
    const id = await draft();
    const partyId = (await partyOf(id, 'Comuna')).id;
    const line = {
      partyId,
      year: 2026,
      source: 'Presupuesto municipal',
      kind: 'cash',
      currency: 'USD',
      amount: '1000.50',
    };
    const put = async (body: object) =>
      municipal.call('PUT', `/api/agreements/${id}/budget`, { version: (await shown(id)).version, body });
    const lines = [
      line,
      { ...line, year: 2027, amount: '500' },
      { ...line, kind: 'staff', currency: 'EUR', amount: '10' },
    ];
    const wrong = await put({ lines, totals: [{ currency: 'USD', amount: '1500' }] });
    expect(wrong.body).toMatchObject({ code: 'agreements.budget-not-the-sum', field: 'totals' });
    const totals = [
      { currency: 'USD', amount: '1500.5' },
      { currency: 'EUR', amount: '10' },
    ];
    expect((await put({ lines, totals })).status).toBe(200);
    expect((await shown(id)).together).toBeNull();
    const rate = {
      country: 'XA',
      from: 'EUR',
      to: 'USD',
      rate: '1.1',
      on: '2026-03-01',
      source: 'Banco central',
    };
    const entered = await world.database.owner
      .insertInto('exchange_rate')
      .values({
        id: newId(),
        country: rate.country,
        territory_id: await world.territory('XA'),
        from_currency: rate.from,
        to_currency: rate.to,
        rate: rate.rate,
        on_day: rate.on,
        source: rate.source,
      })
      .executeTakeFirst();
    expect(entered.numInsertedOrUpdatedRows).toBe(1n);
    await world.database.owner
      .updateTable('agreement')
      .set({ currency: 'USD' })
      .where('id', '=', id)
      .execute();
    expect((await shown(id)).together).toMatchObject({
      amount: '1511.50',
      currency: 'USD',
      rates: [{ from: 'EUR', to: 'USD', on: '2026-03-01', source: 'Banco central' }],
    });
    expect((await shown(id)).sums).toEqual({
      byCurrency: [
        { currency: 'EUR', amount: '10.00' },
        { currency: 'USD', amount: '1500.50' },
      ],
      byYear: [
        { year: 2026, currency: 'EUR', amount: '10.00' },
        { year: 2026, currency: 'USD', amount: '1000.50' },
        { year: 2027, currency: 'USD', amount: '500.00' },
      ],
    });
    expect((await put({ lines: [{ ...line, amount: '-5' }] })).status).toBe(422);
    const { id: clauseId } = await clauseOf(id, 'funding');
    const said = {
      title: 'Recursos',
      body: 'Mil',
      fields: { totals: [{ currency: 'USD', amount: '1000' }] },
    };
    await municipal.call('PUT', `/api/agreement-clauses/${clauseId}`, { version: 1, body: said });
    expect((await shown(id)).checks).toContainEqual(
      expect.objectContaining({ code: 'budget-not-the-sum', blocks: true, place: 'budget' }),
    );
    const party = `/api/agreements/${id}/parties/${partyId}`;
    expect((await ministry.call('DELETE', party, { version: 1 })).body.code).toBe('agreements.party-is-used');
  });
});

describe('a draft that went nowhere', () => {
  it('is deleted where nothing depends on it, and abandoned otherwise', async () => {
    const id = await draft();
    const child = await draft({ parentId: id });
    const refused = await ministry.call('DELETE', `/api/agreements/${id}`, { version: 1 });
    expect(refused.body.code).toBe('agreements.has-consequences');
    expect((await stranger.call('DELETE', `/api/agreements/${child}`, { version: 1 })).status).toBe(404);
    expect((await ministry.call('DELETE', `/api/agreements/${child}`, { version: 1 })).status).toBe(200);
    expect((await shown(id)).children).toEqual([]);
    expect((await ministry.call('DELETE', `/api/agreements/${id}`, { version: 1 })).status).toBe(200);
    expect((await national.call('GET', `/api/agreements/${id}`)).status).toBe(404);
  });

  it('is told where its words were copied from, when no need says what the place is about', async () => {
    const copy =
      'Las partes acuerdan patrullar juntas los parques del barrio todas las noches del año entero.';
    const ids = [await draft({ title: 'El primero' }), await draft({ title: 'El segundo' })];
    for (const id of ids)
      await ministry.call('POST', `/api/agreements/${id}/clauses`, {
        body: { type: 'communication', title: 'Patrullas', body: copy },
      });
    expect((await shown(ids[1] ?? '')).checks).toContainEqual(
      expect.objectContaining({ code: 'copied', blocks: false, values: { title: 'El primero', share: 100 } }),
    );
  });
});
