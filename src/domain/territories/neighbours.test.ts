import { expect, it } from 'vitest';
import { neighboursOf } from './neighbours.ts';

it('takes areas for neighbours that share a line, whichever way it is followed', () => {
  const shapes = [
    { id: 10, arcs: [[[0, 1]]] },
    { id: 20, arcs: [[[~1, 2]], [[5]]] },
    { id: 30, arcs: [[[~2, 3]]] },
  ];
  expect(neighboursOf(shapes)).toEqual({ '10': [20], '20': [10, 30], '30': [20] });
});

it('leaves out islands, and places of which there is only a point', () => {
  expect(neighboursOf([{ id: 10, arcs: [[[0]]] }, { id: 20, arcs: [[[1]]] }, { id: 30 }])).toEqual({});
});
