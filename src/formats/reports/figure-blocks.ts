import { drawColumns } from '#domain/analysis/draw-columns.ts';
import type { BulletinContent, BulletinFigure } from '#domain/reports/bulletin.ts';
import { periodWords, shortPeriodWords } from '#words/period-words.ts';
import type { Voice } from '../documents/agreement-tables.ts';
import { paragraph, type Block } from '../documents/sheet.ts';

/** What is measured: of each indicator its last figures as a chart and a table, where they come from, and what has to be said beside them. */
export function figuresBlocks({ figures }: BulletinContent, voice: Voice): Block[] {
  const { say } = voice;
  return [
    { kind: 'heading', level: 1, text: say('reports.figures') },
    ...(figures.length === 0
      ? [paragraph(say('reports.figures-none'))]
      : [
          paragraph(say('reports.figures-lead')),
          ...figures.flatMap((figure) => figureBlocks(figure, voice)),
        ]),
  ];
}

function figureBlocks(figure: BulletinFigure, voice: Voice): Block[] {
  const { say } = voice;
  const { points } = figure;
  const last = points.at(-1);
  const notes = figure.notes.map((note) => say.dynamic(`values.note.${note}`));
  return [
    { kind: 'heading', level: 2, text: `${figure.title} (${figure.unit})` },
    ...(figure.heldAt === null
      ? []
      : [paragraph(say('reports.held-at', { name: figure.heldAt }), 'leading')]),
    ...(points.length < 2 ? [] : [chartOf(figure, voice)]),
    tableOf(figure, voice),
    paragraph(
      [
        sourceWords(figure, voice),
        last ? say('reports.cut-off-of', { period: periodWords(last.period, voice) }) : '',
        ...notes,
      ]
        .filter(Boolean)
        .join(' '),
      'note',
    ),
  ];
}

/** Its figures by period; those of a sample with their interval, or with that the source publishes none. */
function tableOf(figure: BulletinFigure, voice: Voice): Block {
  const { say, format } = voice;
  const digits = Math.max(1, figure.decimals);
  const spans = ({ interval }: Point) =>
    interval
      ? `${format.number(interval[0], digits)} – ${format.number(interval[1], digits)}`
      : say('reports.no-interval');
  return {
    kind: 'table',
    columns: [
      { title: say('values.column.period'), width: 2, isNumber: false },
      { title: figure.unit, width: 3, isNumber: true },
      ...(figure.isEstimate ? [{ title: say('reports.column.interval'), width: 4, isNumber: true }] : []),
    ],
    rows: figure.points.map((point) => [
      periodWords(point.period, voice),
      saysOf(figure, point, voice),
      ...(figure.isEstimate ? [spans(point)] : []),
    ]),
    totals: [],
  };
}

type Point = BulletinFigure['points'][number];

function saysOf({ decimals }: BulletinFigure, { value, state }: Point, { say, format }: Voice): string {
  return value === null ? say.dynamic(`values.state.${state}`) : format.number(value, decimals);
}

function chartOf(figure: BulletinFigure, voice: Voice): Block {
  const { say } = voice;
  const [first, last] = [figure.points[0], figure.points.at(-1)];
  return {
    kind: 'drawing',
    drawing: drawColumns(
      figure.points.map((point) => ({
        label: shortPeriodWords(point.period, voice),
        value: point.value,
        says: point.value === null ? say.dynamic(`reports.gap.${point.state}`) : saysOf(figure, point, voice),
        interval: point.interval,
      })),
    ),
    alternative: say('reports.chart-alternative', {
      title: figure.title,
      from: periodWords(first?.period ?? '', voice),
      to: periodWords(last?.period ?? '', voice),
    }),
  };
}

function sourceWords({ source }: BulletinFigure, { say }: Voice): string {
  const publisher = source.publisher && source.title.includes(source.publisher) ? null : source.publisher;
  const parts = [source.title, publisher, source.published, source.address].filter((part) => part !== null);
  const words = say('reports.source', { source: parts.join(', ') });
  return source.verified ? words : `${words} ${say('reports.source-unverified')}`;
}
