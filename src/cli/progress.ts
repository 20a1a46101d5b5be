import { say } from '#words/index.ts';

/** Prints each step of something long as a line: "… Preparando la base de datos". */
export function stepReporter(): (step: string) => void {
  return (step) => {
    const key = `step.${step}`;
    const words = say.dynamic('es', key);
    process.stderr.write(words === key ? `${step}\n` : `… ${words}\n`);
  };
}

/** Waits for Ctrl-C or a stop signal, then closes everything in order. */
export async function untilStopped(running: { stop(): Promise<void> }): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
  process.stderr.write('… Cerrando\n');
  await running.stop();
}
