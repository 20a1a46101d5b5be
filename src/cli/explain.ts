import { Refusal, type Problem } from '#domain/shared/refusal.ts';
import { EngineProblem } from '#database/embedded/index.ts';
import { ConfigurationProblem } from '#main/config.ts';
import { say } from '#words/index.ts';

/** What went wrong, in words for whoever sits at the machine; a bug keeps its trace. */
export function explain(problem: unknown): string {
  if (problem instanceof Refusal) {
    const title = say.dynamic('es', `refusal.${problem.code}`, problem.details.values);
    return [
      title,
      ...(problem.details.problems ?? []).map((fault) => `  - ${placeOf(fault)}${sentenceOf(fault)}`),
    ].join('\n');
  }
  if (problem instanceof EngineProblem) return say.dynamic('es', `problem.${problem.code}`, problem.values);
  if (problem instanceof ConfigurationProblem) return `Configuración · Settings:\n${problem.message}`;
  const known = systemFault(problem);
  if (known) return known;
  return problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
}

/** One fault of a file as a sentence. */
export function sentenceOf(fault: Problem): string {
  return say.dynamic('es', `problem.${fault.code}`, fault.values);
}

/** Where a fault stands: sheet, row, cell, field. */
export function placeOf(fault: Problem): string {
  const parts = [
    fault.sheet,
    fault.row === undefined ? undefined : `fila ${fault.row}`,
    fault.line === undefined ? undefined : `línea ${fault.line}`,
    fault.cell,
    fault.field,
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? `${parts.join(', ')}: ` : '';
}

function systemFault(problem: unknown): string | null {
  const { code, port, path } = problem as { code?: string; port?: number; path?: string };
  if (code === 'EADDRINUSE') {
    return `El puerto ${port} está ocupado. Use otro: PORT=8081 npm start. · Port ${port} is taken; choose another with PORT.`;
  }
  if (code === 'ENOENT' && path) return `No se encuentra ${path}. · Not found: ${path}.`;
  if (code === 'EACCES' && path) return `Sin permiso para ${path}. · Not allowed: ${path}.`;
  if (code === 'ECONNREFUSED') {
    return 'La base de datos no responde (DATABASE_URL). · The database does not answer.';
  }
  return null;
}
