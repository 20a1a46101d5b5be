import { createHash } from 'node:crypto';
import type { Operation } from '#contract/operation.ts';
import { refusalKinds } from '#services/refusal-kinds.ts';
import { sentences, voiceOf, type Language, type Say } from '#words/index.ts';
import { statusOfKind } from '../problem.ts';
import { exampleOf } from './example-of.ts';
import { asHtml, escape, markup, type Html } from './markup.ts';
import { outlineOf } from './outline-of.ts';
import { referenceStyle } from './reference-style.ts';
import { answerRows, bodyRows, parameterRows, type SchemaRow } from './schema-rows.ts';

/** Refusals that the edge itself may give, whatever the operation. */
const everywhere = [
  'shared.invalid',
  'shared.signed-out',
  'shared.forbidden',
  'shared.not-found',
  'shared.too-large',
  'shared.unsupported-media',
  'shared.too-many',
  'shared.cross-site',
] as const;

const styleHash = createHash('sha256').update(referenceStyle).digest('base64');

/** The policy under which the page is sent: no script at all, and the one style that it carries. */
export const referencePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${styleHash}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The API as a page that people read: without scripts, and printable. */
export function renderReference(
  operations: readonly Operation[],
  about: { readonly version: string; readonly origin: string; readonly language: Language },
): string {
  const say = voiceOf(about.language);
  const other = about.language === 'es' ? 'en' : 'es';
  const rooms = [...new Set(operations.map(({ room }) => room))];
  const page = markup`<!doctype html>
<html lang="${about.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say('reference.title')}</title>
<style>${asHtml(referenceStyle)}</style>
</head>
<body>
<header>
<h1>${say('reference.title')}</h1>
<p>${say('reference.about', { version: about.version })} <a href="/api/openapi.json"><code>/api/openapi.json</code></a>.</p>
<p><a href="?language=${other}" hreflang="${other}" lang="${other}">${say('reference.other-language')}</a></p>
</header>
<main>
${renderBeginning(say, about.origin)}
${renderRules(say)}
<nav aria-labelledby="contents">
<h2 id="contents">${say('reference.contents')}</h2>
${rooms.map((room) => renderContents(say, room, operations))}
</nav>
${rooms.map((room) => renderRoom(say, room, operations, about.origin))}
</main>
</body>
</html>
`;
  return page.text;
}

function renderBeginning(say: Say, origin: string): Html {
  return markup`<section aria-labelledby="begin">
<h2 id="begin">${say('reference.begin')}</h2>
<p>${say('reference.begin-public')}</p>
<pre tabindex="0"><code>curl ${origin}/api/health</code></pre>
<p>${say('reference.begin-token')}</p>
<pre tabindex="0"><code>curl -H 'Authorization: Bearer …' ${origin}/api/import-runs</code></pre>
<p>${say('reference.language')}</p>
</section>`;
}

function renderRules(say: Say): Html {
  return markup`<section aria-labelledby="rules">
<h2 id="rules">${say('reference.rules')}</h2>
<ul>
<li>${say('reference.rule-codes')}</li>
<li>${say('reference.rule-pages')}</li>
<li>${say('reference.rule-versions')}</li>
<li>${say('reference.rule-repetition')}</li>
<li>${say('reference.rule-refusals')}</li>
</ul>
<h3>${say('reference.everywhere')}</h3>
${renderRefusals(say, everywhere)}
</section>`;
}

function renderContents(say: Say, room: string, operations: readonly Operation[]): Html {
  const own = operations.filter((operation) => operation.room === room);
  return markup`<h3>${roomName(say, room)}</h3>
<ul class="contents">
${own.map(
  ({
    id,
    method,
    path,
    summary,
  }) => markup`<li><span class="method">${method}</span> <a href="#${id}"><code>${path}</code></a>
<span lang="en">${summary}</span></li>
`,
)}</ul>`;
}

function renderRoom(say: Say, room: string, operations: readonly Operation[], origin: string): Html {
  const own = operations.filter((operation) => operation.room === room);
  return markup`<section aria-labelledby="room-${room}">
<h2 id="room-${room}">${roomName(say, room)}</h2>
${own.map((operation) => renderOperation(say, operation, origin))}
</section>`;
}

