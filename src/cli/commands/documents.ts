import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { getAgreementDocument } from '#services/agreements/get-agreement-document.ts';
import { withInstallation } from '../with-installation.ts';

const formats = ['docx', 'pdf'] as const;

type Options = { readonly format: string; readonly output?: string; readonly draft?: true };

/** `export agreement <id>`: the document that its page gives, beside the tables of `export`. */
export function addDocumentCommands(exporting: Command): void {
  exporting
    .command('agreement')
    .argument('<id>', 'convenio · agreement')
    .option('--draft', 'el borrador, aunque haya un texto puesto a la firma · the draft')
    .description('Escribe un convenio como PDF o DOCX · writes an agreement as PDF or DOCX')
    .action(async (agreementId: string, _own: unknown, command: Command) => {
      // Format and file are options of `export` itself, which reads them wherever they stand.
      const { format: asked, output, draft } = command.optsWithGlobals<Options>();
      const isAsked = exporting.getOptionValueSource('format') !== 'default';
      const format = isAsked ? formats.find((one) => one === asked) : 'pdf';
      if (!format) exporting.error(`--format: ${formats.join(' | ')}`);
      await withInstallation(async ({ context, configuration }) => {
        const text = draft ? 'draft' : 'latest';
        const file = await getAgreementDocument(context, { agreementId, format, text });
        const path = resolve(configuration.calledFrom, output ?? file.fileName);
        await writeFile(path, file.bytes);
        process.stdout.write(`${path}\n`);
      });
    });
}
