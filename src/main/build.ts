import { buildWeb } from './build-web.ts';
import { readConfiguration } from './config.ts';

await buildWeb({ home: readConfiguration().home, onProgress: (step) => process.stderr.write(`… ${step}\n`) });
