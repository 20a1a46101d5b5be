import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { saveTemplate } from '#database/agreements/template-store.ts';
import { inScope } from '#database/connection.ts';
import type { AgreementTemplate } from '#domain/agreements/template-schema.ts';
import { readInstruments } from '#formats/agreements/read-instruments.ts';
import { recordAll } from '../audit/record.ts';
import type { Context } from '../context.ts';

/**
 * Loads the instruments of cooperation, whatever countries an installation has: peers learn from one another's.
 * Loading them again changes nothing; an instrument whose number rose replaces the former one, and no agreement changes with it.
 */
export async function loadInstruments(context: Context, input: { readonly folder: string }): Promise<void> {
  const templates = readInstruments(await readTexts(input.folder));
  await inScope(context.database, context.actor.scope, async (tx) => {
    const saved: AgreementTemplate[] = [];
    for (const template of templates) if (await saveTemplate(tx, template)) saved.push(template);
    await recordAll(
      tx,
      context,
      saved.map((template) => ({
        operation: 'loadInstruments',
        subjectKind: 'agreement-template',
        subjectId: template.id,
        territoryId: 0,
        organisationId: null,
        before: null,
        after: { number: template.number },
      })),
    );
  });
}

async function readTexts(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(absentIsEmpty);
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  return Object.fromEntries(
    await Promise.all(paths.map(async (path) => [path, await readFile(path, 'utf8')] as const)),
  );
}

function absentIsEmpty(fault: NodeJS.ErrnoException): [] {
  if (fault.code === 'ENOENT') return [];
  throw fault;
}
