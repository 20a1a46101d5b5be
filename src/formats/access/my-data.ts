import { strToU8, zipSync } from 'fflate';
import { say, type Language } from '#words/index.ts';

type Data = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** What is held about a person, as a page to read and as JSON for programs, in one ZIP. */
export function writeMyData(data: Data, language: Language, day: string): Uint8Array {
  const name = language === 'es' ? 'mis-datos' : 'my-data';
  return zipSync({
    [`${name}.html`]: strToU8(pageOf(data, language, day)),
    [`${name}.json`]: strToU8(JSON.stringify(data, null, 2)),
  });
}

function pageOf(data: Data, language: Language, day: string): string {
  const title = say(language, 'access.my-data-title');
  const intro = say(language, 'access.my-data-intro', { date: day });
  const parts = Object.entries(data).map(([part, rows]) => sectionOf(part, rows, language));
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(title)}</title><style>body{font:16px/1.5 sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse}td,th{text-align:start;vertical-align:top;padding:.25rem .75rem;border-bottom:1px solid}</style>
<h1>${escape(title)}</h1><p>${escape(intro)}</p>${parts.join('')}</html>`;
}

function sectionOf(part: string, rows: Data[string], language: Language): string {
  const heading = `<h2>${escape(say.dynamic(language, `access.my-data.${part}`))}</h2>`;
  const [first] = rows;
  if (!first) return `${heading}<p>${escape(say(language, 'access.my-data-none'))}</p>`;
  const columns = Object.keys(first);
  const head = columns.map((column) => `<th>${escape(column.replaceAll('_', ' '))}</th>`).join('');
  const body = rows
    .map((row) => `<tr>${columns.map((column) => `<td>${escape(textOf(row[column]))}</td>`).join('')}</tr>`)
    .join('');
  return `${heading}<table><tr>${head}</tr>${body}</table>`;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
