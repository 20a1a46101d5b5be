import type { boundariesOperations } from '#contract/boundaries.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import {
  findCurrentLayer,
  getTopology,
  type BoundaryLayerRow,
} from '#database/territories/boundary-store.ts';
import {
  averagePoints,
  findMapTerritory,
  findTerritoryById,
  listTerritoriesWithin,
  type MapCountry,
  type MapTerritory,
} from '#database/territories/map-views.ts';
import { refuse } from '#domain/territories/boundary-refusals.ts';
import { parseReference, referenceOf } from '#domain/territories/references.ts';
import { refuse as refuseTerritory } from '#domain/territories/refusals.ts';
import type { AreaTopology } from '#formats/boundaries/build-topology.ts';
import {
  drawAreas,
  drawPoint,
  frameAround,
  frameHeight,
  type DrawnArea,
} from '#formats/boundaries/draw-map.ts';
import { widen, type Box } from '#formats/boundaries/geometry.ts';
import type { Context, Transaction } from '../context.ts';
import { todayOf } from '../today.ts';
import { frameOf, getMapCountry } from './country-of-maps.ts';

type Operation = typeof boundariesOperations.getMap;
type CountryMap = OutputOf<Operation>;

/** A map of what lies within a territory, drawn for a size. The lowest territories are shown among their neighbours. */
export async function getMap(context: Context, input: InputOf<Operation>): Promise<CountryMap> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const today = await todayOf(tx, context, input.reference);
    const asked = parseReference(input.reference);
    if (!asked) throw refuseTerritory('territories.not-found');
    const country = await getMapCountry(tx, asked.country);
    const territory = await findMapTerritory(tx, country.code, asked.code ?? country.code);
    if (!territory) throw refuseTerritory('territories.not-found');
    const subject = await chooseSubject(tx, { country, territory, today, level: input.level ?? null });
    const layer = await findCurrentLayer(tx, country.code, subject.level);
    if (!layer)
      throw refuse('boundaries.no-map', { values: { reference: input.reference, level: subject.level } });
    const drawing = await draw(tx, {
      country,
      layer,
      subject,
      width: input.width,
      height: input.height ?? null,
    });
    return showMap(country, layer, subject, drawing);
  });
}

type Subject = {
  readonly root: MapTerritory;
  readonly level: number;
  readonly shown: readonly MapTerritory[];
};

async function chooseSubject(
  tx: Transaction,
  asked: { country: MapCountry; territory: MapTerritory; today: string; level: number | null },
): Promise<Subject> {
  const { country, territory, today } = asked;
  const within = (root: MapTerritory, level: number) =>
    listTerritoriesWithin(tx, country.code, today, { level, first: root.id, last: root.lastId });
  if (asked.level !== null && asked.level < territory.level) {
    throw refuse('boundaries.no-such-level', { values: { level: asked.level } });
  }
  const level = asked.level ?? territory.level + 1;
  const shown = await within(territory, level);
  if (shown.length > 0) return { root: territory, level, shown };
  const parent =
    territory.parentId === null
      ? undefined
      : await findTerritoryById(tx, country.code, today, territory.parentId);
  if (asked.level !== null || !parent) throw refuse('boundaries.no-such-level', { values: { level } });
  return { root: parent, level: territory.level, shown: await within(parent, territory.level) };
}

type Drawing = { readonly areas: readonly DrawnArea[]; readonly width: number; readonly height: number };
type Order = {
  readonly country: MapCountry;
  readonly layer: BoundaryLayerRow;
  readonly subject: Subject;
  readonly width: number;
  readonly height: number | null;
};

const world: Box = { west: -180, south: -80, east: 180, north: 80 };
const margin = 0.03;

/** Drawings that were asked for lately. A layer never changes, so its id says whether a drawing still holds. */
const drawings = new Map<string, Drawing>();
const mostDrawings = 80;

async function draw(tx: Transaction, { country, layer, subject, width, height }: Order): Promise<Drawing> {
  const ids = new Set(subject.shown.map((territory) => territory.id));
  const key = JSON.stringify([
    layer.id,
    country.frame,
    country.packVersion,
    width,
    height,
    subject.root.id,
    [...ids],
  ]);
  const known = drawings.get(key);
  if (known) return known;
  const topology = (await getTopology(tx, layer.id)) as AreaTopology;
  const countryFrame = frameOf(country);
  const isWhole = subject.root.parentId === null;
  const around = isWhole && countryFrame ? countryFrame : frameAround(topology, ids, countryFrame ?? world);
  const frame = around && !(isWhole && countryFrame) ? widen(around, margin, 0.005) : (around ?? world);
  const size = { width, height: height ?? frameHeight(frame, width) };
  const drawn = drawAreas(topology, frame, size.width, size.height, ids);
  const shaped = new Set(drawn.map((area) => area.territoryId));
  const missing = subject.shown.map(({ id }) => id).filter((id) => !shaped.has(id));
  const dots = (await averagePoints(tx, missing)).map(({ id, longitude, latitude }) =>
    drawPoint(id, [longitude, latitude], frame, size),
  );
  const drawing = { areas: [...drawn, ...dots], ...size };
  const oldest = drawings.size >= mostDrawings ? drawings.keys().next().value : undefined;
  if (oldest !== undefined) drawings.delete(oldest);
  drawings.set(key, drawing);
  return drawing;
}

function showMap(
  country: MapCountry,
  layer: BoundaryLayerRow,
  { root, level, shown }: Subject,
  drawing: Drawing,
): CountryMap {
  const byId = new Map(shown.map((territory) => [territory.id, territory]));
  const drawn = new Set(drawing.areas.map((area) => area.territoryId));
  const { id, approximate, title, licence, note, source } = layer;
  return {
    reference: referenceOf(country.code, root.code),
    country: country.code,
    level,
    width: drawing.width,
    height: drawing.height,
    layer: {
      id,
      level: layer.level,
      approximate,
      title,
      licence,
      note,
      source,
      loadedAt: layer.loadedAt.toISOString(),
    },
    areas: drawing.areas.flatMap(({ territoryId, path, isDot, at }) => {
      const territory = byId.get(territoryId);
      if (!territory) return [];
      const { name, kind, code } = territory;
      return [
        {
          reference: referenceOf(country.code, code),
          name,
          kind,
          path,
          isDot,
          at: [at[0], at[1]] as [number, number],
        },
      ];
    }),
    withoutShape: shown
      .filter((territory) => !drawn.has(territory.id))
      .map(({ name, code }) => ({ reference: referenceOf(country.code, code), name })),
  };
}
