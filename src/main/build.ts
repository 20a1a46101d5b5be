import { buildWeb } from './build-web.ts';

await buildWeb({ onProgress: (step) => process.stderr.write(`… ${step}\n`) });
