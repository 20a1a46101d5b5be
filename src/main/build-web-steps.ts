import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build, createBuilder } from 'vite';
import type { BuildProgress } from './build-web.ts';
import { packAddresses } from './pack-addresses.ts';

// Run by buildWeb in a process of its own.

const home = fileURLToPath(new URL('../..', import.meta.url));
const clientFolder = join(home, 'build', 'client');
const tell = (step: BuildProgress) => process.send?.(step);

type Manifest = Readonly<
  Record<
    string,
    { file: string; css?: readonly string[]; imports?: readonly string[]; isEntry?: boolean; src?: string }
  >
>;

tell('bundling');
const builder = await createBuilder({
  root: home,
  configFile: join(home, 'vite.config.ts'),
  logLevel: 'warn',
});
await builder.buildApp();

const addresses = `assets/${newestAddresses()}`;
const packed = packAddresses(join(clientFolder, addresses));
if (packed) await buildAlone('src/web/addresses/give-routes.ts', addresses, packed);

tell('service-worker');
await buildServiceWorker();
// What a page without script brings along; it is no part of the web's own scripts.
await buildAlone('src/web/offline/visitor.ts', 'visitor.js');
await buildAlone('src/web/offline/visitor-picture.ts', 'picture.js');

tell('compressing');
await compressAll(clientFolder);
dropOld(join(clientFolder, 'assets'));
dropOld(join(home, 'build', 'server', 'assets'));

/** The worker is one file at the root, so that it answers for every address. */
async function buildServiceWorker(): Promise<void> {
  const files = shellFiles();
  const mark = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 16);
  const filled = { shellFiles: JSON.stringify(files), shellMark: JSON.stringify(mark) };
  await buildAlone('src/web/service-worker/service-worker.ts', 'service-worker.js', filled);
}

/** Writes one file at the root with everything that a source needs. */
async function buildAlone(source: string, file: string, define: Record<string, string> = {}): Promise<void> {
  await build({
    root: home,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define,
    build: {
      outDir: clientFolder,
      emptyOutDir: false,
      copyPublicDir: false,
      rollupOptions: { input: join(home, source), output: { format: 'iife', entryFileNames: file } },
    },
  });
}

/** What every page needs: the router, the frame, the words of both languages, styles and type. */
function shellFiles(): string[] {
  const manifest = JSON.parse(readFileSync(join(clientFolder, '.vite', 'manifest.json'), 'utf8')) as Manifest;
  const wanted = new Set<string>();
  const take = (key: string) => {
    const chunk = manifest[key];
    if (!chunk || wanted.has(`/${chunk.file}`)) return;
    wanted.add(`/${chunk.file}`);
    for (const style of chunk.css ?? []) wanted.add(`/${style}`);
    for (const imported of chunk.imports ?? []) take(imported);
  };
  for (const key of Object.keys(manifest)) {
    if (
      /entry\.client|src\/web\/root\.tsx|virtual:words\/(root|offline|home)\/|\/offline\/|home\/home\.route|^style\.css$|\.woff2$/.test(
        key,
      )
    )
      take(key);
  }
  return [...wanted, `/assets/${newestAddresses()}`].toSorted();
}

/** The table of addresses: of several builds' the one just written. */
function newestAddresses(): string {
  const folder = join(clientFolder, 'assets');
  const found = readdirSync(folder).filter((name) => /^manifest-\w+\.js$/.test(name));
  const byAge = found.toSorted((one, other) => writtenAt(join(folder, other)) - writtenAt(join(folder, one)));
  if (byAge[0] === undefined) throw new Error('the build wrote no table of addresses');
  return byAge[0];
}

function writtenAt(file: string): number {
  return statSync(file).mtimeMs;
}

/** Files of earlier builds go when no page that is still open can ask for them. */
function dropOld(folder: string): void {
  const week = 7 * 86_400_000;
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if (Date.now() - writtenAt(file) > week) rmSync(file, { recursive: true, force: true });
  }
}

async function compressAll(folder: string): Promise<void> {
  const brotli = promisify(brotliCompress);
  const zip = promisify(gzip);
  for (const file of textFiles(folder)) {
    const text = readFileSync(file);
    if (text.length < 512) continue;
    writeFileSync(`${file}.br`, await brotli(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
    writeFileSync(`${file}.gz`, await zip(text, { level: 9 }));
  }
}

function textFiles(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === '.vite' ? [] : textFiles(path);
    return /\.(js|css|svg|webmanifest|txt|json)$/.test(name) ? [path] : [];
  });
}
