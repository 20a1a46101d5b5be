import { redirect } from 'react-router';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Button, ButtonLink, Buttons } from '../design/button.tsx';
import { TextArea } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Page } from '../design/page.tsx';
import { InPlace, useFormat, useSay } from '../words/words.tsx';
import type { Route } from './+types/cancel-hand-over.route';
import { countryOf } from './actor-shapes.ts';
import { HandedOver } from './hand-over-preview.tsx';
import { openForm } from './may-edit.ts';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const brief = await call(context, 'getHandoverBrief', { handoverId: id }, request);
  openForm(context, request, brief.mayCancel);
  return { brief };
}

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const body = { reason: textOf(form, 'reason') };
  const done = await attempt(context, 'cancelHandover', { handoverId: id, body }, keyOf(form));
  return done.ok ? redirect('/actores/traspaso') : refusedForm(done.refused, form);
}

/** Calling off a handover whose day has not come, with what it would have passed. */
export default function CancelHandOver({ loaderData: { brief } }: Route.ComponentProps) {
  const say = useSay();
  const format = useFormat();
  const name = brief.organisation?.name ?? brief.territory.name;
  return (
    <InPlace country={countryOf(brief.territory.reference)}>
      <Page
        title={say('handing-over.cancel-title', { name, day: format.longDay(brief.on) })}
        lead={say('handing-over.cancel-lead')}
        crumbs={[
          { to: '/actores', title: say('actor-pages.title') },
          { to: '/actores/traspaso', title: say('actor-pages.hand-over') },
        ]}
      >
        <HandedOver passed={brief} />
        <DataForm name="cancel">
          <TextArea
            name="reason"
            label={say('handing-over.cancel-reason')}
            help={say('handing-over.cancel-reason-help')}
            required
          />
          <Buttons>
            <Button>{say('handing-over.cancel-do')}</Button>
            <ButtonLink look="quiet" to="/actores/traspaso">
              {say('handing-over.keep')}
            </ButtonLink>
          </Buttons>
        </DataForm>
      </Page>
    </InPlace>
  );
}
