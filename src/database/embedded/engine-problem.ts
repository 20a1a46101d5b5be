/** What can keep the embedded database from running. The sentence of each is `problem.<code>` in src/words/operations. */
export type EngineCode =
  | 'engine.not-installed'
  | 'engine.cannot-run'
  | 'engine.links-missing'
  | 'engine.no-user'
  | 'engine.read-only'
  | 'engine.disk-full'
  | 'engine.in-use'
  | 'engine.port-taken'
  | 'engine.other-version'
  | 'engine.password-missing'
  | 'engine.initialise-failed'
  | 'engine.start-failed'
  | 'engine.gave-up';

export type EngineValues = Readonly<Record<string, string | number>>;

/** The embedded database cannot run, for a reason that whoever started it can do something about. */
export class EngineProblem extends Error {
  readonly code: EngineCode;
  readonly values: EngineValues;

  constructor(code: EngineCode, values: EngineValues, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(values)}`, options);
    this.name = 'EngineProblem';
    this.code = code;
    this.values = values;
  }
}

const fullDisk = /No space left on device|Disk quota exceeded/;
const noWriting = /Read-only file system/;

/** Turns what the file system answered into a problem that names the folder; anything else is passed on as it was. */
export function asFolderProblem(cause: unknown, folder: string): unknown {
  if (cause instanceof EngineProblem) return cause;
  const code = (cause as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new EngineProblem('engine.disk-full', { folder }, { cause });
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM' || code === 'ENOTDIR')
    return new EngineProblem('engine.read-only', { folder }, { cause });
  return cause;
}

/** Reads what PostgreSQL itself wrote before it gave up. */
export function problemFromOutput(
  output: string,
  folder: string,
  otherwise: 'engine.initialise-failed' | 'engine.start-failed',
): EngineProblem {
  if (fullDisk.test(output)) return new EngineProblem('engine.disk-full', { folder });
  if (noWriting.test(output)) return new EngineProblem('engine.read-only', { folder });
  const said = output.trim().split('\n').slice(-6).join('\n');
  return new EngineProblem(otherwise, { folder, said });
}
