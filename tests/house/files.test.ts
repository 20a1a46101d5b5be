import { describe, expect, it } from 'vitest';
import { home, isTest, linesWith, listFiles, nameOf, read, sources, withoutComments } from './tree.ts';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const code = [...listFiles('src'), ...listFiles('tests'), ...listFiles('bench'), ...listFiles('bin')].filter(
  (path) => /\.(ts|tsx|js)$/.test(path),
);
const papers = listFiles('').filter(
  (path) => /\.(md|ya?ml|json|sql|csv|ts|tsx|js|mjs|css|html)$/.test(path) && path !== 'package-lock.json',
);

function limitOf(path: string): number {
  return path.startsWith('src/') && !isTest(path) ? 300 : 500;
}

/** Everything written between quotes. */
function literalsOf(text: string): string[] {
  const quoted = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g;
  return [...text.matchAll(quoted)].map(([, single, double, template]) => single ?? double ?? template ?? '');
}

describe('files', () => {
  it('have at most 300 lines, tests and benchmarks 500', () => {
    const long = code
      .filter((path) => path !== 'src/database/schema.ts' && !/^src\/words\/[^/]+\/[a-z]{2}\.ts$/.test(path))
      .map((path) => ({ path, lines: read(path).split('\n').length - 1 }))
      .filter(({ path, lines }) => lines > limitOf(path));
    expect(long).toEqual([]);
  });

  it('are named in kebab-case', () => {
    const form = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*\.[a-z]+$/;
    const named = listFiles('src').concat(
      listFiles('bench'),
      listFiles('tests/house'),
      listFiles('tests/api'),
      listFiles('tests/web'),
    );
    const wrong = named.filter((path) => /\.(ts|tsx|css|js)$/.test(path) && !form.test(nameOf(path)));
    expect(wrong).toEqual([]);
  });

  it('are named for what they hold, never as a drawer', () => {
    const drawer = /(^|[/.-])(utils?|helpers?|common|managers?|misc|stuff)([/.-]|$)/i;
    expect(code.filter((path) => drawer.test(path))).toEqual([]);
  });

  it('export by name but where a framework asks for a default', () => {
    const framework =
      /^src\/web\/(root\.tsx|routes\.ts|routes\/.+\.tsx|entry\.(server|client)\.tsx|.+\.route\.tsx)$|^tests\/engine\.ts$/;
    expect(
      linesWith(
        code.filter((path) => !framework.test(path)),
        /^export default\b/,
      ),
    ).toEqual([]);
  });

  it('take the day of a browser test from where its country is', () => {
    const ofGreenwich = /(Date\(\)|Date\.now\(\)[^)]*\))\.(toISOString|getFullYear)/;
    // The name of the shared database: any day will do.
    const named = ['tests/web/demo-database.ts'];
    const paths = listFiles('tests/web').filter((path) => path.endsWith('.ts') && !named.includes(path));
    expect(linesWith(paths, ofGreenwich)).toEqual([]);
  });

  it('say the day of a moment where the country is, not in Greenwich', () => {
    const ofGreenwich =
      /(?<!Date\.UTC\(.*)toISOString\(\)\.(slice|split|substring)|At\.slice\(0|new Date\(\)\.get/;
    // Days that a sheet or a rule gives as a moment of Greenwich: no clock is in them.
    const days = /^src\/formats\/(tables\/(read-grid|write-csv)|calendars\/expand-recurrence)\.ts$/;
    const floors = /^src\/(services|http|web|formats|cli)\//;
    const paths = sources.filter((path) => floors.test(path) && !days.test(path));
    expect(linesWith(paths, ofGreenwich)).toEqual([]);
    const queries = [...sources, ...listFiles('migrations')].filter((path) => /\.(ts|sql)$/.test(path));
    expect(linesWith(queries, /(_at|[a-z]At"|\bnow\(\))::date/)).toEqual([]);
  });

  it('leave nothing for later', () => {
    const others = code.filter((path) => !path.startsWith('tests/house/'));
    expect(linesWith(others, /\b(TODO|FIXME|HACK)\b/)).toEqual([]);
  });

  it('keep shared rooms small', () => {
    const shared = sources.filter((path) => path.startsWith('src/domain/shared/'));
    expect(shared.length).toBeLessThanOrEqual(10);
  });
});

describe('statistics', () => {
  const statistics = sources.filter(
    (path) => path.startsWith('src/statistics/') && nameOf(path) !== 'index.ts',
  );

  it('name their formula’s source and show a checked example', () => {
    const bare = statistics.filter(
      (path) => !/Source:|@see/.test(read(path)) || !read(path).includes('@example'),
    );
    expect(bare).toEqual([]);
  });

  it('are each tested beside their file', () => {
    expect(statistics.filter((path) => !existsSync(join(home, path.replace(/\.ts$/, '.test.ts'))))).toEqual(
      [],
    );
  });
});

describe('the environment', () => {
  it('is read by src/main alone; the engine passes it on to the programs that it starts', () => {
    const passing = /^src\/database\/embedded\/(process-identity|choose-runner)\.ts$/;
    const others = sources.filter((path) => !path.startsWith('src/main/') && !passing.test(path));
    expect(linesWith(others, /\bprocess\.env\b/, withoutComments)).toEqual([]);
  });
});

describe('countries', () => {
  const packs = ['packs', 'tests/fixtures/packs'].flatMap((folder) =>
    existsSync(join(home, folder))
      ? readdirSync(join(home, folder)).filter((code) => code !== 'instruments' && code !== 'indicators')
      : [],
  );
  const codes = [
    ...new Set([...packs, ...'AR BO BR CL CO CR CU DO EC GT HN HT JM MX NI PA PE PY SV UY VE'.split(' ')]),
  ];

  it('are data: no code of any is written in src', () => {
    const written = sources.flatMap((path) =>
      literalsOf(withoutComments(read(path)))
        .filter((literal) => codes.includes(literal))
        .map((literal) => `${path}: ${literal}`),
    );
    expect(written).toEqual([]);
  });
});

describe('what the project says', () => {
  it('names no folder of the machine it was written on', () => {
    // Put together here, so that this file is not its own finding.
    const folders = ['work', 'farm', 'root', 'Users', 'home/[a-z]+', 'tmp/plan']
      .map((name) => `/${name}/`)
      .join('|');
    const path = new RegExp(`(?<![\\w.}/:-])(${folders})`);
    expect(linesWith(papers, path)).toEqual([]);
  });
});
