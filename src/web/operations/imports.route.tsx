import { Link, redirect } from 'react-router';
import { attempt, call, keyOf, pageOfRequest, refusedForm, textOf, type Answer } from '../api.ts';
import { Button } from '../design/button.tsx';
import { Moment } from '../design/date-words.tsx';
import { DataForm } from '../design/form.tsx';
import { Empty, Notice } from '../design/notice.tsx';
import { Page } from '../design/page.tsx';
import { Pagination, Table } from '../design/table.tsx';
import { mayAny } from '../shell/frame.ts';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/imports.route';
import { reportInWords } from './report-words.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams;
  const after = query.get('despues') ?? undefined;
  const list = await call(context, 'listImportRuns', { after }, request);
  const mayUndo = mayAny(pageOfRequest(context).visitor, ['import']);
  return { ...list, mayUndo, isUndone: query.has('deshecha') };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const result = await attempt(context, 'revokeActorsImport', { runId: textOf(form, 'id') }, keyOf(form));
  return result.ok ? redirect('/administracion/importaciones?deshecha=1') : refusedForm(result.refused, form);
}

type Run = Answer<'listImportRuns'>['items'][number];

/** Every file that came in: what it held, what it did, and the way to take it back where there is one. */
export default function Imports({ loaderData: { items, next, mayUndo, isUndone } }: Route.ComponentProps) {
  const say = useSay();
  return (
    <Page
      title={say('administration.imports')}
      crumbs={[{ to: '/administracion', title: say('shell.administration') }]}
      lead={say('imports.lead')}
    >
      {isUndone && <Notice kind="done">{say('imports.undone')}</Notice>}
      {items.length === 0 ? (
        <Empty title={say('imports.none')}>
          <p>{say('imports.none-lead')}</p>
        </Empty>
      ) : (
        <Table
          caption={say('administration.imports')}
          isCaptionHidden
          rows={items}
          rowKey={(run) => run.id}
          columns={[
            { id: 'file', title: say('imports.file'), cell: (run) => run.fileName },
            { id: 'kind', title: say('imports.kind'), cell: (run) => kindOf(run, say) },
            { id: 'state', title: say('imports.state'), cell: (run) => say(`imports.state-${run.standing}`) },
            { id: 'report', title: say('imports.report'), cell: (run) => reportInWords(run.report, say) },
            { id: 'where', title: say('imports.where'), cell: (run) => <Where run={run} /> },
            { id: 'when', title: say('imports.when'), cell: (run) => <Moment instant={run.createdAt} /> },
            { id: 'by', title: say('imports.by'), cell: (run) => run.by ?? say('trail.installation') },
            ...(mayUndo
              ? [{ id: 'undo', title: say('imports.undo'), cell: (run: Run) => <Undo run={run} /> }]
              : []),
          ]}
        />
      )}
      <Pagination next={next} count={items.length} />
    </Page>
  );
}

function kindOf(run: Run, say: ReturnType<typeof useSay>): string {
  const key = `imports.kind-${run.kind}`;
  return say.knows(key) ? say.dynamic(key) : run.kind;
}

function Where({ run }: { run: Run }) {
  return <Link to={`/territorios/${run.territory}`}>{run.territory}</Link>;
}

const undoable = new Set(['organisations', 'structures', 'people']);

function Undo({ run }: { run: Run }) {
  const say = useSay();
  if (run.standing !== 'applied' || !undoable.has(run.kind)) return null;
  return (
    <DataForm name={`undo-${run.id}`}>
      <input type="hidden" name="id" value={run.id} />
      <Button look="quiet" aria-label={say('imports.undo-of', { file: run.fileName })}>
        {say('imports.undo')}
      </Button>
    </DataForm>
  );
}
