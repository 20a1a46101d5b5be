import { harmQuestions } from '#domain/plans/vocabulary.ts';
import { Link, redirect } from 'react-router';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { ButtonLink } from '../design/button.tsx';
import { DefinitionList } from '../design/definition-list.tsx';
import { Notice } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { Table } from '../design/table.tsx';
import { InPlace, useFormat, useSay } from '../words/words.tsx';
import type { Route } from './+types/plan-action.route';
import { useActionFacts } from './action-facts.tsx';
import { ActionProgress } from './action-progress.tsx';
import { addressOfAction, addressOfPlan, type ActionPage } from './plan-shapes.ts';
import { RemarkText } from './remarks.tsx';
import styles from './plans.module.css';

export async function loader({ context, params: { actionId }, request }: Route.LoaderArgs) {
  const page = await call(context, 'getPlanAction', { actionId }, request);
  // The choices of the form stay out of the page that only shows.
  return { page: { ...page, choices: null }, mayWrite: page.choices !== null };
}

/** Says how far it has got. */
export async function action({ context, params: { id, actionId }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const body = {
    standing: textOf(form, 'standing') as 'done',
    reason: textOf(form, 'reason') || null,
    confirmText: form.has('confirmText'),
  };
  const at = { actionId, version: Number(textOf(form, 'version')) };
  const done = await attempt(context, 'setPlanActionProgress', { ...at, body }, keyOf(form));
  return done.ok ? redirect(`${addressOfAction(id, actionId)}#avance`) : refusedForm(done.refused, form);
}

/** One action: what it is, what it lacks, all that is said of it. */
export default function PlanActionPage({ loaderData: { page, mayWrite } }: Route.ComponentProps) {
  const say = useSay();
  const { action, plan, copiedFrom } = page;
  return (
    <InPlace country={plan.territory.reference.slice(0, 2)}>
      <Page
        title={action.title}
        crumbs={[{ to: addressOfPlan(plan.id), title: plan.title }]}
        lead={action.description}
        actions={
          mayWrite && (
            <ButtonLink look="main" to={`${addressOfAction(plan.id, action.id)}/escribir`}>
              {say('plans.write')}
            </ButtonLink>
          )
        }
      >
        {page.example && <Notice title={say('plans.example')}>{say('plans.example-lead')}</Notice>}
        {mayWrite && page.lacks !== null && page.lacks.length > 0 && (
          <Notice kind="warning" title={say('plans.to-mend', { count: page.lacks.length })}>
            <ul>
              {[...new Set(page.lacks.map((lack) => lack.message))].map((message) => (
                <li key={message}>{message}</li>
              ))}
            </ul>
          </Notice>
        )}
        {page.remarks !== null && page.remarks.length > 0 && (
          <Section title={say('plans.remarks')}>
            <ul className={styles.lines}>
              {page.remarks.map((remark) => (
                <li key={remark.id}>
                  <RemarkText planId={plan.id} remark={remark} />
                </li>
              ))}
            </ul>
          </Section>
        )}
        <ActionProgress page={page} />
        <Section title={say('plans.facts')}>
          <DefinitionList facts={useActionFacts(page)} />
        </Section>
        {action.budget.length > 0 && (
          <Section title={say('plans.field.budget')}>
            <Budget action={action} />
          </Section>
        )}
        {action.harm && (
          <Section title={say('plans.field.harm')}>
            <Harm harm={action.harm} />
          </Section>
        )}
        {copiedFrom && (
          <p>
            {say('plans.copied-from')}{' '}
            <Link to={addressOfAction(copiedFrom.plan.id, copiedFrom.id)}>{copiedFrom.title}</Link> (
            {copiedFrom.plan.title})
          </p>
        )}
      </Page>
    </InPlace>
  );
}

function Budget({ action }: { action: ActionPage['action'] }) {
  const say = useSay();
  const format = useFormat();
  const rows = action.budget.map((line, index) => ({ ...line, key: String(index) }));
  const { budgetTotal, budgetCurrency } = action;
  return (
    <Table
      caption={say('plans.field.budget')}
      isCaptionHidden
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        {
          id: 'source',
          title: say('plans.source'),
          ...(budgetTotal !== null && { total: say('plans.field.budgetTotal') }),
          cell: (row) =>
            [say.dynamic(`plans.source.${row.sourceKind}`), row.sourceOrganisation?.name, row.sourceWords]
              .filter(Boolean)
              .join(', '),
        },
        { id: 'year', title: say('plans.year'), cell: (row) => String(row.year) },
        {
          id: 'kind',
          title: say('plans.budget-kind'),
          cell: (row) => say.dynamic(`plans.budget-kind.${row.kind}`),
        },
        {
          id: 'amount',
          title: say('plans.amount'),
          isNumber: true,
          cell: (row) => format.money(row.amount, row.currency, true),
          ...(budgetTotal !== null &&
            budgetCurrency !== null && { total: format.money(budgetTotal, budgetCurrency, true) }),
        },
      ]}
    />
  );
}

function Harm({ harm }: { harm: NonNullable<ActionPage['action']['harm']> }) {
  const say = useSay();
  return (
    <ul className={styles.lines}>
      {harmQuestions.map((question) => {
        const answer = harm[question];
        if (answer === undefined) return null;
        return (
          <li key={question}>
            {say(`plans.harm.${question}`)} {say(answer.could ? 'plans.yes' : 'plans.no')}
            {answer.measure && <small>{answer.measure}</small>}
          </li>
        );
      })}
    </ul>
  );
}
