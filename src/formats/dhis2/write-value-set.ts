import { writeAdxPeriod, writeExchangePeriod } from '#domain/values/import/exchange-period.ts';
import type { Period } from '#domain/indicators/period.ts';

/** A figure as it leaves for another system: only what is a number does, unknown and protected ones stay away. */
export type ExchangedFigure = {
  readonly dataElement: string;
  readonly period: Period;
  readonly orgUnit: string;
  /** The category of each dimension; none for the whole. */
  readonly parts: Readonly<Record<string, string>>;
  readonly value: number;
  readonly comment: string | null;
};

/** The code of a crossing in another system: "age=15-17&sex=f", "default" for the whole. */
export function comboCode(parts: ExchangedFigure['parts']): string {
  const pairs = Object.entries(parts).map(([dimension, category]) => `${dimension}=${category}`);
  return pairs.toSorted().join('&') || 'default';
}

/** The code of a group, which may stand in one category only: "sex.f". */
export function optionCode(dimension: string, category: string): string {
  return `${dimension}.${category}`;
}

function fieldsOf(figure: ExchangedFigure) {
  return {
    dataElement: figure.dataElement,
    period: writeExchangePeriod(figure.period),
    orgUnit: figure.orgUnit,
    categoryOptionCombo: comboCode(figure.parts),
    attributeOptionCombo: 'default',
    value: String(figure.value),
    ...(figure.comment === null ? {} : { comment: figure.comment }),
  };
}

const schemes = {
  dataElementIdScheme: 'CODE',
  orgUnitIdScheme: 'CODE',
  categoryOptionComboIdScheme: 'CODE',
  idScheme: 'CODE',
};

/** Figures as a DHIS2 data value set in JSON. */
export function writeJsonValues(figures: readonly ExchangedFigure[]): string {
  return `${JSON.stringify({ ...schemes, dataValues: figures.map(fieldsOf) }, null, 1)}\n`;
}

const columns = ['dataElement', 'period', 'orgUnit', 'categoryOptionCombo', 'attributeOptionCombo', 'value'];

/** Figures as a DHIS2 data value set in CSV, in the order of columns that DHIS2 expects. */
export function writeCsvValues(figures: readonly ExchangedFigure[]): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const header = [...columns, 'storedBy', 'lastUpdated', 'comment'].map((name) => quoted(name.toLowerCase()));
  const lines = figures.map((figure) => {
    const fields: Record<string, string> = fieldsOf(figure);
    const cells = [...columns.map((name) => fields[name] ?? ''), '', '', fields['comment'] ?? ''];
    return cells.map(quoted).join(',');
  });
  return `${[header.join(','), ...lines].join('\n')}\n`;
}

/** Figures as a DHIS2 data value set in XML. */
export function writeXmlValues(figures: readonly ExchangedFigure[]): string {
  const lines = figures.map((figure) => `  <dataValue${attributes(fieldsOf(figure))}/>`);
  const root = attributes({ xmlns: 'http://dhis2.org/schema/dxf/2.0', ...schemes });
  return `${declaration}<dataValueSet${root}>\n${lines.join('\n')}\n</dataValueSet>\n`;
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/**
 * Figures as ADX: grouped by place and period, the group of each dimension an attribute of its name.
 * @param exportedAt the instant, as ADX wants it said
 */
export function writeAdx(figures: readonly ExchangedFigure[], exportedAt: string): string {
  const groups = Map.groupBy(figures, ({ orgUnit, period }) => `${orgUnit} ${writeAdxPeriod(period)}`);
  const written = [...groups.values()].map((inside) => {
    const [first] = inside;
    if (!first) return '';
    const group = attributes({
      dataSet: first.dataElement,
      period: writeAdxPeriod(first.period),
      orgUnit: first.orgUnit,
    });
    return `  <group${group}>\n${inside.map(adxValue).join('\n')}\n  </group>`;
  });
  const root = attributes({ xmlns: 'urn:ihe:qrph:adx:2015', exported: exportedAt });
  return `${declaration}<adx${root}>\n${written.join('\n')}\n</adx>\n`;
}

function adxValue({ dataElement, parts, value, comment }: ExchangedFigure): string {
  const groups = Object.entries(parts).map(([dimension, category]): [string, string] => [
    dimension,
    optionCode(dimension, category),
  ]);
  const written = attributes({ dataElement, value: String(value), ...Object.fromEntries(groups) });
  // A zero with a text beside it is how ADX writes a text: there the comment stays away.
  return comment === null || value === 0
    ? `    <dataValue${written}/>`
    : `    <dataValue${written}><annotation>${escaped(comment)}</annotation></dataValue>`;
}

function attributes(given: Readonly<Record<string, string>>): string {
  return Object.entries(given)
    .map(([name, text]) => ` ${name}="${escaped(text)}"`)
    .join('');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}
