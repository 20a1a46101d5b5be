import { redirect } from 'react-router';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Button } from '../design/button.tsx';
import { DateField, TextArea } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Page, Section } from '../design/page.tsx';
import { useSay, useToday } from '../words/words.tsx';
import type { Route } from './+types/need-standing.route';
import { Confirmations } from './need-form.tsx';
import { addressOfNeed, addressOfNeeds, type Need } from './need-shapes.ts';
import { openForm } from './open-form.ts';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const need = await call(context, 'getNeed', { needId: id }, request);
  openForm(context, request, need.abilities);
  return { need };
}

type Context = Route.ActionArgs['context'];

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const form = await request.formData();
  if (textOf(form, '_form') === 'delete') return remove(context, id, form);
  const result = await change(context, id, form);
  return result.ok ? redirect(addressOfNeed(id)) : refusedForm(result.refused, form);
}

/** What was deleted has no page any more: on to the list of its territory. */
async function remove(context: Context, id: string, form: FormData) {
  const version = Number(textOf(form, 'version'));
  const removed = await attempt(context, 'deleteNeed', { needId: id, version }, keyOf(form));
  return removed.ok
    ? redirect(addressOfNeeds(textOf(form, 'territory')))
    : refusedForm(removed.refused, form);
}

/** Each form of the page is one deed. */
function change(context: Context, needId: string, form: FormData) {
  const version = Number(textOf(form, 'version'));
  const reasoned = { reason: textOf(form, 'reason'), confirmText: form.has('confirmText') };
  const dated = { ...reasoned, on: textOf(form, 'on') };
  const key = keyOf(form);
  switch (textOf(form, '_form')) {
    case 'meet':
      return attempt(context, 'meetNeed', { needId, version, body: dated }, key);
    case 'withdraw':
      return attempt(context, 'withdrawNeed', { needId, version, body: dated }, key);
    case 'reopen':
      return attempt(context, 'reopenNeed', { needId, version, body: reasoned }, key);
    default:
      return attempt(context, 'annulNeed', { needId, version, body: reasoned }, key);
  }
}

export default function NeedStandingPage({ loaderData: { need } }: Route.ComponentProps) {
  const say = useSay();
  const may = (act: Need['possible'][number]) => need.possible.includes(act);
  return (
    <Page title={say('needs.change-standing')} crumbs={[{ to: addressOfNeed(need.id), title: need.problem }]}>
      {may('met') && <Deed need={need} name="meet" isDated reasonWord="needs.meet-reason" />}
      {may('withdrawn') && <Deed need={need} name="withdraw" isDated />}
      {may('reopened') && <Deed need={need} name="reopen" />}
      {may('annulled') && <Deed need={need} name="annul" look="danger" />}
      <Section title={say('needs.delete')}>
        <p>{say('needs.delete-lead')}</p>
        <DataForm name="delete">
          <input type="hidden" name="version" value={need.version} />
          <input type="hidden" name="territory" value={need.territory.reference} />
          <Button look="danger">{say('needs.delete')}</Button>
        </DataForm>
      </Section>
    </Page>
  );
}

function Deed({
  need,
  name,
  isDated = false,
  look = 'plain',
  reasonWord = 'needs.reason',
}: {
  need: Need;
  name: 'meet' | 'withdraw' | 'reopen' | 'annul';
  isDated?: boolean;
  look?: 'plain' | 'danger';
  reasonWord?: 'needs.reason' | 'needs.meet-reason';
}) {
  const say = useSay();
  const today = useToday();
  return (
    <Section title={say(`needs.${name}`)}>
      {name !== 'reopen' && <p>{say(`needs.${name}-lead`)}</p>}
      <DataForm name={name} labels={{ on: say('needs.on'), reason: say(reasonWord) }}>
        <input type="hidden" name="version" value={need.version} />
        {isDated && <DateField name="on" label={say('needs.on')} defaultValue={today} max={today} required />}
        <TextArea name="reason" label={say(reasonWord)} rows={2} required />
        <Confirmations form={name} />
        <Button look={look}>{say(`needs.${name}`)}</Button>
      </DataForm>
    </Section>
  );
}
