import { expect } from 'vitest';
import type { Holder } from './access-world.ts';
import { password } from './access-world.ts';
import type { LifeWorld } from './agreement-life-world.ts';
import type { Answer } from './server.ts';

/** A party of an agreement: its organisation, who acts for it, and who heads it. */
export type Side = { readonly organisationId: string; readonly acts: Holder; readonly heads: Holder };

type Body = Answer['body'];
type Clause = { id: string; version: number; title: string; gaps: string[] };
type Party = { id: string; holder: { id: string } };

const pdf = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n');
// What nobody but the parties can say; the rest is known from the agreement, or left out of the wording.
const asked = ['target-population', 'representatives', 'focal-points', 'consulted-authority'];

/** Leads agreements from the first draft to force, through the API and by the people of the parties. */
export function courseIn(world: LifeWorld) {
  const { centre } = world;
  const shown = async (id: string, who: Holder = centre): Promise<Body> =>
    (await who.call('GET', `/api/agreements/${id}`)).body;
  const step = async (who: Holder, id: string, path: string, body?: object): Promise<Body> => {
    const { version } = await shown(id, who);
    const answer = await who.call('POST', `/api/agreements/${id}/${path}`, {
      version,
      ...(body && { body }),
    });
    expect(answer.status, `${path}: ${answer.text}`).toBe(200);
    return answer.body;
  };
  const partyOf = async (id: string, { organisationId, acts }: Side): Promise<string> => {
    const { partyList } = await shown(id, acts);
    return partyList.find((one: Party) => one.holder.id === organisationId)?.id ?? '';
  };

  /** Says in each clause what only the parties know, and leaves out what does not exist yet. */
  async function fill(id: string, who: Holder): Promise<void> {
    const { clauses } = await shown(id, who);
    for (const clause of (clauses as Clause[]).filter(({ gaps }) => gaps.length > 0)) {
      const path = `/api/agreement-clauses/${clause.id}`;
      const { body: detail } = await who.call('GET', path);
      const places = clause.gaps.filter((gap) => asked.includes(gap));
      const body = clause.gaps
        .filter((gap) => !asked.includes(gap))
        .reduce((text, gap) => text.replaceAll(`{${gap}}`, 'lo que conste en el expediente'), detail.body);
      const said = { places: Object.fromEntries(places.map((place) => [place, 'lo que acordaron'])) };
      // A clause without such places keeps its figures as they are.
      const sent = { title: clause.title, body, fields: places.length === 0 ? null : said };
      const answer = await who.call('PUT', path, { version: detail.version, body: sent });
      expect(answer.status, answer.text).toBe(200);
    }
  }

  /** Passes whatever the instrument asks for outside the text, as long as the next step waits for it. */
  async function passGates(id: string, who: Holder, on: string): Promise<void> {
    const { next } = await shown(id, who);
    for (const { code } of next?.waiting ?? []) {
      const [, kind] = /^agreements\.gate-(.*)$/.exec(code) ?? [];
      if (kind) await step(who, id, 'gates', { kind, body: 'Órgano de ejemplo', on, result: 'favourable' });
    }
  }

  async function draft(templateId: string, sides: readonly Side[], more: object): Promise<string> {
    const [first] = sides;
    const parties = sides.map(({ organisationId }, index) => ({
      organisationId,
      role: index === 0 ? 'lead' : 'obligor',
      representativeOffice: 'Titular (ejemplo)',
    }));
    const body = {
      templateId,
      territory: 'XA',
      noNeedReason: 'El diagnóstico está en curso',
      parties,
      ...more,
    };
    const made = await first?.acts.call('POST', '/api/agreements', { body });
    expect(made?.status, made?.text).toBe(201);
    return made?.body.id;
  }

  /** From a draft to what can be put to signature. */
  async function agree(id: string, sides: readonly Side[], on: string): Promise<void> {
    const [first] = sides;
    if (!first) throw new Error('nobody drafts');
    await step(first.acts, id, 'negotiation');
    await fill(id, first.acts);
    await passGates(id, first.acts, on);
    for (const side of sides) {
      const { hash } = await shown(id, side.acts);
      await step(side.acts, id, 'confirmations', { partyId: await partyOf(id, side), hash });
    }
    await step(first.acts, id, 'legal-review');
    await step(first.acts, id, 'legal-report', { body: 'Asesoría jurídica', on, result: 'favourable' });
    for (const side of sides) {
      const act = { kind: 'council', body: 'Órgano competente', reference: 'Acuerdo 4', on };
      await step(side.acts, id, 'approvals', { ...act, partyId: await partyOf(id, side) });
    }
    await passGates(id, first.acts, on);
    expect((await shown(id, first.acts)).standing).toBe('ready-to-sign');
  }

  async function seal(id: string, [first]: readonly Side[]): Promise<string> {
    if (first) await step(first.acts, id, 'seal');
    return (await world.life(id, first?.acts)).textHash;
  }

  /** Everybody signs the same text in the application. */
  async function sign(id: string, sides: readonly Side[]): Promise<void> {
    const hash = await seal(id, sides);
    for (const side of sides) {
      const body = { partyId: await partyOf(id, side), hash, password };
      const signed = await side.heads.call('POST', `/api/agreements/${id}/signatures`, { body });
      expect(signed.status, signed.text).toBe(201);
    }
  }

  /** Everybody signs the same text on paper; another side confirms each scan. */
  async function signInInk(id: string, sides: readonly Side[], on: string): Promise<void> {
    const hash = await seal(id, sides);
    for (const [index, side] of sides.entries()) {
      const partyId = await partyOf(id, side);
      const query = new URLSearchParams({ partyId, hash, office: 'Titular (ejemplo)', signedOn: on });
      const made = await side.acts.call('POST', `/api/agreements/${id}/ink-signatures?${query}`, {
        bytes: pdf,
        mediaType: 'application/pdf',
      });
      expect(made.status, made.text).toBe(201);
      const other = sides[(index + 1) % sides.length];
      const path = `/api/agreements/${id}/signatures/${made.body.id}/confirmation`;
      expect((await other?.acts.call('POST', path, { body: { hash } }))?.status).toBe(200);
    }
  }

  return { shown, step, partyOf, draft, agree, sign, signInInk };
}
