import { Link, redirect } from 'react-router';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Button } from '../design/button.tsx';
import { Checkbox, DateField, TextArea, TextInput } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Empty } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { useSay, useToday } from '../words/words.tsx';
import type { Route } from './+types/version-standing.route';
import { openForm } from './open-form.ts';
import { ConfirmText } from './strategy-form.tsx';
import { addressOfStrategy, addressOfVersion, type Version } from './strategy-shapes.ts';

export async function loader({ context, params: { versionId }, request }: Route.LoaderArgs) {
  const version = await call(context, 'getStrategyVersion', { versionId }, request);
  openForm(context, request, version.abilities);
  return { version };
}

export async function action({ context, params: { id, versionId }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const done = await change(context, versionId, form);
  return done.ok ? redirect(addressOfVersion(id, versionId)) : refusedForm(done.refused, form);
}

/** Each form of the page is one deed. */
function change(context: Route.ActionArgs['context'], versionId: string, form: FormData) {
  const text = (name: string) => textOf(form, name) || null;
  const at = { versionId, version: Number(textOf(form, 'version')) };
  const key = keyOf(form);
  switch (textOf(form, '_form')) {
    case 'open': {
      const body = { from: textOf(form, 'from'), to: textOf(form, 'to') };
      return attempt(context, 'openStrategyConsultation', { ...at, body }, key);
    }
    case 'close':
      return attempt(context, 'closeStrategyConsultation', at, key);
    case 'approve': {
      const body = {
        body: text('body'),
        act: text('act'),
        on: text('on'),
        validFrom: text('validFrom'),
        isExampleStructure: form.has('isExampleStructure'),
      };
      return attempt(context, 'approveStrategyVersion', { ...at, body }, key);
    }
    default: {
      const body = { reason: textOf(form, 'reason'), confirmText: form.has('confirmText') };
      return attempt(context, 'abandonStrategyVersion', { ...at, body }, key);
    }
  }
}

/** What can be done next to a version that is being prepared. */
export default function VersionStanding({ loaderData: { version } }: Route.ComponentProps) {
  const say = useSay();
  const { strategy } = version;
  const may = (act: Version['possible'][number]) => version.possible.includes(act);
  const title = say('strategies.version-number', { number: version.number });
  return (
    <Page
      title={say('strategies.next-step')}
      crumbs={[
        { to: addressOfVersion(strategy.id, version.id), title: `${strategy.title}, ${title.toLowerCase()}` },
      ]}
    >
      {version.possible.every((act) => act === 'superseded') && (
        <Empty title={say('strategies.nothing-next')}>
          <Link to={`${addressOfStrategy(strategy.id)}/versiones`}>{say('strategies.see-versions')}</Link>
        </Empty>
      )}
      {may('consultation-opened') && <OpenConsultation version={version} />}
      {may('consultation-closed') && (
        <Section title={say('strategies.close-consultation')}>
          <p>{say('strategies.close-consultation-lead')}</p>
          <DataForm name="close">
            <input type="hidden" name="version" value={version.version} />
            <Button>{say('strategies.close-consultation')}</Button>
          </DataForm>
        </Section>
      )}
      {may('approved') && <Approve version={version} />}
      {may('abandoned') && <Abandon version={version} />}
    </Page>
  );
}

function OpenConsultation({ version }: { version: Version }) {
  const say = useSay();
  const today = useToday();
  const labels = { from: say('strategies.consultation-from'), to: say('strategies.consultation-to') };
  return (
    <Section title={say('strategies.open-consultation')}>
      <p>{say('strategies.open-consultation-lead')}</p>
      <DataForm name="open" labels={labels}>
        <input type="hidden" name="version" value={version.version} />
        <DateField name="from" label={labels.from} defaultValue={today} required />
        <DateField name="to" label={labels.to} required />
        <Button look="plain">{say('strategies.open-consultation')}</Button>
      </DataForm>
    </Section>
  );
}

function Approve({ version }: { version: Version }) {
  const say = useSay();
  const today = useToday();
  const labels = {
    body: say('strategies.body'),
    act: say('strategies.approving-act'),
    on: say('strategies.approved-on'),
    validFrom: say('strategies.valid-from'),
  };
  return (
    <Section title={say('strategies.approve')}>
      <p>{say('strategies.approve-lead')}</p>
      <DataForm name="approve" labels={labels}>
        <input type="hidden" name="version" value={version.version} />
        <TextInput name="body" label={labels.body} help={say('strategies.body-help')} required />
        <TextInput name="act" label={labels.act} help={say('strategies.act-help')} required />
        <DateField name="on" label={labels.on} max={today} required />
        <DateField name="validFrom" label={labels.validFrom} required />
        {version.isExampleStructure && (
          <Checkbox name="isExampleStructure" label={say('strategies.still-example')} defaultChecked />
        )}
        <Button>{say('strategies.approve')}</Button>
      </DataForm>
    </Section>
  );
}

function Abandon({ version }: { version: Version }) {
  const say = useSay();
  return (
    <Section title={say('strategies.abandon')}>
      <p>{say('strategies.abandon-lead')}</p>
      <DataForm name="abandon" labels={{ reason: say('strategies.reason') }}>
        <input type="hidden" name="version" value={version.version} />
        <TextArea name="reason" label={say('strategies.reason')} rows={2} required />
        <ConfirmText />
        <Button look="danger">{say('strategies.abandon')}</Button>
      </DataForm>
    </Section>
  );
}
