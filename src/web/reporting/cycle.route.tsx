import { Link, redirect } from 'react-router';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Button, Buttons } from '../design/button.tsx';
import { Checkbox, DateField, TextInput } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { StateTag } from '../design/state-tag.tsx';
import { Table } from '../design/table.tsx';
import { usePeriod } from '../words/use-period.ts';
import { InPlace, useFormat, useSay } from '../words/words.tsx';
import type { Route } from './+types/cycle.route';
import { addressOfCycle, addressOfReport, lookOf, type Cycle } from './reporting-shapes.ts';
import styles from './reporting.module.css';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  return call(context, 'getReportCycle', { cycle: id }, request);
}

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const body = {
    title: textOf(form, 'title'),
    dueOn: textOf(form, 'dueOn'),
    graceDays: Number(textOf(form, 'graceDays') || 0),
    isClosed: form.has('isClosed'),
  };
  const given = { cycle: id, version: Number(textOf(form, 'version')), body };
  const done = await attempt(context, 'updateReportCycle', given, keyOf(form));
  return done.ok ? redirect(addressOfCycle(id)) : refusedForm(done.refused, form);
}

/** A cycle as it stands now: how complete, how timely, and who is where. */
export default function CyclePage({ loaderData: cycle }: Route.ComponentProps) {
  const say = useSay();
  const period = usePeriod();
  const format = useFormat();
  return (
    <InPlace country={cycle.territory.reference.slice(0, 2)}>
      <Page
        title={cycle.title}
        lead={`${cycle.form.name} · ${period(cycle.period)}`}
        crumbs={[{ to: '/ciclos', title: say('reporting.title') }]}
        state={
          <>
            <StateTag state={cycle.isOpen ? 'on-time' : 'not-applicable'}>
              {say(cycle.isOpen ? 'reporting.is-open' : 'reporting.is-closed')}
            </StateTag>
            <span>
              {say('reporting.due-with-grace', { day: format.day(cycle.dueOn), days: cycle.graceDays })}
            </span>
          </>
        }
      >
        {cycle.example && <Notice title={say('reporting.example')}>{say('reporting.example-lead')}</Notice>}
        <Completeness cycle={cycle} />
        <Section title={say('reporting.who-is-where')}>
          <Board cycle={cycle} />
        </Section>
        {cycle.abilities.includes('edit-indicator') && <ChangeCycle cycle={cycle} />}
      </Page>
    </InPlace>
  );
}

function Completeness({ cycle: { completeness } }: { cycle: Cycle }) {
  const say = useSay();
  const { expected, sent, inTime, overdue, counts } = completeness;
  return (
    <Section title={say('reporting.completeness')}>
      <p>
        <label>
          {say('reporting.sent-in-words', { sent, expected, inTime })}
          <progress className={styles.meter} value={sent} max={Math.max(expected, 1)} />
        </label>
      </p>
      <p className={styles.choices}>
        <StateTag state="fulfilled">{say('reporting.count.final', { count: counts.final })}</StateTag>
        <StateTag state="on-time">{say('reporting.count.in-review', { count: counts.inReview })}</StateTag>
        <StateTag state="at-risk">{say('reporting.count.returned', { count: counts.returned })}</StateTag>
        <StateTag state="missing">{say('reporting.count.draft', { count: counts.draft })}</StateTag>
        <StateTag state="missing">
          {say('reporting.count.not-started', { count: counts.notStarted })}
        </StateTag>
        {overdue > 0 && (
          <StateTag state="late">{say('reporting.count.overdue', { count: overdue })}</StateTag>
        )}
      </p>
    </Section>
  );
}

function Board({ cycle }: { cycle: Cycle }) {
  const say = useSay();
  const format = useFormat();
  return (
    <Table
      caption={say('reporting.who-is-where')}
      isCaptionHidden
      rows={cycle.reports}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'who',
          title: say('reporting.who'),
          cell: ({ id, holder, territory }) => (
            <Link to={addressOfReport(id)}>{holder ?? territory.name}</Link>
          ),
        },
        {
          id: 'standing',
          title: say('reporting.standing'),
          cell: ({ standing, daysLate, firstSentOn, step, steps }) => (
            <>
              <StateTag state={lookOf(standing, daysLate, firstSentOn)}>
                {say.dynamic(`reporting.standing.${standing}`)}
              </StateTag>
              {standing === 'approved' && ` ${say('reporting.of', { part: step, whole: steps })}`}
            </>
          ),
        },
        {
          id: 'sent',
          title: say('reporting.sent'),
          cell: ({ firstSentOn }) => (firstSentOn === null ? '–' : format.day(firstSentOn)),
        },
        {
          id: 'late',
          title: say('reporting.lateness'),
          cell: ({ daysLate }) => (daysLate > 0 ? say('reporting.late-by', { days: daysLate }) : '–'),
        },
        {
          id: 'answered',
          title: say('reporting.answered'),
          isNumber: true,
          cell: ({ answered, cells }) => say('reporting.of', { part: answered, whole: cells }),
        },
      ]}
    />
  );
}

function ChangeCycle({ cycle }: { cycle: Cycle }) {
  const say = useSay();
  const labels = {
    title: say('reporting.cycle-title'),
    dueOn: say('reporting.due-day'),
    graceDays: say('reporting.grace-days'),
  };
  return (
    <Section title={say('reporting.change-cycle')}>
      <DataForm name="change" labels={labels}>
        <input type="hidden" name="version" value={cycle.version} />
        <TextInput name="title" label={labels.title} defaultValue={cycle.title} required maxLength={200} />
        <DateField name="dueOn" label={labels.dueOn} defaultValue={cycle.dueOn} required />
        <TextInput
          name="graceDays"
          label={labels.graceDays}
          inputMode="numeric"
          defaultValue={cycle.graceDays}
          required
        />
        <Checkbox
          name="isClosed"
          label={say('reporting.close')}
          help={say('reporting.close-help')}
          defaultChecked={cycle.closedOn !== null}
        />
        <Buttons>
          <Button look="plain">{say('reporting.save')}</Button>
        </Buttons>
      </DataForm>
    </Section>
  );
}
