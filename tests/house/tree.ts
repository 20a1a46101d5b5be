import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const home = fileURLToPath(new URL('../..', import.meta.url));

/** Folders that are made, not written. */
const made = new Set(['node_modules', 'build', 'coverage']);

/** Every file of the project under a folder, by its path from the project's own folder, in order. */
export function listFiles(folder: string): readonly string[] {
  return readdirSync(join(home, folder), { withFileTypes: true })
    .filter(({ name }) => !made.has(name) && !name.startsWith('.'))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? listFiles(path) : [path];
    })
    .toSorted();
}

/** The text of a file of the project. */
export function read(path: string): string {
  return readFileSync(join(home, path), 'utf8');
}

/** The sources of the product itself: TypeScript under src that is no test and not written by a program. */
export const sources: readonly string[] = listFiles('src').filter(
  (path) => /\.tsx?$/.test(path) && !isTest(path) && path !== 'src/database/schema.ts',
);

export const tests: readonly string[] = [...listFiles('src'), ...listFiles('tests')].filter(isTest);

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path);
}

/** `signAgreement` as its file is called: `sign-agreement`. */
export function kebab(name: string): string {
  return name.replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}

/** A source without its comments, line for line, so that a rule judges what runs and not what is said about it. */
export function withoutComments(text: string): string {
  return text
    .replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ''))
    .replaceAll(/(^|[\s;{}(),])\/\/[^\n]*/g, '$1');
}

/** Every line of some files that a pattern finds, as `path:line: text`. */
export function linesWith(
  paths: readonly string[],
  pattern: RegExp,
  prepare = (text: string) => text,
): string[] {
  return paths.flatMap((path) =>
    prepare(read(path))
      .split('\n')
      .flatMap((line, index) =>
        pattern.test(line) ? [`${path}:${index + 1}: ${line.trim().slice(0, 120)}`] : [],
      ),
  );
}

/** The name of a file without its folders. */
export function nameOf(path: string): string {
  return basename(path);
}

/** A path from a file to another, as the project counts them. */
export function resolveFrom(file: string, target: string): string {
  return relative(home, join(home, file, '..', target))
    .split(sep)
    .join('/');
}
