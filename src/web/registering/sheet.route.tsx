import { Link, redirect } from 'react-router';
import { sheetFields } from '#domain/agreements/sheet-fields.ts';
import { attempt, call, keyOf, refusedForm, textOf, type Answer } from '../api.ts';
import { openFormTo } from '../actors/may-edit.ts';
import { Button } from '../design/button.tsx';
import { Day } from '../design/date-words.tsx';
import { DataForm } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { StateTag } from '../design/state-tag.tsx';
import { Table } from '../design/table.tsx';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/sheet.route';
import { SheetMapping } from './sheet-mapping.tsx';
import { SheetProblems } from './sheet-problems.tsx';

type Sheet = Answer<'getCommitmentSheet'>;

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  openFormTo(context, request, 'act-for-party');
  return { sheet: await call(context, 'getCommitmentSheet', { sheetId: id }, request) };
}

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const name = textOf(form, '_form');
  const at = { sheetId: id, version: Number(textOf(form, 'version')) };
  const key = keyOf(form);
  const here = `/compromisos/importar/${id}`;
  if (name === 'import') {
    const done = await attempt(context, 'importCommitmentSheet', at, key);
    return done.ok ? redirect(here) : refusedForm(done.refused, form);
  }
  if (name === 'undo') {
    const undone = await attempt(context, 'revokeCommitmentSheet', at, key);
    return undone.ok ? redirect(here) : refusedForm(undone.refused, form);
  }
  if (name === 'map') {
    const mapped = await attempt(context, 'mapCommitmentSheet', { ...at, body: mappingOf(form) }, key);
    return mapped.ok ? redirect(here) : refusedForm(mapped.refused, form);
  }
  const body =
    name === 'accept' ? { acceptProposed: true } : { resolutions: [JSON.parse(textOf(form, 'resolution'))] };
  const decided = await attempt(context, 'resolveCommitmentSheet', { ...at, body }, key);
  return decided.ok ? redirect(here) : refusedForm(decided.refused, form);
}

function mappingOf(form: FormData) {
  const columns = Object.fromEntries(
    sheetFields.map((field) => {
      const chosen = textOf(form, `columns.${field}`);
      return [field, chosen === '' ? null : Number(chosen)];
    }),
  ) as Record<(typeof sheetFields)[number], number | null>;
  return { sheet: textOf(form, 'sheet'), headerRow: Number(textOf(form, 'headerRow')), columns };
}

/** One list: how it is understood, what is left to settle, and what importing it will do. */
export default function CommitmentSheet({ loaderData: { sheet } }: Route.ComponentProps) {
  const say = useSay();
  const { counts, problems } = sheet;
  const isOpen = sheet.standing === 'open';
  return (
    <InPlace country={sheet.territory.reference.slice(0, 2)}>
      <Page
        title={say('registering.sheet-of', { name: sheet.fileName })}
        crumbs={[
          { to: '/compromisos/importar', title: say('registering.sheet-title') },
          ...(sheet.agreement
            ? [{ to: `/convenios/${sheet.agreement.id}`, title: sheet.agreement.title }]
            : []),
        ]}
        state={<SheetState sheet={sheet} />}
      >
        {sheet.standing === 'applied' && <Undo sheet={sheet} />}
        {sheet.standing === 'revoked' && <Notice kind="done" title={say('registering.undone')} />}
        {isOpen && problems.length > 0 && (
          <Section title={say('registering.problems', { count: problems.length })}>
            <SheetProblems problems={problems} version={sheet.version} />
          </Section>
        )}
        {isOpen && problems.length === 0 && counts.create > 0 && (
          <DataForm name="import">
            <input type="hidden" name="version" value={sheet.version} />
            <Button>{say('registering.import', { count: counts.create })}</Button>
          </DataForm>
        )}
        {sheet.standing !== 'revoked' && sheet.rows.length > 0 && <Rows sheet={sheet} />}
        {isOpen && (
          <Section title={say('registering.columns')}>
            <SheetMapping sheet={sheet} />
          </Section>
        )}
      </Page>
    </InPlace>
  );
}

function SheetState({ sheet }: { sheet: Sheet }) {
  const say = useSay();
  const { create, same, skipped } = sheet.counts;
  const words = say(`registering.standing.${sheet.standing}`);
  if (sheet.standing !== 'open')
    return <StateTag state={sheet.standing === 'applied' ? 'fulfilled' : 'not-applicable'}>{words}</StateTag>;
  return (
    <>
      <StateTag state={sheet.problems.length > 0 ? 'at-risk' : 'on-time'}>
        {say('registering.problems', { count: sheet.problems.length })}
      </StateTag>
      <p>{say('registering.counts', { create, same, skipped })}</p>
    </>
  );
}

function Undo({ sheet }: { sheet: Sheet }) {
  const say = useSay();
  const to = sheet.agreement ? `/convenios/${sheet.agreement.id}` : '/seguimiento';
  return (
    <Notice kind="done" title={say('registering.imported', { count: sheet.added })}>
      <p>
        <Link to={to}>{sheet.agreement?.title ?? say('registering.see-ledger')}</Link>
      </p>
      <DataForm name="undo">
        <input type="hidden" name="version" value={sheet.version} />
        <Button look="quiet">{say('registering.undo')}</Button>
      </DataForm>
    </Notice>
  );
}

const tones = {
  create: 'present',
  same: 'not-applicable',
  skipped: 'not-applicable',
  problem: 'at-risk',
} as const;

function Rows({ sheet }: { sheet: Sheet }) {
  const say = useSay();
  return (
    <Section title={say('registering.list')}>
      <Table
        caption={say('registering.list')}
        isCaptionHidden
        rows={sheet.rows}
        rowKey={(row) => String(row.row)}
        columns={[
          { id: 'row', title: say('registering.row'), isNumber: true, cell: (row) => row.row },
          {
            id: 'outcome',
            title: say('registering.outcome'),
            cell: (row) => (
              <StateTag state={tones[row.outcome]}>{say(`registering.outcome.${row.outcome}`)}</StateTag>
            ),
          },
          { id: 'what', title: say('registering.field.what'), cell: (row) => row.what },
          { id: 'obligor', title: say('registering.field.obligor'), cell: (row) => row.obligor },
          { id: 'beneficiary', title: say('registering.field.beneficiary'), cell: (row) => row.beneficiary },
          {
            id: 'due',
            title: say('registering.field.due'),
            cell: (row) =>
              row.dueOn && (
                <>
                  <Day day={row.dueOn} />
                  {row.isDueFilledIn && ` (${say('registering.filled-in')})`}
                </>
              ),
          },
          { id: 'proof', title: say('registering.field.proof'), cell: (row) => row.proof },
        ]}
      />
    </Section>
  );
}
