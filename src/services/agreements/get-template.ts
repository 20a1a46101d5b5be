import type { documentsOperations } from '#contract/agreements/documents.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findTemplate } from '#database/agreements/template-views.ts';
import { inScope } from '#database/connection.ts';
import { refuse } from '#domain/agreements/documents-refusals.ts';
import type { AgreementTemplate } from '#domain/agreements/template-schema.ts';
import type { Context, Transaction } from '../context.ts';

type Operation = typeof documentsOperations.getTemplate;

export async function getTemplate(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, (tx) => templateOf(tx, input.templateId));
}

/** @throws Refusal `documents.template-not-found` */
export async function templateOf(tx: Transaction, id: string): Promise<AgreementTemplate> {
  const template = await findTemplate(tx, id);
  if (!template) throw refuse('documents.template-not-found');
  return template;
}
