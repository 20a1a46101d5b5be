import { redirect } from 'react-router';
import { attempt, call, keyOf, pageOfRequest, refusedForm, textOf } from '../api.ts';
import { Button, Buttons } from '../design/button.tsx';
import { Select, type Option } from '../design/field.tsx';
import { Page } from '../design/page.tsx';
import { addressOfTerritory } from '../territories/territory-shapes.ts';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/new-plan.route';
import { DraftForm } from './draft-form.tsx';
import { headBody } from './head-body.ts';
import { HeadFields, useHeadLabels } from './head-fields.tsx';
import { openPlanForm } from './open-plan-form.ts';
import { addressOfPlan } from './plan-shapes.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { visitor } = pageOfRequest(context);
  openPlanForm(context, request, visitor?.deeds.includes('edit-plan') ?? false);
  const asked = new URL(request.url).searchParams.get('territorio');
  const reference = asked || (visitor?.home.reference ?? '');
  const [territory, actors, { items: strategies }] = await Promise.all([
    call(context, 'getTerritory', { reference }, request),
    call(context, 'getTerritoryActors', { territory: reference }, request),
    call(context, 'listStrategies', { country: reference.slice(0, 2) }, request),
  ]);
  const own = visitor?.organisation ?? null;
  const named = (list: readonly { id: string; name: string }[]) => list.map(({ id, name }) => ({ id, name }));
  const organisations = named(actors.organisations);
  const withOwn =
    own && !organisations.some(({ id }) => id === own.id) ? [own, ...organisations] : organisations;
  const choices = strategies.map(({ id, title }) => ({ id, title }));
  return {
    territory,
    own,
    organisations: withOwn,
    structures: named(actors.structures),
    strategies: choices,
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const [kind, id = null] = textOf(form, 'owner').split(':');
  const owner = {
    organisationId: kind === 'organisation' ? id : null,
    structureId: kind === 'structure' ? id : null,
  };
  const body = { territory: textOf(form, 'territory'), ...owner, ...headBody(form) };
  const made = await attempt(context, 'createPlan', { body }, keyOf(form));
  return made.ok ? redirect(addressOfPlan(made.answer.id)) : refusedForm(made.refused, form);
}

/** Begins a plan: whose it is, what it is called, its period. The rest comes after. */
export default function NewPlan({ loaderData }: Route.ComponentProps) {
  const { territory, own, organisations, structures, strategies } = loaderData;
  const say = useSay();
  const options: Option[] = [
    ...organisations.map(({ id, name }) => ({
      value: `organisation:${id}`,
      label: name,
      group: say('plans.organisations'),
    })),
    ...structures.map(({ id, name }) => ({
      value: `structure:${id}`,
      label: name,
      group: say('plans.structures'),
    })),
  ];
  return (
    <InPlace country={territory.country}>
      <Page
        title={say('plans.new')}
        lead={say('plans.new-lead')}
        crumbs={[
          { to: addressOfTerritory(territory.reference), title: territory.name },
          { to: `/planes?territorio=${territory.reference}`, title: say('plans.title') },
        ]}
      >
        <DraftForm draft={`plan-new-${territory.reference}`} labels={useHeadLabels()}>
          <input type="hidden" name="territory" value={territory.reference} />
          <Select
            name="owner"
            label={say('plans.owner')}
            options={options}
            empty={say('shared.choose')}
            defaultValue={own ? `organisation:${own.id}` : ''}
            required
          />
          <HeadFields
            plan={null}
            strategies={strategies}
            title={say('plans.title-suggested', { name: territory.name })}
          />
          <Buttons>
            <Button>{say('plans.begin')}</Button>
          </Buttons>
        </DraftForm>
      </Page>
    </InPlace>
  );
}