function renderOperation(say: Say, operation: Operation, origin: string): Html {
  const { id, method, path, summary, description, refusals } = operation;
  const admission = say(operation.admission === 'anyone' ? 'reference.anyone' : 'reference.signed-in');
  const marks = [id, admission, ...(operation.versioned ? [say('reference.versioned')] : [])].join(' · ');
  const sent = [...parameterRows(operation), ...bodyRows(operation)];
  return markup`<article id="${id}">
<h3><span class="method">${method}</span> <code>${path}</code></h3>
<p lang="en">${summary}${description ? `. ${description}` : ''}</p>
<p class="marks">${marks}</p>
${operation.bytes ? markup`<p>${say('reference.file-sent', { types: operation.bytes.join(', ') })}</p>` : ''}
${sent.length > 0 ? markup`<h4>${say('reference.sent')}</h4>${renderRows(say, sent, true)}` : ''}
<h4>${say('reference.answered')} <span class="status">${operation.status ?? 200}</span></h4>
${renderAnswer(say, operation)}
${refusals.length > 0 ? markup`<h4>${say('reference.refusals')}</h4>${renderRefusals(say, refusals)}` : ''}
<h4>${say('reference.example')}</h4>
<pre tabindex="0"><code>${exampleOf(operation, origin)}</code></pre>
</article>
`;
}

function renderAnswer(say: Say, operation: Operation): Html {
  if (operation.file)
    return markup`<p>${say('reference.file-answered', { types: operation.file.join(', ') })}</p>`;
  const rows = answerRows(operation);
  return rows.length > 0 ? renderRows(say, rows, false) : markup`<p>${say('reference.nothing-answered')}</p>`;
}

function renderTable(name: string, heads: readonly string[], rows: readonly Html[]): Html {
  return markup`<div class="frame" tabindex="0" role="region" aria-label="${name}"><table>
<thead><tr>${heads.map((head) => markup`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>
${rows}</tbody>
</table></div>`;
}

function renderRows(say: Say, rows: readonly SchemaRow[], isSent: boolean): Html {
  const placeHead = isSent ? [say('reference.place')] : [];
  const heads = [say('reference.name'), ...placeHead, say('reference.type'), say('reference.note')];
  const placeOf = (row: SchemaRow) =>
    isSent ? markup`<td>${say.dynamic(`reference.in-${row.place}`)}</td>` : '';
  return renderTable(
    say(isSent ? 'reference.sent' : 'reference.answered'),
    heads,
    rows.map(
      (
        row,
      ) => markup`<tr><th scope="row"><code>${row.name}</code></th>${placeOf(row)}<td>${typeInWords(say, row)}</td><td>${noteOf(say, row, isSent)}</td></tr>
`,
    ),
  );
}

function noteOf(say: Say, row: SchemaRow, isSent: boolean): Html {
  const parts = [
    ...(isSent && row.required ? [escape(say('reference.required'))] : []),
    ...(row.fallback === undefined ? [] : [escape(say('reference.default', { value: row.fallback }))]),
    ...(row.options.length > 0 ? [markup`<code>${row.options.join(' | ')}</code>`] : []),
    ...(row.note ? [markup`<span lang="en">${row.note}</span>`] : []),
  ];
  return asHtml(parts.map(({ text }) => text).join(' · '));
}

function typeInWords(say: Say, row: SchemaRow): string {
  const words = row.types.map((type) => {
    const inner = /^list:(.+)$/.exec(type)?.[1];
    const plain = say.dynamic(`reference.type-${inner ?? type}`);
    return inner ? say('reference.type-list-of', { type: plain }) : plain;
  });
  const last = words.at(-1) ?? '';
  return words.length > 1 ? say('reference.type-or', { types: words.slice(0, -1).join(', '), last }) : last;
}

function renderRefusals(say: Say, codes: readonly string[]): Html {
  return renderTable(
    say('reference.refusals'),
    [say('reference.status'), say('reference.code'), say('reference.meaning')],
    codes.map((code) => {
      const status = statusOfKind[refusalKinds[code] ?? 'invalid'];
      const meaning = outlineOf(sentences[say.language][`refusal.${code}`] ?? code);
      return markup`<tr><td>${status}</td><th scope="row"><code>${code}</code></th><td>${meaning}</td></tr>
`;
    }),
  );
}

function roomName(say: Say, room: string): string {
  return say.knows(`reference.room-${room}`) ? say.dynamic(`reference.room-${room}`) : room;
}
