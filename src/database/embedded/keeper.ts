import { recordOf } from './process-identity.ts';
import { stopProcess } from './earlier-server.ts';
import { asFolderProblem, EngineProblem } from './engine-problem.ts';
import { launch, type Running, type Server } from './supervise.ts';

const often = { times: 5, within: 60_000 };

/** Brings the server back whenever it ends without having been asked to, unless it does so again and again. */
export class Keeper {
  private readonly server: Server;
  private readonly onRecovering: () => void;
  private readonly onFailure: ((problem: EngineProblem) => void) | undefined;
  private readonly stopWithProcess = () => this.running.child.kill('SIGINT');
  private readonly deaths: number[] = [];
  private running: Running;
  private isStopping = false;
  private recovery: Promise<void> = Promise.resolve();

  constructor(
    server: Server,
    running: Running,
    told: { onRecovering(): void; onFailure?(problem: EngineProblem): void },
  ) {
    this.server = server;
    this.running = running;
    this.onRecovering = () => told.onRecovering();
    this.onFailure = told.onFailure && ((problem) => told.onFailure?.(problem));
    process.on('exit', this.stopWithProcess);
    void this.watch();
  }

  get pid(): number {
    return this.running.child.pid ?? 0;
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    process.off('exit', this.stopWithProcess);
    await this.recovery;
    const { child, ended } = this.running;
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
      await stopProcess(recordOf(child.pid));
    await ended;
  }

  private async watch(): Promise<void> {
    await this.running.ended;
    if (!this.isStopping) this.recovery = this.recover();
  }

  /** A server that dies again while it comes back has died once more; anything else that stands in its way is told. */
  private async recover(): Promise<void> {
    const { folder } = this.server;
    let last: EngineProblem | null = null;
    while (!this.isStopping) {
      this.deaths.push(performance.now());
      const times = this.deaths.filter((death) => death > performance.now() - often.within).length;
      if (times > often.times)
        return this.fail(last ?? new EngineProblem('engine.gave-up', { folder, times }));
      this.onRecovering();
      try {
        this.running = await launch(this.server);
        void this.watch();
        return;
      } catch (problem) {
        last = asEngineProblem(problem, folder);
        if (last.code !== 'engine.start-failed') return this.fail(last);
      }
    }
  }

  private fail(problem: EngineProblem): void {
    process.off('exit', this.stopWithProcess);
    if (this.onFailure) this.onFailure(problem);
    else
      setImmediate(() => {
        throw problem;
      });
  }
}

function asEngineProblem(problem: unknown, folder: string): EngineProblem {
  const known = asFolderProblem(problem, folder);
  if (known instanceof EngineProblem) return known;
  return new EngineProblem('engine.start-failed', { folder, said: String(problem) }, { cause: problem });
}
