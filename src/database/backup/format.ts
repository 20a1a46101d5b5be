// A backup is one gzipped tar, in this order:
//   backup.json                  what it is: Head
//   tables/<table>/000001.copy   rows as COPY writes them, in parts
//   anchors.log files/… secrets/…   from the data folder, as they are there
//   checksums.json               of every entry before it: Checksums. Without it the file was cut off.

export const formatNumber = 1;
export const headName = 'backup.json';
export const checksumsName = 'checksums.json';

/** Folders of the data folder that belong in a backup. The embedded database's own folder does not. */
export const savedFolders = ['files', 'secrets'] as const;
/** The witness of the audit trail: what was anchored cannot be taken back unnoticed. */
export const anchorsName = 'anchors.log';

export type TableHead = { readonly name: string; readonly columns: readonly string[] };

export type Head = {
  readonly format: number;
  readonly madeAt: string;
  readonly reason: BackupReason;
  readonly server: string;
  readonly migrations: readonly { readonly number: number; readonly name: string }[];
  readonly tables: readonly TableHead[];
};

export type TableContent = { readonly rows: string; readonly digest: string };

export type Checksums = {
  readonly entries: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>;
  readonly tables: Readonly<Record<string, TableContent>>;
  readonly sequences: Readonly<Record<string, string>>;
  /** Stored files that the database knows of and the data folder did not have. */
  readonly missingFiles: readonly string[];
};

export type BackupReason = 'daily' | 'before-migration' | 'asked' | 'before-restore';

/** Backups in the program's own folder are told apart by name: `articula-2026-03-01-030000000-daily.backup`. */
export function nameBackup(madeAt: Date, reason: BackupReason): string {
  const [day = '', time = ''] = madeAt.toISOString().split('T');
  return `articula-${day}-${time.replaceAll(/\D/g, '')}-${reason}.backup`;
}

const named = /^articula-(\d{4}-\d{2}-\d{2})-(\d{2})(\d{2})(\d{2})(?:\d{3})?-([a-z-]+)\.backup$/;

export function parseBackupName(name: string): { madeAt: Date; reason: string } | null {
  const [, day, hour, minute, second, reason] = named.exec(name) ?? [];
  if (day === undefined || reason === undefined) return null;
  const madeAt = new Date(`${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(madeAt.getTime()) ? null : { madeAt, reason };
}
