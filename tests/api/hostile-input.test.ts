import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Operation } from '#contract/operation.ts';
import { allOperations } from '#http/all-bindings.ts';
import { cookieOf, makeWorld, password, type World } from '../access-world.ts';
import type { Answer, Caller } from '../server.ts';
import {
  addressOf,
  encodeText,
  hostileBodies,
  hostileTexts,
  queryOf,
  sampleOf,
  wrongKinds,
} from './hostile-values.ts';

// Every operation is asked many things, one after the other: how long that takes grows with the API, not with a fault.
vi.setConfig({ testTimeout: 900_000 });

const operations = Object.values(allOperations);
const withBody = operations.filter((operation) => operation.body);
const withFile = operations.filter((operation) => operation.bytes);
// Whoever leaves is asked for nothing afterwards: leaving has its own test.
const staying = operations.filter(({ id }) => id !== 'signOut');

let world: World;
let administrator: Caller;

beforeAll(async () => {
  world = await makeWorld();
  administrator = (await world.holder('administra', [{ role: 'national-admin', code: 'XA' }])).call;
});
afterAll(() => world.stop());

const traces = /node_modules|\.ts:\d+|\bat async |kysely|PostgresError|TypeError|ZodError|RangeError/;

/** What is wrong with how something hostile was answered: a failure, a trace of the inside, or a refusal in another form. */
function faultsOf(answer: Answer, operation: Operation): string[] {
  const faults: string[] = [];
  if (answer.status >= 500 && operation.statusOf === undefined) faults.push(`${answer.status}`);
  if (traces.test(answer.text)) faults.push(`tells of the inside: ${answer.text.slice(0, 300)}`);
  if (answer.status >= 400 && operation.statusOf === undefined) {
    const type = String(answer.headers['content-type']);
    if (!type.startsWith('application/problem+json')) faults.push(`${answer.status} as ${type}`);
    else if (answer.body?.status !== answer.status || typeof answer.body?.code !== 'string')
      faults.push('a problem without status or code');
  }
  return faults;
}

/** Sends one thing and says what was wrong with the answer. */
async function ask(
  operation: Operation,
  what: string,
  sent: { path?: string; body?: unknown; raw?: string; bytes?: Uint8Array; headers?: Record<string, string> },
  call = administrator,
): Promise<{ status: number; faults: string[] }> {
  const path = sent.path ?? addressOf(operation) + queryOf(operation);
  const isRaw = sent.raw !== undefined || sent.bytes !== undefined;
  const answer = await call(operation.method, path, {
    ...(isRaw
      ? {
          bytes: sent.bytes ?? Buffer.from(sent.raw ?? ''),
          mediaType: sent.headers?.['content-type'] ?? 'application/json',
        }
      : {}),
    ...(sent.body === undefined ? {} : { body: sent.body }),
    ...(operation.versioned && !sent.headers?.['if-match'] ? { version: 1 } : {}),
    headers: sent.headers ?? {},
  });
  return {
    status: answer.status,
    faults: faultsOf(answer, operation).map((fault) => `${operation.id} · ${what}: ${fault}`),
  };
}

const short = (value: unknown) => (JSON.stringify(value) ?? String(value)).slice(0, 60);

function fieldsOf(operation: Operation): Record<string, unknown> {
  const sample = operation.body ? sampleOf(operation.body) : {};
  return sample !== null && typeof sample === 'object' ? (sample as Record<string, unknown>) : {};
}

