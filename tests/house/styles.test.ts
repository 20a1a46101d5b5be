import { describe, expect, it } from 'vitest';
import { home, linesWith, listFiles, read, resolveFrom } from './tree.ts';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const sheets = listFiles('src/web').filter((path) => path.endsWith('.css'));
const modules = sheets.filter((path) => path.endsWith('.module.css'));
const others = sheets.filter((path) => !path.endsWith('/tokens.css'));
const components = listFiles('src/web').filter((path) => path.endsWith('.tsx'));

function withoutCssComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ''));
}

/** `camelCase`, as a component says the class that a sheet calls `camel-case`. */
function camel(name: string): string {
  return name.replaceAll(/-+(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function classesOf(sheet: string): Set<string> {
  const selectors = withoutCssComments(read(sheet))
    .replaceAll(/\{[^{}]*\}/g, '{}')
    .replaceAll(/url\([^)]*\)/g, '');
  return new Set([...selectors.matchAll(/\.([a-zA-Z_][\w-]*)/g)].map(([, name = '']) => camel(name)));
}

/** The sheets that a component imports: `styles` → the sheet's path. */
function importsOf(component: string): [string, string][] {
  return [...read(component).matchAll(/import (\w+) from '([^']+\.module\.css)'/g)].map(
    ([, name = '', path = '']) => [
      name,
      path.startsWith('#') ? path.replace('#', 'src/') : resolveFrom(component, path),
    ],
  );
}

const written = '#[0-9a-f]{3,8}\\b|\\b(rgba?|hsla?|oklch|oklab|lab|lch|color-mix|hwb)\\(';
const named = 'white|black|red|green|blue|gr[ae]y|orange|yellow|purple|pink|brown|silver';

function withoutAddresses(text: string): string {
  return withoutCssComments(text).replaceAll(/url\([^)]*\)/g, '');
}

describe('styles', () => {
  it('take every colour from the tokens', () => {
    expect(
      linesWith(others, new RegExp(`${written}|[:\\s](${named})\\b(?=[\\s;,)])`, 'i'), withoutAddresses),
    ).toEqual([]);
  });

  it('take space, type and corners from the tokens, but hairlines and multiples of the text', () => {
    const declared =
      /(^|[\s{;])(font|font-size|line-height|letter-spacing|padding|margin|gap|row-gap|column-gap|border-radius)(-[a-z-]+)?:/;
    const raw = /(?<![\w.-])(?:[4-9]|\d{2,}|\d*\.\d+)px\b|(?<![\w.-])\d*\.?\d+rem\b/;
    const lines = linesWith(others, raw, withoutAddresses);
    expect(lines.filter((line) => declared.test(line.replace(/^\S+ /, '')))).toEqual([]);
  });

  it('use no token that there is not', () => {
    const known = new Set(
      sheets.flatMap((path) => [...read(path).matchAll(/(--[\w-]+)\s*:/g)].map(([, name = '']) => name)),
    );
    const set = new Set(
      components.flatMap((path) =>
        [...read(path).matchAll(/['"](--[\w-]+)['"]/g)].map(([, name = '']) => name),
      ),
    );
    const unknown = sheets.flatMap((path) =>
      [...withoutCssComments(read(path)).matchAll(/var\((--[\w-]+)/g)]
        .map(([, name = '']) => name)
        .filter((name) => !known.has(name) && !set.has(name))
        .map((name) => `${path}: ${name}`),
    );
    expect(unknown).toEqual([]);
  });

  it('are used by class names that exist', () => {
    const unknown = components.flatMap((component) =>
      importsOf(component).flatMap(([name, sheet]) => {
        if (!existsSync(join(home, sheet))) return [`${component}: ${sheet}`];
        const classes = classesOf(sheet);
        const used = [...read(component).matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))].map(
          ([, used = '']) => used,
        );
        return used.filter((used) => !classes.has(used)).map((used) => `${component}: ${name}.${used}`);
      }),
    );
    expect(unknown).toEqual([]);
  });

  it('hold no class that nobody uses', () => {
    const idle = modules.flatMap((sheet) => {
      const users = components.filter((component) => importsOf(component).some(([, path]) => path === sheet));
      // A component that chooses among classes by a name it was given may use any of them.
      const chooses = users.some((user) =>
        importsOf(user).some(
          ([name, path]) => path === sheet && new RegExp(`\\b${name}\\[`).test(read(user)),
        ),
      );
      if (chooses) return [];
      const texts = users.map(read);
      return [...classesOf(sheet)]
        .filter((name) => !texts.some((text) => new RegExp(`\\.${name}\\b`).test(text)))
        .map((name) => `${sheet}: ${name}`);
    });
    expect(idle).toEqual([]);
  });

  it('are never written into an element as raw values', () => {
    expect(linesWith(components, /style=\{\{[^}]*(#[0-9a-f]{3,8}\b|\d+(px|rem))/i)).toEqual([]);
  });
});
