import type { Given } from '../api.ts';
import { textOf } from '../api.ts';

type Sections = Given<'createReportForm'>['body']['sections'];
type Item = Sections[number]['items'][number];

/** The sections of a form as its rows say them: a row without a title of its own belongs to the section above. */
export function sectionsOfForm(form: FormData): Sections {
  const rows = Number(textOf(form, 'rows'));
  const sections: { title: string; items: Item[] }[] = [];
  for (let row = 0; row < rows; row += 1) {
    const item = itemOf(form, row);
    const title = textOf(form, `section:${row}`);
    const last = sections.at(-1);
    if (item === null) continue;
    if (title !== '' || !last) sections.push({ title: title || textOf(form, 'title') || '–', items: [item] });
    else last.items.push(item);
  }
  return sections;
}

function itemOf(form: FormData, row: number): Item | null {
  const what = textOf(form, `what:${row}`);
  if (what === '') return null;
  const [mark, named] = [what.slice(0, 2), what.slice(2)];
  const indicator = mark === 'q:' ? undefined : named;
  const label = textOf(form, `label:${row}`);
  const by = textOf(form, `by:${row}`);
  const choices = textOf(form, `choices:${row}`)
    .split(';')
    .map((text) => text.trim())
    .filter(Boolean);
  return {
    kind: mark === 'i:' ? 'indicator' : mark === 'c:' ? 'computed' : (named as Item['kind']),
    ...(indicator === undefined ? {} : { indicator }),
    ...(label === '' ? {} : { label }),
    required: form.has(`required:${row}`),
    low: numberOf(form, `low:${row}`),
    high: numberOf(form, `high:${row}`),
    by: indicator !== undefined && by !== '' ? [by] : [],
    choices: choices.map((text, index) => ({ key: `o${index + 1}`, label: text })),
  };
}

function numberOf(form: FormData, name: string): number | null {
  const text = textOf(form, name).replace(',', '.');
  const number = Number(text);
  return text === '' || Number.isNaN(number) ? null : number;
}