describe('every operation, sent what it does not expect', () => {
  it('refuses values of the wrong kind in any field of the body, and never fails', async () => {
    const faults: string[] = [];
    for (const operation of withBody) {
      const sample = fieldsOf(operation);
      for (const field of Object.keys(sample)) {
        for (const value of wrongKinds) {
          const found = await ask(operation, `${field} = ${short(value)}`, {
            body: { ...sample, [field]: value },
          });
          faults.push(...found.faults);
        }
      }
    }
    expect(faults).toEqual([]);
  });

  it('bears hostile text in every text of the body: SQL, HTML, NUL, half characters, enormous', async () => {
    const faults: string[] = [];
    for (const operation of withBody) {
      const sample = fieldsOf(operation);
      const texts = Object.keys(sample).filter((field) => typeof sample[field] === 'string');
      for (const [index, text] of hostileTexts.entries()) {
        const all = Object.fromEntries(texts.map((field) => [field, text]));
        faults.push(...(await ask(operation, short(text), { body: { ...sample, ...all } })).faults);
        // Beside good ones each field has its turn; what is short reaches the store more easily, and stands in all of them.
        const turn = texts.slice(index % Math.max(1, texts.length)).slice(0, 1);
        for (const field of text.length <= 2 ? texts : turn) {
          const one = { ...sample, [field]: text };
          faults.push(...(await ask(operation, `${field} = ${short(text)}`, { body: one })).faults);
        }
      }
    }
    expect(faults).toEqual([]);
  });

  it('refuses a body without anything, and one with any field left out, as the sender’s fault', async () => {
    const faults: string[] = [];
    for (const operation of withBody) {
      const sample = fieldsOf(operation);
      for (const field of Object.keys(sample)) {
        const rest = Object.fromEntries(Object.entries(sample).filter(([name]) => name !== field));
        faults.push(...(await ask(operation, `without ${field}`, { body: rest })).faults);
      }
      const empty = await ask(operation, 'no body', {});
      faults.push(...empty.faults);
      const takesNothing = operation.body?.safeParse(undefined).success === true;
      if (empty.status < 400 && !takesNothing)
        faults.push(`${operation.id}: took a request without its body`);
    }
    expect(faults).toEqual([]);
  });

  it('refuses what is no JSON, and JSON that is no object; prototypes stay as they were', async () => {
    const faults: string[] = [];
    for (const operation of withBody) {
      for (const raw of hostileBodies) {
        faults.push(...(await ask(operation, raw.slice(0, 40), { raw })).faults);
      }
    }
    expect(faults).toEqual([]);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  it('bears whatever fast-check thinks of', async () => {
    const anything = fc.anything({ maxDepth: 3, withNullPrototype: false });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...withBody), anything, fc.string(), async (operation, value, key) => {
        const sample = fieldsOf(operation);
        const [field = key] = Object.keys(sample);
        for (const body of [value, { ...sample, [field]: value }, { ...sample, [key]: value }]) {
          const text = JSON.stringify(body) as string | undefined;
          const found = await ask(operation, short(body), { raw: text ?? '' });
          expect(found.faults).toEqual([]);
        }
      }),
      { numRuns: 250 },
    );
  });

  it('bears hostile text in the address and refuses parameters that it does not know', async () => {
    const faults: string[] = [];
    for (const operation of staying) {
      const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
      for (const text of hostileTexts.filter((one) => one.length < 2000)) {
        for (const name of names) {
          const path = operation.path.replaceAll(/\{(\w+)\}/g, (_whole, other: string) =>
            other === name ? encodeText(text) : encodeURIComponent(String(fieldOf(operation, other))),
          );
          faults.push(...(await ask(operation, `${name} = ${short(text)}`, { path })).faults);
        }
      }
      for (const name of Object.keys(operation.query?.shape ?? {})) {
        for (const text of hostileTexts.filter((one) => one.length < 2000)) {
          const path = addressOf(operation) + queryOf(operation, { [name]: text });
          faults.push(...(await ask(operation, `?${name}=${short(text)}`, { path })).faults);
        }
        const twice = `${addressOf(operation)}?${name}=a&${name}=b&${name}[]=c&__proto__[a]=1`;
        faults.push(...(await ask(operation, `?${name} twice`, { path: twice })).faults);
      }
    }
    expect(faults).toEqual([]);
  });
});

function fieldOf(operation: Operation, name: string): unknown {
  const params = (operation.params ? sampleOf(operation.params) : {}) as Record<string, unknown>;
  return params[name];
}

