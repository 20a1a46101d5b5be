export { asFolderProblem, EngineProblem, type EngineCode } from './engine-problem.ts';
export { startEmbedded, type Embedded, type EmbeddedOptions, type EngineStep } from './start-embedded.ts';
export { findRunning } from './find-running.ts';
export { engineVersion } from './engine-version.ts';
