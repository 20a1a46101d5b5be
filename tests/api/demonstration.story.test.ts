import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import {
  instanceStandingAfter,
  standingAfter as commitmentAfter,
  instanceActs,
  type CommitmentAct,
  type InstanceAct,
} from '#domain/commitments/acts.ts';
import type { CommitmentStanding, InstanceStanding } from '#domain/commitments/vocabulary.ts';
import { standingAfter, type AgreementAct, type AgreementStanding } from '#domain/agreements/lifecycle.ts';
import { loadInstruments } from '#services/agreements/load-instruments.ts';
import { exampleId, loadExample } from '#services/operations/load-example.ts';
import { loadPack } from '#services/territories/load-pack.ts';
import { startApp, type Caller, type TestApp } from '../server.ts';

const countries = ['PA', 'CR'];
let app: TestApp;
let coordinator: Caller;
const noProgress = () => undefined;

beforeAll(async () => {
  app = await startApp();
  for (const country of countries) await loadPack(app.context, { folder: `packs/${country}` });
  await loadInstruments(app.context, { folder: 'packs/instruments' });
  await loadExample(app.context, { folder: 'packs', countries, onProgress: noProgress });
  coordinator = await app.signIn('coordinacion', 'puente-claro-31');
});
afterAll(() => app.stop());

async function rows<Row extends object>(query: string): Promise<Row[]> {
  return (await app.database.ownerPool.query<Row>(query)).rows;
}

const tables = [
  'agreement',
  'agreement_act',
  'agreement_signature',
  'commitment',
  'commitment_instance',
  'commitment_act',
  'evidence',
  'attached_file',
];

async function counts(): Promise<number[]> {
  const found = await Promise.all(
    tables.map((table) => rows<{ n: number }>(`select count(*)::int as n from ${table}`)),
  );
  return found.map(([row]) => row?.n ?? 0);
}

describe('the story of the demonstration', () => {
  it('has a dozen agreements and ninety commitments, every one marked as an example', async () => {
    const agreements = await rows<{ country: string; kind: string; example: boolean; title: string }>(
      `select country, kind, example, title from agreement`,
    );
    expect(agreements.filter(({ kind }) => kind !== 'addendum')).toHaveLength(14);
    expect(agreements.filter(({ kind }) => kind === 'addendum')).toHaveLength(1);
    expect(agreements.every(({ example, title }) => example && title.endsWith('(ejemplo)'))).toBe(true);
    const commitments = await rows<{ example: boolean }>(`select example from commitment`);
    expect(commitments).toHaveLength(90);
    expect(commitments.every(({ example }) => example)).toBe(true);
  });

  it('doubles nothing when it is loaded again', async () => {
    const before = await counts();
    await loadExample(app.context, { folder: 'packs', countries, onProgress: noProgress });
    expect(await counts()).toEqual(before);
  });

  it('opens on one late contribution of a ministry that blocks three activities in two territories', async () => {
    const { body } = await coordinator('GET', '/api/holding-back?territory=PA');
    const [top] = body.items;
    expect(top.id).toBe(exampleId('PA', 'commitment', 'promotores'));
    expect(top.held).toBe(3);
    expect(top.days).toBe(18);
    expect(top.territories.map(({ reference }: { reference: string }) => reference).toSorted()).toEqual([
      'PA-0301',
      'PA-0810',
    ]);
    expect(body.items.slice(1).every(({ held }: { held: number }) => held < 3)).toBe(true);
  });

  it('has agreements in every part of their life, dated from today', async () => {
    const found = await rows<{ id: string; standing: string; left: number | null }>(
      `select id, standing, ends_on - (now() at time zone 'America/Panama')::date as left from agreement where country = 'PA'`,
    );
    const of = (key: string) => found.find(({ id }) => id === exampleId('PA', 'agreement', key));
    expect(of('negociacion-0810')?.standing).toBe('negotiation');
    expect(of('protocolo-0808')?.standing).toBe('ready-to-sign');
    expect(of('especifico-0808')?.standing).toBe('settlement');
    expect(of('especifico-1301')).toMatchObject({ standing: 'in-force', left: 62 });
    expect(of('especifico-1307')).toMatchObject({ standing: 'in-force', left: 355 });
    expect(of('extension-1307')?.standing).toBe('in-force');
    const letters = await rows(
      `select 1 from agreement where country = 'CR' and parent_id = '${exampleId('CR', 'agreement', 'marco')}'`,
    );
    expect(letters).toHaveLength(4);
  });

  it('has no breach, no notice and no money owed back', async () => {
    expect(
      await rows(`select 1 from commitment_instance where standing = 'breached' or noticed_on is not null`),
    ).toEqual([]);
    expect(await rows(`select 1 from agreement_settlement`)).toEqual([]);
    expect(await rows(`select 1 from agreement_notice`)).toEqual([]);
  });

  it('leaves open remarks and a proposal to whoever negotiates', async () => {
    const open = await rows<{ kind: string }>(
      `select kind from agreement_remark where standing = 'open' order by 1`,
    );
    expect(open.map(({ kind }) => kind)).toEqual(['proposal', 'remark', 'remark']);
  });
});

