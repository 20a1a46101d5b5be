import { findOrganisationNames } from '#database/actors/organisation-views.ts';
import { inScope } from '#database/connection.ts';
import type { OutputOf } from '#contract/operation.ts';
import type { reportsOperations } from '#contract/reports/index.ts';
import type { BulletinContent } from '#domain/reports/bulletin.ts';
import type { Block, Sheet } from '#formats/documents/sheet.ts';
import { lookUp } from '../actors/look-up.ts';
import type { Context } from '../context.ts';

type Shown = {
  readonly content: BulletinContent;
  readonly sheet: Sheet;
  readonly territoryId: number;
  readonly organisationId: string | null;
};

/** A report as a page shows it. */
export async function showBulletin(context: Context, { content, sheet, territoryId, organisationId }: Shown) {
  const named = await inScope(context.database, context.actor.scope, async (tx) => {
    const names = await lookUp(tx, context, { territories: [territoryId] });
    const organisations = await findOrganisationNames(tx, [organisationId]);
    return {
      territory: names.place(territoryId),
      organisation: organisationId === null ? null : (organisations.get(organisationId) ?? null),
    };
  });
  const { kind, audience, language, quarter, cutOff, isExample } = content;
  return {
    title: sheet.title,
    kind,
    audience,
    language,
    quarter,
    cutOff,
    isExample,
    ...named,
    blocks: sheet.blocks.flatMap(showBlock),
  };
}

type ShownBlock = Exclude<
  OutputOf<typeof reportsOperations.getBulletin>,
  { bytes: unknown }
>['blocks'][number];

function showBlock(block: Block): ShownBlock[] {
  switch (block.kind) {
    case 'paragraph': {
      const look = block.look === 'note' ? ('note' as const) : ('body' as const);
      return [{ kind: 'paragraph' as const, look, text: block.runs.map(({ text }) => text).join('') }];
    }
    case 'table':
      return [
        {
          kind: 'table' as const,
          columns: block.columns.map(({ title, isNumber }) => ({ title, isNumber })),
          rows: block.rows.map((row) => [...row]),
        },
      ];
    case 'facts':
      return [
        {
          kind: 'facts' as const,
          rows: block.rows.map(([term, value]) => [term, value] as [string, string]),
        },
      ];
    case 'drawing': {
      const { width, height, marks } = block.drawing;
      return [{ ...block, drawing: { width, height, marks: marks.map(showMark) } }];
    }
    case 'signatures':
    case 'verification':
      return [];
    default:
      return [block];
  }
}

type Drawn = Extract<Block, { kind: 'drawing' }>['drawing']['marks'][number];

function showMark(mark: Drawn) {
  const point = ([x, y]: readonly [number, number]): [number, number] => [x, y];
  if (mark.kind === 'line') return { ...mark, from: point(mark.from), to: point(mark.to) };
  if (mark.kind === 'text') return { ...mark, at: point(mark.at) };
  return mark;
}
