import { Link } from 'react-router';
import { attempt, call, keyOf, pageOfRequest, refusedForm, textOf } from '../api.ts';
import { Button } from '../design/button.tsx';
import { Moment } from '../design/date-words.tsx';
import { DefinitionList } from '../design/definition-list.tsx';
import { TextInput } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { mayAny } from '../shell/frame.ts';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/entry.route';
import { Changes } from './entry-list.tsx';
import { sentenceOf, subjectOf } from './entry-words.ts';
import styles from './entry-list.module.css';

export async function loader({ context, params: { entryId }, request }: Route.LoaderArgs) {
  const entry = await call(context, 'getAuditEntry', { entryId }, request);
  return { entry, mayRedact: mayAny(pageOfRequest(context).visitor, ['erase']) };
}

export async function action({ context, params: { entryId }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const { subject } = await call(context, 'getAuditEntry', { entryId }, request);
  const body = { subjectKind: subject.kind, subjectId: subject.id, reason: textOf(form, 'reason') };
  const result = await attempt(context, 'redactAuditText', { body }, keyOf(form));
  return result.ok ? { erased: result.answer.erased } : refusedForm(result.refused, form);
}

/** One deed: what it was, what changed, and the marks by which the chain is verified. */
export default function EntryPage({ loaderData: { entry, mayRedact }, actionData }: Route.ComponentProps) {
  const say = useSay();
  const history = `/administracion/auditoria?cosa=${entry.subject.kind}&id=${encodeURIComponent(entry.subject.id)}`;
  return (
    <Page
      title={sentenceOf(entry, say)}
      crumbs={[
        { to: '/administracion', title: say('shell.administration') },
        { to: '/administracion/auditoria', title: say('trail.title') },
      ]}
    >
      {actionData && 'erased' in actionData && (
        <Notice kind="done">{say('trail.redacted', { count: actionData.erased })}</Notice>
      )}
      <DefinitionList
        facts={[
          { term: say('trail.at'), value: <Moment instant={entry.at} /> },
          {
            term: say('trail.where'),
            value: <Link to={`/territorios/${entry.territory.reference}`}>{entry.territory.name}</Link>,
            source: entry.organisation?.name,
          },
          {
            term: say('trail.subject'),
            value: subjectOf(entry, say),
            source: <Link to={history}>{say('trail.history')}</Link>,
          },
        ]}
      />
      {entry.changes.length > 0 && (
        <Section title={say('trail.what-changed', { count: entry.changes.length })}>
          <Changes changes={entry.changes} />
        </Section>
      )}
      {mayRedact && entry.changes.length > 0 && <Redact />}
      <details className={styles.marks}>
        <summary>{say('trail.hash')}</summary>
        <DefinitionList
          facts={[
            { term: say('trail.number'), value: entry.id },
            { term: say('trail.request'), value: entry.requestId },
            { term: say('trail.hash'), value: entry.hash },
            { term: say('trail.previous-hash'), value: entry.previousHash },
          ]}
        />
      </details>
    </Page>
  );
}

/** For a name that should never have been written: what it does is said before it is done. */
function Redact() {
  const say = useSay();
  return (
    <Section title={say('trail.redact')}>
      <p>{say('trail.redact-lead')}</p>
      <DataForm name="redact" labels={{ reason: say('trail.redact-reason') }}>
        <TextInput
          name="reason"
          label={say('trail.redact-reason')}
          help={say('trail.redact-reason-help')}
          maxLength={500}
          required
        />
        <div>
          <Button look="danger">{say('trail.redact-do')}</Button>
        </div>
      </DataForm>
    </Section>
  );
}
