import { Graph, layout } from '@dagrejs/dagre';
import type { Answer } from '../api.ts';

type Waiting = Answer<'getWaiting'>;
type Point = { readonly x: number; readonly y: number };

/** Where each party and each line between two stands in the picture. */
export type Layout = {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly {
    readonly id: string;
    readonly lines: readonly string[];
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
  readonly arrows: readonly {
    readonly key: string;
    readonly points: readonly Point[];
    readonly count: number;
    readonly late: number;
  }[];
};

const lineHeight = 18;
const letter = 8;

/** Places the parties in layers: whoever waits to the left of whom they wait on. Done on the server, so that no layout code travels. */
export function layOut({ parties, waits }: Waiting): Layout {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 24, ranksep: 96, marginx: 8, marginy: 8 });
  graph.setDefaultEdgeLabel(() => ({}));
  const texts = new Map(parties.map(({ id, name }) => [id, wrapped(name)]));
  for (const [id, lines] of texts) {
    const width = Math.max(...lines.map((text) => text.length)) * letter + 24;
    graph.setNode(id, { width, height: lines.length * lineHeight + 16 });
  }
  for (const { waiting, waitedOn } of waits)
    graph.setEdge(waiting, waitedOn, { width: 96, height: 28, labelpos: 'c' });
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return {
    width,
    height,
    boxes: parties.map(({ id }) => {
      const box = graph.node(id) as { x: number; y: number; width: number; height: number };
      return { id, lines: texts.get(id) ?? [], x: box.x, y: box.y, width: box.width, height: box.height };
    }),
    arrows: waits.map(({ waiting, waitedOn, count, late }) => {
      const { points } = graph.edge(waiting, waitedOn) as { points: Point[] };
      return { key: `${waiting} ${waitedOn}`, points, count, late };
    }),
  };
}

/** A name in lines of about twenty letters. */
function wrapped(name: string): string[] {
  const lines: string[] = [''];
  for (const word of name.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + word.length > 20) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}
