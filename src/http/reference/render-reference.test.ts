import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { operations } from '#contract/index.ts';
import type { Operation } from '#contract/operation.ts';
import { sentences } from '#words/index.ts';
import { referencePolicy, renderReference } from './render-reference.ts';

const all: readonly Operation[] = Object.values(operations);
const about = { version: '1.2.3', origin: 'http://127.0.0.1:8080' };
const spanish = renderReference(all, { ...about, language: 'es' });
const english = renderReference(all, { ...about, language: 'en' });

const hostile: Operation = {
  id: 'try',
  room: 'territories',
  method: 'POST',
  path: '/api/try',
  summary: '<script>alert("1")</script>',
  admission: 'signed-in',
  body: z.object({ "it's": z.enum(['<b>', "o'clock"]) }),
  response: z.object({ items: z.array(z.object({ code: z.string().nullable().describe('Kept as text.') })) }),
  versioned: true,
  refusals: ['shared.stale'],
};

describe('the readable page of the API', () => {
  it('shows every operation, in the order of the table', () => {
    expect(all.filter(({ id }) => !spanish.includes(`<article id="${id}">`))).toEqual([]);
  });

  it('gives each refusal its status and its sentence', () => {
    const page = renderReference([hostile], { ...about, language: 'es' });
    expect(page).toMatch(/412[\s\S]*shared\.stale[\s\S]*Otra persona lo cambió/);
  });

  it('names the parts of lists and says what may be missing', () => {
    const page = renderReference([hostile], { ...about, language: 'en' });
    expect(page).toContain('items[].code');
    expect(page).toContain('text or nothing');
    expect(page).toContain('If-Match');
  });

  it('shows what others wrote as text, never as markup', () => {
    const page = renderReference([hostile], { ...about, language: 'es' });
    expect(page).not.toMatch(/<script|<b>/);
    expect(page).toContain('&lt;script&gt;');
  });

  it('writes a line of curl that a shell reads as it is meant', () => {
    const page = renderReference([hostile], { ...about, language: 'es' });
    expect(page).toContain('-X POST');
    expect(page).toContain(String.raw`it&#39;\&#39;&#39;s`);
  });

  it('holds no script, and only the style that its policy names', () => {
    const styles = [...spanish.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, style = '']) => style);
    expect(styles).toHaveLength(1);
    const hash = createHash('sha256')
      .update(styles[0] ?? '')
      .digest('base64');
    expect(referencePolicy).toContain(`style-src 'sha256-${hash}'`);
    expect(spanish).not.toMatch(/<script|\son\w+=|style="/);
  });

  it('is written in the reader’s language, and leaves nothing unsaid', () => {
    expect(spanish).toContain(sentences.es['reference.rules']);
    expect(english).toContain(sentences.en['reference.rules']);
    for (const page of [spanish, english]) {
      expect(page).not.toMatch(/>(reference|refusal)\.[a-z.-]+</);
      expect(page).not.toMatch(/undefined|\[object|NaN/);
    }
  });
});