type Late = { country: string; national: boolean; overdue: number; late: number };

describe('who is late in the demonstration', () => {
  it('follows from counting, as evenly among ministries as among municipalities', async () => {
    const found = await rows<Late>(`
      select i.country, o.territory_id = (select min(id) from territory t where t.country = i.country and level = 0) as national,
        count(*) filter (where n.delivered_on is null and n.standing in ('not-started', 'in-progress') and n.due_on < d.today)::int as overdue,
        count(*) filter (where n.delivered_on > n.due_on)::int as late
      from commitment i
      join commitment_instance n on n.commitment_id = i.id
      join organisation o on o.id = i.obligor_organisation_id
      cross join lateral (select (now() at time zone case i.country when 'PA' then 'America/Panama' else 'America/Costa_Rica' end)::date as today) d
      where i.standing = 'agreed' group by 1, 2 order by 1, 2`);
    for (const country of countries) {
      const [local, national] = found.filter((row) => row.country === country);
      expect(local?.overdue).toBeGreaterThan(0);
      expect(national?.overdue).toBe(local?.overdue);
      expect(national?.late).toBe(local?.late);
      expect(local?.late).toBeGreaterThan(0);
    }
  });

  it('is the fourth, eighth and so on of each side in the order of the file', async () => {
    for (const country of countries) {
      const file = parse(readFileSync(`packs/${country}/example/commitments.csv`), {
        columns: true,
      }) as Record<string, string>[];
      const agreed = new Set(
        (
          await rows<{ id: string }>(
            `select id from commitment where standing = 'agreed' and country = '${country}'`,
          )
        ).map(({ id }) => id),
      );
      const missed = new Set(
        (
          await rows<{ id: string }>(`select distinct commitment_id as id from commitment_instance
            where delivered_on > due_on or (due_on < current_date - 1 and delivered_on is null and standing <> 'sent-back')`)
        ).map(({ id }) => id),
      );
      const counted = file.filter(
        (row) =>
          row['course'] === '' &&
          Number(row['due']) < 0 &&
          agreed.has(exampleId(country, 'commitment', row['key'] ?? '')),
      );
      for (const isLocal of [true, false]) {
        const side = counted.filter((row) => (row['obligor'] ?? '').startsWith('munici') === isLocal);
        const places = side.flatMap((row, index) =>
          missed.has(exampleId(country, 'commitment', row['key'] ?? '')) ? [index + 1] : [],
        );
        expect(places).toEqual(side.map((_, index) => index + 1).filter((place) => place % 4 === 0));
      }
    }
  });
});

describe('what was done in the demonstration', () => {
  it('leads every agreement to where it stands', async () => {
    const agreements = await rows<{ id: string; standing: string }>(`select id, standing from agreement`);
    const acts = await rows<{ agreement_id: string; act: AgreementAct; on_date: string }>(
      `select agreement_id, act, on_date::text from agreement_act order by done_at, id`,
    );
    for (const { id, standing } of agreements) {
      const own = acts.filter(({ agreement_id }) => agreement_id === id);
      let reached: AgreementStanding | null = null;
      for (const { act } of own) reached = standingAfter(reached, act);
      expect(reached).toBe(standing);
      const days = own.map(({ on_date }) => on_date);
      expect(days).toEqual(days.toSorted());
    }
  });

  it('leads every commitment and due date to where it stands', async () => {
    const commitments = await rows<{ id: string; standing: string }>(`select id, standing from commitment`);
    const instances = await rows<{ id: string; standing: string }>(
      `select id, standing from commitment_instance`,
    );
    const acts = await rows<{
      commitment_id: string;
      instance_id: string | null;
      act: string;
      on_date: string;
    }>(`select commitment_id, instance_id, act, on_date::text from commitment_act order by done_at`);
    for (const { id, standing } of commitments) {
      let reached: CommitmentStanding | null = null;
      for (const one of acts.filter((act) => act.commitment_id === id && act.instance_id === null))
        reached = commitmentAfter(reached, one.act as CommitmentAct);
      expect(reached).toBe(standing);
    }
    const today = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    for (const { id, standing } of instances) {
      let reached: InstanceStanding = 'not-started';
      for (const one of acts.filter((act) => act.instance_id === id)) {
        expect(instanceActs).toContain(one.act);
        expect(one.on_date < today).toBe(true);
        reached = instanceStandingAfter(one.act as InstanceAct, { commitment: 'agreed', instance: reached });
      }
      expect(reached).toBe(standing);
    }
  });

  it('has the same words under each signature as were sealed', async () => {
    expect(
      await rows(
        `select 1 from agreement_signature s join agreement_text t on t.id = s.text_id where s.hash <> t.hash`,
      ),
    ).toEqual([]);
  });
});
