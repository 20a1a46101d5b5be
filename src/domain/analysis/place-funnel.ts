import { linePath, logScaleOf, scaleOf } from './chart-scale.ts';
import type { Sheet } from './place-trend.ts';

type Limit = 'alarmLower' | 'alertLower' | 'alertUpper' | 'alarmUpper';

/** What a funnel is drawn of: territories with their people and rates, what chance brings, and the rate of the whole. */
export type FunnelFigures<Area> = {
  readonly areas: readonly Area[];
  readonly funnel: readonly (Readonly<Record<Limit, number>> & { readonly persons: number })[];
  readonly whole: { readonly value: number | null } | null;
};

export const funnelPaper: Sheet = { width: 420, height: 270, left: 54, right: 14, top: 28, bottom: 50 };

/** Where everything of a funnel lies on its paper: territories by how many people live there, between the lines of chance. */
export function placeFunnel<Area extends { readonly persons: number | null; readonly value: number | null }>(
  { areas, funnel, whole }: FunnelFigures<Area>,
  sheet: Sheet,
) {
  const dots = areas.filter(({ persons, value }) => persons !== null && value !== null);
  // Where the funnel is widest it would press all else flat.
  const wide = funnel[Math.floor(funnel.length / 4)]?.alarmUpper ?? 0;
  const x = logScaleOf(
    funnel.map(({ persons }) => persons),
    { from: sheet.left + 8, to: sheet.width - sheet.right - 8 },
  );
  const y = scaleOf([...dots.map(({ value }) => value ?? 0), wide], {
    from: sheet.height - sheet.bottom,
    to: sheet.top,
  });
  const room = Math.ceil(x.ticks.length / 5);
  const line = (limit: Limit) =>
    linePath(
      funnel.map((point) => (point[limit] > y.high ? null : [x.at(point.persons), y.at(point[limit])])),
    );
  return {
    sheet,
    x: { ...x, ticks: x.ticks.filter((_tick, index) => index % room === 0) },
    y,
    whole: whole?.value == null ? null : y.at(whole.value),
    placed: dots.map((area) => ({ area, x: x.at(area.persons ?? 1), y: y.at(area.value ?? 0) })),
    alerts: [line('alertLower'), line('alertUpper')],
    alarms: [line('alarmLower'), line('alarmUpper')],
  };
}
