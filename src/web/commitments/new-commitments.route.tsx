import { data } from 'react-router';
import { attempt, call, keyOf, pageOfRequest, textOf, typedOf } from '../api.ts';
import { Page } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/new-commitments.route';
import { openFor } from './open-for.ts';
import { Sheet } from './sheet.tsx';
import { readSheetForm, rowsAsked, type SheetRow } from './sheet-form.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const { visitor } = pageOfRequest(context);
  openFor(context, request, visitor?.deeds.includes('act-for-party') ?? false);
  const country = visitor?.country ?? '';
  // While a name is typed the same page is asked whom it may mean.
  const text = searchParams.get('nombre')?.trim() ?? '';
  if (text.length >= 2) {
    const { items } = await call(context, 'listPartyChoices', { country, text }, request);
    return { names: items.map(({ name }) => name), agreement: null, action: null, rows: 0 };
  }
  const agreementId = searchParams.get('convenio');
  const agreement = agreementId ? await call(context, 'getAgreement', { agreementId }, request) : null;
  return {
    names: [],
    agreement: agreement && { id: agreement.id, title: agreement.title },
    action: searchParams.get('accion'),
    rows: rowsAsked(searchParams.get('filas')),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const { searchParams } = new URL(request.url);
  const all = readSheetForm(form);
  const filled = all.filter(({ isEmpty }) => !isEmpty);
  const body = {
    country: pageOfRequest(context).visitor?.country ?? '',
    agreementId: searchParams.get('convenio'),
    planActionId: searchParams.get('accion'),
    rows: filled.map(({ sent }) => sent),
    confirmText: form.has('confirmText'),
  };
  const intent = textOf(form, 'intent');
  if (filled.length === 0) return { isEmpty: true, kept: [], rows: all, typed: typedOf(form) };
  if (intent !== 'check') {
    const keep = intent === 'good' ? 'good' : 'all';
    const done = await attempt(context, 'createCommitments', { body: { ...body, keep } }, keyOf(form));
    if (done.ok) return afterKeeping(context, body, filled, done.answer.kept, form);
    if (done.refused.code !== 'commitments.rows-with-problems') {
      return data(
        { refused: done.refused, rows: filled, kept: [], typed: typedOf(form) },
        done.refused.status,
      );
    }
  }
  const checked = await attempt(context, 'checkCommitments', { body });
  if (!checked.ok)
    return data(
      { refused: checked.refused, rows: filled, kept: [], typed: typedOf(form) },
      checked.refused.status,
    );
  return {
    rows: filled.map((row, index) => ({ ...row, checked: checked.answer.rows[index] })),
    kept: [],
    typed: typedOf(form),
  };
}

type Body = Parameters<typeof attempt<'checkCommitments'>>[2]['body'];
type Kept = readonly { readonly row: number; readonly id: string; readonly score: number }[];

/** What was kept is told with its page; what was left stays in the sheet with its faults. */
async function afterKeeping(
  context: Route.ActionArgs['context'],
  body: Body,
  filled: readonly SheetRow[],
  kept: Kept,
  form: FormData,
) {
  const isKept = (index: number) => kept.some(({ row }) => row === index + 1);
  const left = filled.filter((_row, index) => !isKept(index));
  const told = kept.map(({ row, id, score }) => ({ id, score, what: filled[row - 1]?.sent.what ?? '' }));
  if (left.length === 0) return { rows: [], kept: told, typed: {} };
  const again = await attempt(context, 'checkCommitments', {
    body: { ...body, rows: left.map(({ sent }) => sent) },
  });
  const found = again.ok ? again.answer.rows : [];
  return {
    rows: left.map((row, index) => ({ ...row, checked: found[index] })),
    kept: told,
    typed: typedOf(form),
  };
}

/** A compact sheet in which ten commitments are typed in a quarter of an hour. */
export default function NewCommitments({ loaderData, actionData }: Route.ComponentProps) {
  const say = useSay();
  const { agreement } = loaderData;
  const crumbs = agreement ? [{ to: `/convenios/${agreement.id}`, title: agreement.title }] : [];
  return (
    <Page title={say('commitment.new')} lead={say('commitment.new-lead')} crumbs={crumbs}>
      <Sheet
        id={agreement?.id ?? loaderData.action ?? 'propios'}
        rows={loaderData.rows}
        answer={actionData ?? null}
      />
    </Page>
  );
}
