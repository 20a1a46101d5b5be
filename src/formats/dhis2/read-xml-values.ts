import { SaxesParser, type SaxesTagNS } from 'saxes';
import { exchangedValue, type ExchangedValue, type SharedParts } from './exchanged-value.ts';
import { refuse } from './refusals.ts';

/** A value with the text that stands inside its element: in ADX a remark, or the value itself where it is a text. */
export type XmlValue = ExchangedValue & { readonly annotation: string };

const deepest = 12;
const mostAttributes = 60;
/** So much text may stand between one sign of structure and the next. */
const longestPart = 200_000;

/**
 * The values of a DHIS2 data value set in XML, or of ADX, whatever prefix their namespace has. Document types are refused: nothing that the
 * file itself declares is ever unfolded.
 * @throws {Refusal} `dhis2.unreadable` with the line, `dhis2.declares-entities`, `dhis2.too-deep`, `dhis2.too-long`, `dhis2.not-values`
 */
export async function* readXmlValues(text: AsyncIterable<string>): AsyncGenerator<XmlValue> {
  const reader = new XmlValues();
  for await (const piece of text) yield* reader.take(piece);
  yield* reader.end();
}

class XmlValues {
  readonly #parser = new SaxesParser({ xmlns: true, position: true });
  readonly #ready: XmlValue[] = [];
  #depth = 0;
  #attributes = 0;
  #lastSign = 0;
  #root = '';
  #shared: SharedParts = {};
  #open: ExchangedValue | null = null;
  #annotation = '';

  constructor() {
    const parser = this.#parser;
    parser.on('doctype', () => {
      throw refuse('dhis2.declares-entities');
    });
    parser.on('error', () => this.#fail('dhis2.unreadable'));
    parser.on('attribute', () => {
      this.#attributes += 1;
      if (this.#attributes > mostAttributes) this.#fail('dhis2.too-long');
      this.#seen();
    });
    parser.on('comment', () => this.#seen());
    parser.on('processinginstruction', () => this.#seen());
    parser.on('opentag', (tag) => this.#begin(tag));
    parser.on('text', (written) => {
      if (this.#open) this.#annotation += written;
      this.#seen();
    });
    parser.on('cdata', (written) => {
      if (this.#open) this.#annotation += written;
      this.#seen();
    });
    parser.on('closetag', (tag) => this.#finish(tag));
  }

  *take(piece: string): Generator<XmlValue> {
    this.#parser.write(piece);
    if (this.#parser.position - this.#lastSign > longestPart) this.#fail('dhis2.too-long');
    yield* this.#ready.splice(0);
  }

  *end(): Generator<XmlValue> {
    this.#parser.close();
    yield* this.#ready.splice(0);
  }

  #seen(): void {
    this.#lastSign = this.#parser.position;
  }

  #fail(code: 'dhis2.unreadable' | 'dhis2.too-deep' | 'dhis2.too-long'): never {
    throw refuse(code, { values: { line: this.#parser.line } });
  }

  #begin(tag: SaxesTagNS): void {
    this.#seen();
    this.#attributes = 0;
    this.#depth += 1;
    if (this.#depth > deepest) this.#fail('dhis2.too-deep');
    const given = textsOf(tag);
    if (this.#depth === 1) this.#beginRoot(tag.local, given);
    else if (tag.local === 'group' && this.#root === 'adx')
      this.#shared = { ...sharedOf(given), attributeOptionCombo: comboOf(given, 'attributeOptionCombo') };
    else if (tag.local === 'dataValue') this.#beginValue(given);
  }

  #beginRoot(root: string, given: Texts): void {
    if (root !== 'dataValueSet' && root !== 'adx')
      throw refuse('dhis2.not-values', { values: { found: `<${root.slice(0, 60)}>` } });
    this.#root = root;
    this.#shared = root === 'dataValueSet' ? sharedOf(given) : {};
  }

  #beginValue(given: Texts): void {
    const combo = this.#root === 'adx' ? comboOf(given, 'categoryOptionCombo') : given['categoryOptionCombo'];
    this.#open = exchangedValue({ ...given, categoryOptionCombo: combo }, this.#shared);
    this.#annotation = '';
  }

  #finish(tag: SaxesTagNS): void {
    this.#seen();
    this.#depth -= 1;
    if (tag.local !== 'dataValue' || !this.#open) return;
    const annotation = this.#annotation.trim();
    const comment = this.#open.comment || annotation;
    this.#ready.push({ ...this.#open, comment, annotation });
    this.#open = null;
  }
}

type Texts = Readonly<Record<string, string | undefined>>;

// Attributes of other namespaces say nothing of values.
function textsOf({ attributes }: SaxesTagNS): Texts {
  return Object.fromEntries(
    Object.values(attributes)
      .filter(({ prefix, local }) => prefix === '' && local !== 'xmlns')
      .map(({ local, value }) => [local, value]),
  );
}

function sharedOf({ period, orgUnit, attributeOptionCombo }: Texts): SharedParts {
  return {
    ...(period === undefined ? {} : { period }),
    ...(orgUnit === undefined ? {} : { orgUnit }),
    ...(attributeOptionCombo === undefined ? {} : { attributeOptionCombo }),
  };
}

const ownOfAdx = new Set([
  'dataElement',
  'value',
  'categoryOptionCombo',
  'attributeOptionCombo',
  'orgUnit',
  'period',
  'dataSet',
  'completeDate',
  'comment',
]);

// ADX may name each group by an attribute of its own: Sex_category="F" Age_category="under5".
function comboOf(given: Texts, own: string): string {
  const named = Object.entries(given).filter(([name]) => !ownOfAdx.has(name));
  return given[own] ?? named.map(([name, text]) => `${name}=${text}`).join('&');
}
