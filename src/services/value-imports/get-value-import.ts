import type { valueImportOperations } from '#contract/values/imports.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { permitSomewhere } from '#domain/access/permissions.ts';
import type { Context } from '../context.ts';
import { showImport } from './show-import.ts';

type Operation = typeof valueImportOperations.getValueImport;

/** One file of figures as it stands. */
export async function getValueImport(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  permitSomewhere(context.actor, 'import');
  return inScope(context.database, context.actor.scope, (tx) => showImport(tx, context, input.importId));
}
