import { describe, expect, it } from 'vitest';
import {
  judgeBackup,
  judgeClock,
  judgeDisk,
  judgeFolder,
  judgeMigrations,
  judgeNode,
  judgeRestoreTest,
  judgeSecret,
  judgeServer,
} from './examination.ts';

const now = new Date('2026-03-10T12:00:00Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const builtAt = new Date('2026-01-01T00:00:00Z');

describe('the examination of a machine', () => {
  it('asks for a Node that runs TypeScript', () => {
    expect(judgeNode('20.20.2')).toMatchObject({ code: 'node.old', state: 'failing' });
    expect(judgeNode('22.17.9').state).toBe('failing');
    expect(judgeNode('22.18.0').state).toBe('well');
    expect(judgeNode('24.1.0').state).toBe('well');
  });

  it('asks for PostgreSQL 15 or later', () => {
    expect(judgeServer(140_009)).toEqual({
      code: 'database.old',
      state: 'failing',
      values: { version: '14.9' },
    });
    expect(judgeServer(150_000).state).toBe('well');
  });

  it('tells a database that is behind from one that is ahead', () => {
    const state = { applied: [1], pending: [], unknown: [], altered: [] };
    expect(judgeMigrations(state).code).toBe('migrations.well');
    expect(judgeMigrations({ ...state, pending: ['0002-x.sql'] }).code).toBe('migrations.pending');
    expect(judgeMigrations({ ...state, pending: ['0002-x.sql'], unknown: ['0003-y.sql'] }).code).toBe(
      'migrations.newer',
    );
    expect(judgeMigrations({ ...state, altered: ['0001-x.sql'] }).state).toBe('warning');
  });

  it('warns before the disk is full', () => {
    expect(judgeDisk(100 * 1024 ** 2, '/data').code).toBe('disk.full');
    expect(judgeDisk(1024 ** 3, '/data').code).toBe('disk.low');
    expect(judgeDisk(50 * 1024 ** 3, '/data').code).toBe('disk.well');
  });

  it('does not believe a clock that is behind what already happened', () => {
    expect(judgeClock(now, now, hoursAgo(1), builtAt).code).toBe('clock.well');
    expect(judgeClock(now, now, hoursAgo(-1), builtAt).code).toBe('clock.behind');
    expect(judgeClock(new Date('1970-01-01T00:10:00Z'), null, null, builtAt).code).toBe('clock.behind');
    expect(judgeClock(now, hoursAgo(0.01), null, builtAt)).toMatchObject({
      code: 'clock.apart',
      values: { seconds: 36 },
    });
  });

  it('misses a backup only once one was due', () => {
    expect(judgeBackup(now, hoursAgo(5), null).code).toBe('backup.soon');
    expect(judgeBackup(now, hoursAgo(48), null).code).toBe('backup.never');
    const last = { madeAt: hoursAgo(20), file: '/data/backups/x', isThere: true };
    expect(judgeBackup(now, hoursAgo(480), last).code).toBe('backup.well');
    expect(judgeBackup(now, hoursAgo(480), { ...last, isThere: false }).code).toBe('backup.gone');
    expect(judgeBackup(now, hoursAgo(480), { ...last, madeAt: hoursAgo(40) }).code).toBe('backup.old');
  });

  it('counts a restore only if it succeeded', () => {
    expect(judgeRestoreTest(now, hoursAgo(5), null, null).code).toBe('restore-test.soon');
    expect(judgeRestoreTest(now, hoursAgo(480), null, null).code).toBe('restore-test.never');
    expect(judgeRestoreTest(now, hoursAgo(480), hoursAgo(20), null).code).toBe('restore-test.well');
    expect(judgeRestoreTest(now, hoursAgo(480), hoursAgo(240), null).code).toBe('restore-test.old');
    expect(judgeRestoreTest(now, hoursAgo(480), hoursAgo(20), 'damaged').state).toBe('failing');
  });

  it('wants the data where nobody else writes and the secret where nobody else reads', () => {
    const state = { exists: true, isWritable: true, mode: 0o755 };
    expect(judgeFolder('/data', state).code).toBe('folder.well');
    expect(judgeFolder('/data', { ...state, mode: 0o777 }).code).toBe('folder.open');
    expect(judgeFolder('/data', { ...state, isWritable: false }).state).toBe('failing');
    expect(judgeFolder('/data', { ...state, exists: false }).code).toBe('folder.missing');
    expect(judgeSecret('strong', '/data/secrets/seal', 0o600).state).toBe('well');
    expect(judgeSecret('strong', '/data/secrets/seal', 0o644).code).toBe('secret.open');
    expect(judgeSecret('weak', '/data/secrets/seal', null).code).toBe('secret.weak');
    expect(judgeSecret('missing', '/data/secrets/seal', null).code).toBe('secret.missing');
  });
});
