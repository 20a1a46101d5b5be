import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { home, linesWith, listFiles, read, resolveFrom } from './tree.ts';

type Package = { version?: string; license?: string; dev?: boolean; optional?: boolean; resolved?: string };

const papers = listFiles('').filter((path) => path.endsWith('.md'));
const about = JSON.parse(read('package.json')) as {
  readonly version: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
};
const all = { ...about.dependencies, ...about.devDependencies, ...about.optionalDependencies };
const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, Package> };

/** The name of a heading as a link to it is written. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[`*_]/g, '')
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');
}

function anchorsOf(path: string): Set<string> {
  return new Set([...read(path).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => anchorOf(heading)));
}

function brokenLinksOf(path: string): string[] {
  const links = [...read(path).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return links
    .filter((target) => !/^(https?|mailto):/.test(target))
    .filter((target) => {
      const [file = '', anchor] = target.split('#');
      const there = file === '' ? path : resolveFrom(path, decodeURIComponent(file));
      if (!existsSync(join(home, there))) return true;
      return anchor !== undefined && there.endsWith('.md') && !anchorsOf(there).has(anchor);
    })
    .map((target) => `${path}: ${target}`);
}

describe('papers', () => {
  it.each([
    'README.md',
    'ARCHITECTURE.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    'CHANGELOG.md',
    'LICENSE',
    'publiccode.yml',
    'docs/dependencies.md',
    'docs/glossary.md',
  ])('include %s', (path) => {
    expect(read(path).length).toBeGreaterThan(200);
  });

  it('link only to what is there', () => {
    expect(papers.flatMap(brokenLinksOf)).toEqual([]);
  });

  it('name only commands and scripts that there are', () => {
    const scripts = new Set(Object.keys(about.scripts).concat('ci', 'install', 'rebuild', 'pack'));
    const named = papers.flatMap((path) =>
      [...read(path).matchAll(/`[^`]*\bnpm (?:run )?([a-z:]+)[^`]*`/g)].map(([, name = '']) => ({
        path,
        name,
      })),
    );
    expect(named.filter(({ name }) => !scripts.has(name) && name !== 'test' && name !== 'start')).toEqual([]);
  });

  it('tell the version that the package has', () => {
    const { version } = about;
    expect(read('CHANGELOG.md')).toContain(`## ${version}`);
    expect(read('publiccode.yml')).toContain(`softwareVersion: ${version}`);
  });

  it('number decisions without gaps, each with context, decision and consequences', () => {
    const decisions = listFiles('docs/decisions').filter((path) => path.endsWith('.md'));
    decisions.forEach((path, index) => {
      expect(path.split('/').at(-1)).toMatch(
        new RegExp(`^${String(index + 1).padStart(4, '0')}-[a-z0-9-]+\\.md$`),
      );
      for (const part of ['## Context', '## Decision', '## Consequences'])
        expect(read(path), path).toContain(part);
      expect(read(path).split('\n').length, path).toBeLessThan(80);
    });
    expect(decisions.length).toBeGreaterThan(0);
  });

  it('keep ARCHITECTURE.md to a page', () => {
    expect(read('ARCHITECTURE.md').split('\n').length).toBeLessThan(110);
  });

  it('promise nothing for later', () => {
    expect(
      linesWith(
        papers.filter((path) => path !== 'CHANGELOG.md'),
        /\b(coming soon|TODO|FIXME|TBD|próximamente)\b/i,
      ),
    ).toEqual([]);
  });
});

function covers(row: string, name: string): boolean {
  return row === name || (row.endsWith('*') && name.startsWith(row.slice(0, -1)));
}

describe('dependencies', () => {
  const table = read('docs/dependencies.md');
  const named = Object.keys(all);

  it('are each explained, and none that is gone', () => {
    const rows = [...table.matchAll(/^\| `([^`]+)`/gm)].map(([, name = '']) => name);
    expect(named.filter((name) => !rows.some((row) => covers(row, name)))).toEqual([]);
    expect(rows.filter((row) => !named.some((name) => covers(row, name)))).toEqual([]);
  });

  it('have every cell of their row filled', () => {
    const rows = table.split('\n').filter((line) => line.startsWith('| `'));
    const thin = rows.filter(
      (row) =>
        row.split('|').slice(1, -1).length !== 5 ||
        row
          .split('|')
          .slice(1, -1)
          .some((cell) => cell.trim() === ''),
    );
    expect(thin).toEqual([]);
  });

  it('are pinned to one version', () => {
    // One version of a package under another name is one version too.
    const versions = Object.values(all).map((range) => range.replace(/^npm:(@[\w.-]+\/)?[\w.-]+@/, ''));
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('come under licences that may be combined with EUPL-1.2', () => {
    // Permissive ones, and those that the EUPL's own appendix names as compatible.
    const allowed =
      /^(MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|Unlicense|CC0-1\.0|Zlib|Python-2\.0|OFL-1\.1|PostgreSQL|CC-BY-3\.0|CC-BY-4\.0|MPL-2\.0|LGPL-3\.0-or-later|EUPL-1\.[12])$/;
    const isAllowed = (licence: string) =>
      licence
        .replaceAll(/[()]/g, '')
        .split(' OR ')
        .some((choice) => choice.split(' AND ').every((part) => allowed.test(part.trim())));
    const wrong = Object.entries(lock.packages)
      .filter(([path, entry]) => path !== '' && !entry.dev)
      .map(([path, entry]) => ({ path, licence: entry.license ?? installedLicence(path) }))
      .filter(({ licence }) => licence !== null && !isAllowed(licence));
    expect(wrong).toEqual([]);
  });

  it('are locked without the address of any registry', () => {
    expect(
      Object.entries(lock.packages)
        .filter(([, entry]) => entry.resolved !== undefined)
        .map(([path]) => path),
    ).toEqual([]);
  });
});

/** Where the lock file does not say it: the installed package does; one for another platform is not there to ask. */
function installedLicence(path: string): string | null {
  const file = join(home, path, 'package.json');
  if (!existsSync(file)) return null;
  return (JSON.parse(readFileSync(file, 'utf8')) as Package).license ?? 'none';
}
