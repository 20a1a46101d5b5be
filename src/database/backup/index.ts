export { verifyBackup } from './archive.ts';
export { compareContent, type Difference } from './content.ts';
export { nameBackup, type BackupReason } from './format.ts';
export { keepBackups } from './keep-backups.ts';
export { restoreBackup, type RestoreRequest, type RestoreSummary } from './restore-backup.ts';
export { testRestore } from './test-restore.ts';
export { writeBackup, type BackupRequest, type BackupSummary } from './write-backup.ts';
