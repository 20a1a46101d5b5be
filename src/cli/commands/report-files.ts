import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { bulletinAudiences, bulletinKinds } from '#domain/reports/bulletin.ts';
import { draftBulletin } from '#services/reports/draft-bulletin.ts';
import { withInstallation } from '../with-installation.ts';

const formats = ['pdf', 'docx'] as const;

type Options = {
  readonly format: string;
  readonly output?: string;
  readonly kind: string;
  readonly audience: string;
  readonly organisation?: string;
  readonly quarter?: string;
};

/** `export report <territory>`: the report that its page shows, with the figures of this moment. */
export function addReportCommands(exporting: Command): void {
  exporting
    .command('report')
    .argument('<territory>', 'país o territorio, PA o PA-0810 · country or territory')
    .option('--kind <kind>', bulletinKinds.join(' | '), 'national')
    .option('--organisation <id>', 'institución · institution')
    .option('--quarter <quarter>', '2026-Q3')
    .option('--audience <audience>', bulletinAudiences.join(' | '), 'public')
    .description('Escribe un informe como PDF o DOCX · writes a report as PDF or DOCX')
    .action(async (territory: string, _own: unknown, command: Command): Promise<void> => {
      // Format and file are options of `export` itself, which reads them wherever they stand.
      const { format: asked, output, organisation, quarter, ...given } = command.optsWithGlobals<Options>();
      const isAsked = exporting.getOptionValueSource('format') !== 'default';
      const format = isAsked ? formats.find((one) => one === asked) : 'pdf';
      const kind = bulletinKinds.find((one) => one === given.kind);
      const audience = bulletinAudiences.find((one) => one === given.audience);
      if (!format) return exporting.error(`--format: ${formats.join(' | ')}`);
      if (!kind) return exporting.error(`--kind: ${bulletinKinds.join(' | ')}`);
      if (!audience) return exporting.error(`--audience: ${bulletinAudiences.join(' | ')}`);
      return withInstallation(async ({ context, configuration }) => {
        const file = await draftBulletin(context, {
          territory,
          kind,
          audience,
          format,
          organisation,
          quarter,
        });
        if (!('bytes' in file)) throw new TypeError('a report as a file has bytes');
        const path = resolve(configuration.calledFrom, output ?? file.fileName);
        await writeFile(path, file.bytes);
        process.stdout.write(`${path}\n`);
      });
    });
}
