import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { renderSVG } from 'uqr';
import type { Block, Sheet } from './sheet.ts';
import { writeSvg } from './write-svg.ts';
import { unpackWoff } from './unpack-woff.ts';

const faces = [
  'latin-400-normal',
  'latin-400-italic',
  'latin-600-normal',
  'latin-700-normal',
  'latin-ext-400-normal',
  'latin-ext-600-normal',
];

/** The compiler and the layout: made when the first PDF is asked for, since they take memory that most processes never need. */
type Press = { readonly compiler: NodeCompiler; readonly layout: string };
let press: Promise<Press> | null = null;

async function makePress(): Promise<Press> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  const { resolve } = createRequire(import.meta.url);
  const fonts = faces.map((face) =>
    unpackWoff(readFileSync(resolve(`@fontsource/source-sans-3/files/source-sans-3-${face}.woff`))),
  );
  return {
    compiler: NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] }),
    layout: readFileSync(new URL('sheet.typ', import.meta.url), 'utf8'),
  };
}

/**
 * Writes a sheet as a tagged PDF (PDF/UA-1), with its title, language and the words for its picture.
 * What people wrote goes in as data and never as markup.
 */
export async function writePdf(sheet: Sheet): Promise<Uint8Array> {
  press ??= makePress();
  const { compiler, layout } = await press;
  const { paper, madeAt, blocks, ...rest } = sheet;
  const data = {
    ...rest,
    paper: paper === 'letter' ? 'us-letter' : 'a4',
    blocks: blocks.map(withPicture),
  };
  const result = compiler.compile({ mainFileContent: layout, inputs: { sheet: JSON.stringify(data) } });
  const document = result.result;
  if (!document) throw new Error(`typst: ${faultsOf(compiler, result)}`);
  try {
    return compiler.pdf(document, {
      pdfStandard: 'ua-1',
      creationTimestamp: Math.floor(madeAt.getTime() / 1000),
    });
  } finally {
    // What it remembers of former documents would otherwise grow with every one.
    compiler.evictCache(10);
  }
}

type DrawnBlock = { readonly kind: 'drawing'; readonly svg: string; readonly alternative: string };

function withPicture(block: Block): Block | (Block & { readonly qr: string }) | DrawnBlock {
  if (block.kind === 'drawing')
    return { kind: 'drawing', svg: writeSvg(block.drawing, 'Source Sans 3'), alternative: block.alternative };
  if (block.kind !== 'verification') return block;
  return { ...block, qr: renderSVG(block.address, { ecc: 'M', border: 1 }) };
}

function faultsOf(compiler: NodeCompiler, result: ReturnType<NodeCompiler['compile']>): string {
  const error = result.takeError();
  return error ? JSON.stringify(compiler.fetchDiagnostics(error)) : 'no document';
}
