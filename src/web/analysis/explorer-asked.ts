import { axes, type Axis } from '#domain/analysis/pivot.ts';
import { isPeriodKind, parsePeriod, type PeriodKind } from '#domain/indicators/period.ts';

export const looks = ['tabla', 'grafica', 'mapa'] as const;

export type Look = (typeof looks)[number];

/** What an address of the explorer asks for: `?indicador=HOM&territorio=PA&nivel=1&desde=2020&hasta=2024&cada=year&por=sex&columnas=period&ver=mapa`. */
export type ExplorerAsked = {
  readonly indicators: readonly string[];
  readonly territory: string | null;
  readonly level: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly period: PeriodKind | undefined;
  readonly by: string | undefined;
  readonly across: Axis;
  readonly look: Look;
};

/** Reads an address; what it does not understand asks for nothing. */
export function explorerAsked(address: string): ExplorerAsked {
  const asked = new URL(address).searchParams;
  const text = (name: string) => asked.get(name)?.trim() || undefined;
  const periodText = (name: string) => {
    const given = text(name);
    return given !== undefined && parsePeriod(given) ? given : undefined;
  };
  const period = text('cada');
  const indicators = asked
    .getAll('indicador')
    .map((code) => code.trim().toUpperCase())
    .filter((code) => /^[A-Z0-9][A-Z0-9._-]{0,39}$/.test(code));
  return {
    indicators: [...new Set(indicators)].slice(0, 5),
    territory: text('territorio') ?? null,
    level: text('nivel'),
    from: periodText('desde'),
    to: periodText('hasta'),
    period: period !== undefined && isPeriodKind(period) ? period : undefined,
    by: text('por'),
    across: axes.find((axis) => axis === text('columnas')) ?? 'period',
    look: looks.find((look) => look === text('ver')) ?? 'tabla',
  };
}

/** The same, as an address holds it. */
export function queryOf(asked: ExplorerAsked, territory: string): string {
  const query = new URLSearchParams();
  for (const code of asked.indicators) query.append('indicador', code);
  const rest = {
    territorio: territory,
    nivel: asked.level,
    desde: asked.from,
    hasta: asked.to,
    cada: asked.period,
    por: asked.by,
    columnas: asked.across,
    ver: asked.look,
  };
  for (const [name, value] of Object.entries(rest)) if (value) query.set(name, value);
  return query.toString();
}
