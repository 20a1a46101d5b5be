import { Refusal, type Problem } from '#domain/shared/refusal.ts';
import { EngineProblem } from '#database/embedded/index.ts';
import { ConfigurationProblem } from '#main/config.ts';
import { say } from '#words/index.ts';
import { refusalWords } from '#words/refusal-words.ts';

/** What went wrong, in words for whoever sits at the machine; a bug keeps its trace. */
export function explain(problem: unknown): string {
  if (problem instanceof Refusal) {
    const title = refusalWords('es', `refusal.${problem.code}`, problem.details.values);
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
  return refusalWords('es', `problem.${fault.code}`, fault.values);
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

/** What a server of DATABASE_URL answers to whoever may not come in, by the codes of the system and of PostgreSQL. */
const databaseFaults: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'La base de datos no responde (DATABASE_URL). · The database does not answer.',
  ENOTFOUND: 'No se encuentra el servidor de DATABASE_URL. · The server of DATABASE_URL is not found.',
  ETIMEDOUT: 'La base de datos no responde (DATABASE_URL). · The database does not answer.',
  '28P01': 'La base de datos no acepta esa contraseña (DATABASE_URL). · Wrong password in DATABASE_URL.',
  '28000': 'La base de datos no deja entrar a ese usuario (DATABASE_URL). · That user may not connect.',
  '3D000': 'Esa base de datos no existe (DATABASE_URL). · The database of DATABASE_URL does not exist.',
  '53300': 'La base de datos tiene demasiadas conexiones. · The database has too many connections.',
  '53100': 'No queda espacio en el disco de la base de datos. · The disk of the database is full.',
  '57P03': 'La base de datos está iniciando o cerrando. · The database is starting or stopping.',
};

function systemFault(problem: unknown): string | null {
  const { code, port, path } = problem as { code?: string; port?: number; path?: string };
  if (code === 'EADDRINUSE') {
    return `El puerto ${port} está ocupado. Use otro: PORT=8081 npm start. · Port ${port} is taken; choose another with PORT.`;
  }
  if (code === 'ENOENT' && path) return `No se encuentra ${path}. · Not found: ${path}.`;
  if (code === 'EACCES' && path) return `Sin permiso para ${path}. · Not allowed: ${path}.`;
  if (code === 'EISDIR' && path) return `${path} es una carpeta. · ${path} is a folder.`;
  if (code === 'EROFS') return `No se puede escribir en ${path}. · Read-only: ${path}.`;
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'No queda espacio en el disco. · The disk is full.';
  return databaseFaults[code ?? ''] ?? null;
}
