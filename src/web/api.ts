import { data, redirect, type RouterContextProvider } from 'react-router';
import type { operations } from '#contract/index.ts';
import type { AnswerOf, GivenOf } from '#contract/operation.ts';
import { apiContext, pageContext, type ApiAnswer, type ApiRoute } from './page-context.ts';

type Operations = typeof operations;
export type OperationId = keyof Operations;
/** What an operation is given: parts of the address, query, `body`, `bytes` with `mediaType`, and the `version` edited. */
export type Given<Id extends OperationId> = GivenOf<Operations[Id]>;
export type Answer<Id extends OperationId> = AnswerOf<Operations[Id]>;

/** One fault in what was sent. `field` names the field of the form, `message` is in the person's language. */
export type Fault = {
  readonly field?: string;
  readonly message: string;
  readonly code: string;
  readonly row?: number;
  readonly line?: number;
  readonly sheet?: string;
  readonly cell?: string;
};

/** A refusal as a page shows it. */
export type Refused = {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly requestId: string;
  readonly field?: string;
  readonly problems: readonly Fault[];
  /** The thing as it stands now, when somebody else changed it in between (412). */
  readonly current?: unknown;
};

export type Attempt<Id extends OperationId> =
  { readonly ok: true; readonly answer: Answer<Id> } | { readonly ok: false; readonly refused: Refused };

type Context = Readonly<RouterContextProvider>;
type Options = {
  /** Idempotency-Key: the value of the form's hidden field `_key`. */
  readonly key?: string | undefined;
};

/**
 * Calls an operation from a loader. Whatever is refused becomes the page: 401 leads to sign-in and back, the rest to an error page.
 * @throws Response
 */
export async function call<Id extends OperationId>(
  context: Context,
  id: Id,
  input: Given<Id>,
  request?: Request,
): Promise<Answer<Id>> {
  const answer = await send(context, id, input, {});
  const route = routeOf(context, id);
  if (answer.status < 400) return read(answer, route) as Answer<Id>;
  throw pageOf(namesNothing(refusedOf(answer), route), request);
}

/** An address that cannot name anything, as one that names nothing: whoever mistyped it has no data to correct. */
function namesNothing(refused: Refused, { path }: ApiRoute): Refused {
  const isOfAddress = ({ field }: Fault) => field !== undefined && path.includes(`{${field}}`);
  return refused.status === 422 && refused.problems.some(isOfAddress)
    ? { ...refused, status: 404, code: 'shared.not-found' }
    : refused;
}

/**
 * Calls an operation from an action. A refusal comes back to be shown beside the form;
 * only not being signed in, not being allowed, and a failure become the page.
 */
export async function attempt<Id extends OperationId>(
  context: Context,
  id: Id,
  input: Given<Id>,
  options: Options = {},
): Promise<Attempt<Id>> {
  const answer = await send(context, id, input, options);
  if (answer.status < 400) return { ok: true, answer: read(answer, routeOf(context, id)) as Answer<Id> };
  const refused = refusedOf(answer);
  if (refused.status >= 500 || wholePage.has(refused.code)) throw pageOf(refused);
  return { ok: false, refused };
}

const wholePage = new Set(['shared.signed-out', 'shared.forbidden', 'shared.not-found', 'shared.cross-site']);

/** What an action answers when it was refused: right status, the faults, and what was typed. */
export function refusedForm(refused: Refused, form: FormData) {
  return data({ refused, typed: typedOf(form) }, refused.status);
}

/** The text fields of a form by name; passwords and files are never sent back. */
export function typedOf(form: FormData): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === 'string' && !/password|secret/i.test(name) && name !== '_key') typed[name] = value;
  }
  return typed;
}

/** One text of a form, trimmed; empty where there is none. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** A password or code exactly as it was typed. */
export function secretOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** The key under which this sending of a form is done once. */
export function keyOf(form: FormData): { key: string | undefined } {
  return { key: textOf(form, '_key') || undefined };
}

