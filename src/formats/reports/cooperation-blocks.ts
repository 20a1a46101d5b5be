import type { BulletinContent } from '#domain/reports/bulletin.ts';
import { periodWords } from '#words/period-words.ts';
import type { Voice } from '../documents/agreement-tables.ts';
import { paragraph, type Block } from '../documents/sheet.ts';
import { sourceOf } from './compliance-blocks.ts';

const column = (title: string, width: number, isNumber = false) => ({ title, width, isNumber });

/** Commitments that are late by the rule, as far as this report's readers may be told. */
export function lateBlocks(content: BulletinContent, voice: Voice): Block[] {
  const { say, format } = voice;
  const { late, audience } = content;
  const rows = late.items.map((one) => [
    one.what,
    `${one.obligor}\n${one.territory}`,
    format.day(one.dueOn),
    format.number(one.days),
  ]);
  return [
    { kind: 'heading', level: 1, text: say('reports.late') },
    paragraph(say(`reports.late-lead.${audience}`)),
    ...(rows.length === 0
      ? [paragraph(say('reports.late-none'))]
      : [
          {
            kind: 'table',
            columns: [
              column(say('reports.column.commitment'), 5),
              column(say('reports.column.obligor'), 3),
              column(say('reports.column.due'), 1.6),
              column(say('reports.column.days'), 1.3, true),
            ],
            rows,
            totals: [],
          } as const,
          paragraph(
            [late.isMore ? say('reports.late-more', { shown: rows.length }) : '', sourceOf(content, voice)]
              .join(' ')
              .trim(),
            'note',
          ),
        ]),
  ];
}

/** Agreements whose last day is near. */
export function endingBlocks(content: BulletinContent, voice: Voice): Block[] {
  const { say, format } = voice;
  const { ending } = content;
  const rows = ending.items.map((one) => [
    one.number === null ? one.title : `${one.title}\n${one.number}`,
    format.list(one.parties),
    format.day(one.endsOn),
  ]);
  return [
    { kind: 'heading', level: 1, text: say('reports.ending') },
    paragraph(say('reports.ending-count', { count: ending.count })),
    ...(rows.length === 0
      ? []
      : [
          {
            kind: 'table',
            columns: [
              column(say('reports.column.agreement'), 4),
              column(say('reports.column.parties'), 5),
              column(say('reports.column.ends'), 1.6),
            ],
            rows,
            totals: [],
          } as const,
          paragraph(sourceOf(content, voice), 'note'),
        ]),
  ];
}

/** How complete and timely what was to be reported is. */
export function cyclesBlocks(content: BulletinContent, voice: Voice): Block[] {
  const { cycles } = content;
  if (cycles === null) return [];
  const { say, format } = voice;
  const number = (value: number) => format.number(value);
  return [
    { kind: 'heading', level: 1, text: say('reports.cycles') },
    ...(cycles.length === 0
      ? [paragraph(say('reports.cycles-none'))]
      : [
          {
            kind: 'table',
            columns: [
              column(say('reports.column.cycle'), 4),
              column(say('reports.column.due'), 1.7),
              column(say('reports.column.expected'), 1.4, true),
              column(say('reports.column.sent'), 1.4, true),
              column(say('reports.column.in-time'), 1.5, true),
              column(say('reports.column.approved'), 1.5, true),
            ],
            rows: cycles.map((one) => [
              `${one.title} (${periodWords(one.period, { say, format })})`,
              format.day(one.dueOn),
              number(one.expected),
              number(one.sent),
              number(one.inTime),
              number(one.approved),
            ]),
            totals: [],
          } as const,
          paragraph(sourceOf(content, voice), 'note'),
        ]),
  ];
}