describe('every operation, reached in a wrong way', () => {
  it('refuses other kinds of body than its own, above all those that a foreign form can send', async () => {
    const faults: string[] = [];
    const types = [
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/plain',
      'text/xml',
      ';;;',
    ];
    for (const operation of [...withBody, ...withFile].filter(({ id }) => id !== 'signOut')) {
      for (const type of types) {
        const found = await ask(operation, type, { raw: 'a=b', headers: { 'content-type': type } });
        faults.push(...found.faults);
        if (found.status < 400) faults.push(`${operation.id}: took ${type}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it('refuses files that are none: empty, cut short, of another kind, or enormous', async () => {
    const faults: string[] = [];
    const xlsx = Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0, 1, 2, 3]);
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]);
    const files = [
      new Uint8Array(),
      xlsx,
      png,
      Buffer.from('\u0000\u0001'),
      Buffer.from('a;b\n"c'),
      Buffer.from('{"type":'),
    ];
    for (const operation of withFile) {
      for (const type of operation.bytes ?? []) {
        for (const bytes of files) {
          const found = await ask(operation, `${type} of ${bytes.length} bytes`, {
            bytes,
            headers: { 'content-type': type },
          });
          faults.push(...found.faults);
        }
      }
      const [type = ''] = operation.bytes ?? [];
      const bytes = new Uint8Array((operation.maximumBytes ?? 1_048_576) + 1);
      const found = await ask(operation, 'too large', { bytes, headers: { 'content-type': type } });
      faults.push(...found.faults);
      if (found.status !== 413) faults.push(`${operation.id}: ${found.status} for a file beyond its limit`);
    }
    expect(faults).toEqual([]);
  });

  it('answers 413 to a body beyond the limit of JSON', async () => {
    const raw = JSON.stringify({ a: 'x'.repeat(1_100_000) });
    const answers = await Promise.all(withBody.map((operation) => ask(operation, 'two megabytes', { raw })));
    expect(answers.flatMap(({ faults }) => faults)).toEqual([]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([413]));
  });

  it('bears nonsense in the headers that it reads', async () => {
    const faults: string[] = [];
    const nonsense: Record<string, string>[] = [
      { 'if-match': '"v-1"' },
      { 'if-match': '*' },
      { 'if-match': `"v${'9'.repeat(400)}"` },
      { 'idempotency-key': 'x'.repeat(5000) },
      { 'idempotency-key': "'; drop table person" },
      { 'accept-language': '💥'.repeat(0) + '\u00ff'.repeat(300) },
      { 'if-none-match': '"'.repeat(500) },
      { cookie: `articula_session=${'%'.repeat(50)}; articula_language=../../etc` },
      { authorization: 'Bearer' },
      { authorization: `Bearer ${'x'.repeat(4000)}` },
      { authorization: 'Basic Og==' },
    ];
    for (const operation of staying) {
      for (const headers of nonsense) {
        const sent = operation.body ? { body: fieldsOf(operation), headers } : { headers };
        faults.push(...(await ask(operation, short(headers), sent, world.visitor)).faults);
      }
    }
    expect(faults).toEqual([]);
  });
});

describe('every operation that needs an account', () => {
  const closed = operations.filter(({ admission }) => admission === 'signed-in');

  async function statusesOf(call: Caller): Promise<string[]> {
    const wrong: string[] = [];
    for (const operation of closed) {
      const sent = operation.body ? { body: fieldsOf(operation) } : {};
      const { status, faults } = await ask(operation, 'unknown', sent, call);
      if (status !== 401 || faults.length > 0) wrong.push(`${operation.id}: ${status} ${faults.join()}`);
    }
    return wrong;
  }

  it('turns away who has no session, a forged one, or a forged token', async () => {
    expect(await statusesOf(world.visitor)).toEqual([]);
    expect(await statusesOf(world.as({ cookie: 'articula_session=Zm9yZ2Vk.Zm9yZ2Vk' }))).toEqual([]);
    expect(await statusesOf(world.as({ token: 'articula_forged_0000' }))).toEqual([]);
  });

  it('turns away a session that has expired or was left, also when it is sent again', async () => {
    await world.holder('de-paso', [{ role: 'national-admin', code: 'XA' }]);
    const enter = async () =>
      cookieOf(await world.visitor('POST', '/api/session', { body: { name: 'de-paso', password } })) ?? '';
    const left = await enter();
    expect((await world.as({ cookie: left })('DELETE', '/api/session')).status).toBe(200);
    expect(await statusesOf(world.as({ cookie: left }))).toEqual([]);
    const expired = await enter();
    world.clock.now = new Date('2029-01-01T12:00:00Z');
    expect(await statusesOf(world.as({ cookie: expired }))).toEqual([]);
  });
});
