#!/usr/bin/env node
// Runs a script of the project on the Node that the project pins: node bin/run.js tests/run.ts
import { launch } from './launch.js';

const [script, ...rest] = process.argv.slice(2);
launch(script, rest);
