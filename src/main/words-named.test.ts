import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { filesBroughtBy, namedIn } from './words-named.ts';

const folder = mkdtempSync(join(tmpdir(), 'articula-words-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the sentences that a file names', () => {
  const isNamed = namedIn(["say('places.print'); say(`places.method-${one}`)", "{ role: 'actors.seat' }"]);

  it('are those written whole', () => {
    expect(isNamed('places.print')).toBe(true);
    expect(isNamed('places.printed')).toBe(false);
  });

  it('are those whose beginning is written', () => {
    expect(isNamed('places.method-census')).toBe(true);
    expect(isNamed('actors.seat.president')).toBe(true);
    expect(isNamed('actors.seating')).toBe(false);
  });

  it('are not those of other rooms', () => {
    expect(isNamed('accounts.title')).toBe(false);
  });
});

describe('the files of a page', () => {
  it('are what it brings in, near and far, at once or later, even in a circle, and no mere types', () => {
    const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
    write('page.tsx', "import { a } from './a.ts';\nconst b = lazy(() => import('./b.tsx'));");
    write('a.ts', "import './page.tsx'; import { c } from '#c.ts'; import type { D } from './d.ts';");
    write('b.tsx', '');
    write('d.ts', '');
    write('c.ts', "import 'react';");
    const found = filesBroughtBy(join(folder, 'page.tsx'), folder);
    expect([...found].toSorted()).toEqual(
      ['a.ts', 'b.tsx', 'c.ts', 'page.tsx'].map((name) => join(folder, name)),
    );
  });
});