/** The address of an operation that is read by GET, for links to files: exactly what is shown, as XLSX or CSV. */
export function address<Id extends OperationId>(context: Context, id: Id, input: Given<Id>): string {
  return pathOf(routeOf(context, id), input as Record<string, unknown>);
}

function routeOf(context: Context, id: OperationId): ApiRoute {
  const route = context.get(apiContext).routes[id];
  if (!route) throw new Error(`the server gave no address for ${id}`);
  return route;
}

async function send<Id extends OperationId>(
  context: Context,
  id: Id,
  given: Given<Id>,
  options: Options,
): Promise<ApiAnswer> {
  const route = routeOf(context, id);
  const input = given as Record<string, unknown>;
  const headers: Record<string, string> = {};
  if (typeof input['version'] === 'number') headers['if-match'] = `"v${input['version']}"`;
  if (options.key) headers['idempotency-key'] = options.key;
  const sent: { headers: Record<string, string>; body?: string | Uint8Array } = { headers };
  if (input['bytes'] instanceof Uint8Array) {
    sent.body = input['bytes'];
    headers['content-type'] = String(input['mediaType']);
  } else if (route.hasBody) {
    sent.body = JSON.stringify(input['body'] ?? {});
    headers['content-type'] = 'application/json';
  }
  return context.get(apiContext).ask(route.method, pathOf(route, input), sent);
}

function pathOf(route: ApiRoute, input: Record<string, unknown>): string {
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) =>
    encodeURIComponent(String(input[name])),
  );
  const query = new URLSearchParams();
  for (const name of route.query) {
    const value = input[name];
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null && one !== '') query.append(name, String(one));
  }
  return query.size > 0 ? `${path}?${query}` : path;
}

function read(answer: ApiAnswer, route: ApiRoute): unknown {
  if (!route.isFile)
    return answer.bytes.length === 0 ? null : JSON.parse(new TextDecoder().decode(answer.bytes));
  const disposition = answer.headers.get('content-disposition') ?? '';
  const fileName = decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1] ?? 'articula');
  return {
    fileName,
    mediaType: answer.headers.get('content-type') ?? 'application/octet-stream',
    bytes: answer.bytes,
  };
}

function refusedOf(answer: ApiAnswer): Refused {
  const unknown = { status: answer.status, code: 'shared.failure', title: '', requestId: '', problems: [] };
  try {
    const document = JSON.parse(new TextDecoder().decode(answer.bytes)) as Partial<Refused>;
    const problems = (document.problems ?? []).map((problem) => ({
      ...problem,
      // The form's fields are named as the body's: `body.` is how the API sees it, not how a page does.
      ...(problem.field === undefined ? {} : { field: problem.field.replace(/^body\./, '') }),
    }));
    return { ...unknown, ...document, problems };
  } catch {
    return unknown;
  }
}

/** Turns a refusal into what is thrown out of a loader or action. */
function pageOf(refused: Refused, request?: Request): Response | ReturnType<typeof data> {
  if (refused.status === 401) return redirect(signInAddress(request));
  return data({ title: refused.title, code: refused.code, requestId: refused.requestId }, refused.status);
}

/** Where to sign in so as to come back here afterwards. */
export function signInAddress(request?: Request): string {
  if (!request) return '/entrar';
  const { pathname, search } = new URL(request.url);
  return `/entrar?next=${encodeURIComponent(pathname.replace(/\.data$/, '') + search)}`;
}

/** Where somebody wanted to go, if it is here; a foreign address is never followed. */
export function nextOf(request: Request): string {
  const next = new URL(request.url).searchParams.get('next') ?? '/';
  return /^\/(?![/\\])/.test(next) ? next : '/';
}

/** The page being answered: language, who asks, in which mode. */
export function pageOfRequest(context: Context) {
  return context.get(pageContext);
}
