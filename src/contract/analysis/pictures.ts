import { z } from 'zod';
import { defineOperations } from '../operation.ts';
import { comparisonQuery, trendQuery } from './figures.ts';
import { askedRefusals } from './shapes.ts';

const picture = {
  method: 'GET',
  admission: 'anyone',
  response: z.unknown(),
  file: ['image/svg+xml'],
} as const;

/** Figures as pictures by an address, for pages, papers and mails that no script draws for: the same figures as the operations beside them. */
export const pictureOperations = defineOperations('analysis', {
  drawTrend: {
    ...picture,
    path: '/api/trends/chart.svg',
    summary:
      'The own past of a territory as an SVG, with its interval, targets, source and day; small numbers protected as in the figures',
    query: z.object(trendQuery),
    refusals: [...askedRefusals],
  },
  drawFunnel: {
    ...picture,
    path: '/api/comparisons/funnel.svg',
    summary:
      'Rates of territories by how many people live there, as an SVG, between the lines of what chance alone brings',
    query: z.object(comparisonQuery),
    refusals: [...askedRefusals, 'analysis.no-funnel'],
  },
  drawComparison: {
    ...picture,
    path: '/api/comparisons/map.svg',
    summary:
      'Territories by class on a map, as an SVG with its legend, source and day; hatched where no figure is shown',
    query: z.object(comparisonQuery),
    refusals: [...askedRefusals, 'territories.not-found', 'boundaries.no-map', 'boundaries.no-such-level'],
  },
});
