import { RouterContextProvider } from 'react-router';
import { describe, expect, it } from 'vitest';
import { attempt, call, nextOf, typedOf } from './api.ts';
import { apiContext, type ApiAnswer } from './page-context.ts';

/** A context whose API gives one answer and remembers what it was asked. */
function contextAnswering(status: number, body: unknown) {
  const asked: { method: string; path: string; headers: Readonly<Record<string, string>> | undefined }[] = [];
  const context = new RouterContextProvider();
  context.set(apiContext, {
    routes: {
      search: { method: 'GET', path: '/api/search', query: ['text', 'limit'], hasBody: false, isFile: false },
      getPlan: {
        method: 'GET',
        path: '/api/plans/{planId}',
        query: ['edition'],
        hasBody: false,
        isFile: false,
      },
    },
    ask: async (method, path, sent): Promise<ApiAnswer> => {
      asked.push({ method, path, headers: sent?.headers });
      return { status, headers: new Headers(), bytes: new TextEncoder().encode(JSON.stringify(body)) };
    },
  });
  return { context, asked };
}

describe('calling an operation', () => {
  it('puts the query into the address', async () => {
    const { context, asked } = contextAnswering(200, { items: [] });
    await call(context, 'search', { text: 'ñürüm 1' });
    expect(asked[0]?.path).toBe('/api/search?text=%C3%B1%C3%BCr%C3%BCm+1');
  });

  it('leads whoever is not signed in to the way in, and back', async () => {
    const { context } = contextAnswering(401, { code: 'shared.signed-out' });
    const thrown = await call(
      context,
      'search',
      { text: 'x' },
      new Request('http://a.test/actores.data?pais=PA'),
    ).catch((problem: unknown) => problem);
    expect((thrown as Response).headers.get('location')).toBe('/entrar?next=%2Factores%3Fpais%3DPA');
  });

  it('takes an address that can name nothing for one that names nothing, and no other fault', async () => {
    const statusWith = async (field: string) => {
      const problems = [{ field, code: 'request.format', message: 'No tiene la forma esperada.' }];
      const { context } = contextAnswering(422, {
        status: 422,
        code: 'shared.invalid',
        title: 'No',
        problems,
      });
      const thrown = await call(context, 'getPlan', { planId: 'seguimiento' }).catch((page: unknown) => page);
      return (thrown as { init: { status: number } }).init.status;
    };
    expect(await statusWith('planId')).toBe(404);
    expect(await statusWith('edition')).toBe(422);
  });

  it('gives an action its faults by the name of the field', async () => {
    const problems = [{ field: 'body.name', code: 'request.required', message: 'Falta este dato.' }];
    const { context } = contextAnswering(422, { status: 422, code: 'shared.invalid', title: 'No', problems });
    const result = await attempt(context, 'search', { text: 'x' });
    expect(result).toMatchObject({ ok: false, refused: { problems: [{ field: 'name' }] } });
  });
});

describe('forms', () => {
  it('never sends a password back', () => {
    const form = new FormData();
    form.set('name', 'ana');
    form.set('newPassword', 'x');
    expect(typedOf(form)).toEqual({ name: 'ana' });
  });

  it('follows no address that is not here', () => {
    const next = (address: string) =>
      nextOf(new Request(`http://a.test/entrar?next=${encodeURIComponent(address)}`));
    expect([
      next('/actores?x=1'),
      next('//evil.test'),
      next('https://evil.test'),
      next('/\\evil.test'),
    ]).toEqual(['/actores?x=1', '/', '/', '/']);
  });
});
