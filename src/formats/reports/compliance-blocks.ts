import type { Drawing, DrawingTone, Mark } from '#domain/analysis/drawing.ts';
import { complianceParts, type BulletinContent, type BulletinMap } from '#domain/reports/bulletin.ts';
import type { Voice } from '../documents/agreement-tables.ts';
import { paragraph, type Block } from '../documents/sheet.ts';

/** How what was promised was kept: one sentence, what it is made of, and where, by class. */
export function complianceBlocks(content: BulletinContent, voice: Voice): Block[] {
  const { say } = voice;
  return [
    { kind: 'heading', level: 1, text: say('reports.compliance') },
    paragraph(sentenceOf(content, voice)),
    ...partsOf(content, voice),
    ...placesOf(content, voice),
    paragraph(sourceOf(content, voice), 'note'),
  ];
}

/** Where figures of the system itself come from, and up to when. */
export function sourceOf({ cutOff }: BulletinContent, { say, format }: Voice): string {
  return say('reports.source-own', { day: format.longDay(cutOff) });
}

function sentenceOf({ compliance }: BulletinContent, { say, format }: Voice): string {
  const { numerator, denominator, due } = compliance;
  if (denominator === 0) return say('reports.compliance-none');
  return say('reports.compliance-sentence', { due, share: format.percent(numerator / denominator) });
}

function partsOf({ compliance }: BulletinContent, { say, format }: Voice): Block[] {
  const told = complianceParts.filter((part) => compliance.parts[part] > 0);
  if (told.length === 0) return [];
  return [
    { kind: 'caption', text: say('reports.compliance-parts') },
    {
      kind: 'table',
      columns: [
        { title: say('reports.column.part'), width: 6, isNumber: false },
        { title: say('reports.column.count'), width: 1.5, isNumber: true },
      ],
      rows: told.map((part) => [say(`reports.part.${part}`), format.number(compliance.parts[part])]),
      totals: [],
    },
  ];
}

function placesOf({ compliance, map }: BulletinContent, voice: Voice): Block[] {
  const { say, format } = voice;
  const groups = compliance.groups.filter(({ names }) => names.length > 0);
  if (groups.length === 0) return [];
  const rows = groups.map((group) => [
    say(`reports.class.${group.class}`),
    format.number(group.names.length),
    group.class === 'none-due' ? '—' : format.list(group.names),
  ]);
  return [
    { kind: 'heading', level: 2, text: say('reports.places') },
    ...(map ? mapBlocks(map, voice) : []),
    { kind: 'caption', text: say('reports.places-table') },
    {
      kind: 'table',
      columns: [
        { title: say('reports.column.class'), width: 2.6, isNumber: false },
        { title: say('reports.column.places'), width: 1.1, isNumber: true },
        { title: say('reports.column.names'), width: 6, isNumber: false },
      ],
      rows,
      totals: [],
    },
    paragraph(say('reports.places-note'), 'note'),
  ];
}

const legend = ['high', 'middle', 'low', 'none-due'] as const;
const keyHeight = 22;

function mapBlocks(map: BulletinMap, { say }: Voice): Block[] {
  return [
    {
      kind: 'drawing',
      drawing: drawingOf(
        map,
        legend.map((one) => say(`reports.class.${one}`)),
      ),
      alternative: say('reports.map-alternative'),
    },
    paragraph(
      map.isApproximate ? say('reports.map-approximate') : say('reports.map-source', { title: map.title }),
      'note',
    ),
  ];
}

/** The areas, and under them what each shade means. */
function drawingOf(map: BulletinMap, words: readonly string[]): Drawing {
  const tone = (name: string) => `class-${name}` as DrawingTone;
  const areas = map.areas.map((area): Mark => {
    return { kind: 'path', d: area.path, tone: tone(area.class), isDashed: map.isApproximate };
  });
  const step = map.width / legend.length;
  const keys = legend.flatMap((name, index): Mark[] => {
    const x = Math.round(index * step);
    const y = map.height + 8;
    return [
      { kind: 'path', d: `M${x + 1},${y}h16v12h-16z`, tone: tone(name), isDashed: false },
      { kind: 'text', at: [x + 22, y + 11], text: words[index] ?? '', anchor: 'start', tone: 'ink' },
    ];
  });
  return { width: map.width, height: map.height + keyHeight + 4, marks: [...areas, ...keys] };
}
