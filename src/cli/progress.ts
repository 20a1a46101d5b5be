import { say } from '#words/index.ts';

/** Prints each step of something long as a line: "… Preparando la base de datos". */
export function stepReporter(): (step: string) => void {
  return (step) => {
    const key = `step.${step}`;
    const words = say.dynamic('es', key);
    process.stderr.write(words === key ? `${step}\n` : `… ${words}\n`);
  };
}

type Running = { readonly failure: Promise<Error>; stop(): Promise<void> };

const signals = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Starts something and keeps it running until Ctrl-C or a stop signal, then closes everything in order.
 * A signal that comes while it is still starting ends the process at once: nothing of it is left running.
 * @throws what it failed of, when it cannot go on by itself
 */
export async function keepRunning(start: () => Promise<Running>): Promise<void> {
  const asked = Promise.withResolvers<null>();
  let isStarting = true;
  for (const [signal, status] of Object.entries(signals)) {
    process.on(signal, () => {
      if (isStarting) process.exit(status);
      asked.resolve(null);
    });
  }
  const running = await start();
  isStarting = false;
  const failure = await Promise.race([asked.promise, running.failure]);
  process.stderr.write('… Cerrando\n');
  await running.stop();
  if (failure !== null) throw failure;
}
