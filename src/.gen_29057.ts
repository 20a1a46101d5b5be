import { migrate } from '/work/trees/handover/src/database/migrate.ts';
await migrate('postgres://articula@127.0.0.1:54329/gen_29057');
