#!/usr/bin/env node
// Finds a Node that runs TypeScript (the one the project pins, else a current one) and hands over to src/cli/articula.ts.
import { launch } from './launch.js';

launch('src/cli/articula.ts', process.argv.slice(2));
