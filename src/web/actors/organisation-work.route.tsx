import { redirect } from 'react-router';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { ButtonLink } from '../design/button.tsx';
import { Page, Section } from '../design/page.tsx';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/organisation-work.route';
import styles from './actors.module.css';
import { addressOfOrganisation, countryOf, crumbOf, type Work } from './actor-shapes.ts';
import { Term } from './callers.tsx';
import { Conflict } from './conflict.tsx';
import { openForm } from './may-edit.ts';
import { territoryChoices } from './territory-choices.ts';
import { workBody, WorkForm } from './work-form.tsx';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const organisation = await call(context, 'getOrganisation', { organisationId: id }, request);
  openForm(context, request, organisation.abilities.includes('describe-work'));
  const { territory } = organisation;
  const territories = await territoryChoices(context, countryOf(territory.reference), territory, request);
  return { organisation, territories, edited: new URL(request.url).searchParams.get('labor') };
}

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const here = `${addressOfOrganisation(id)}/labor`;
  const at = { workId: textOf(form, 'workId'), version: Number(textOf(form, 'version')) };
  const key = keyOf(form);
  const body = workBody(form);
  const result = form.has('remove')
    ? await attempt(context, 'deletePreventionWork', at, key)
    : at.workId
      ? await attempt(context, 'updatePreventionWork', { ...at, body }, key)
      : await attempt(
          context,
          'createPreventionWork',
          { body: { organisationId: id, territory: textOf(form, 'territory'), ...body } },
          key,
        );
  return result.ok ? redirect(here) : refusedForm(result.refused, form);
}

export default function OrganisationWork({ loaderData }: Route.ComponentProps) {
  const { organisation, territories, edited } = loaderData;
  const say = useSay();
  const home = addressOfOrganisation(organisation.id);
  const here = `${home}/labor`;
  const chosen = organisation.work.find((work) => work.id === edited);
  return (
    <InPlace country={countryOf(organisation.territory.reference)}>
      <Page
        title={say('actor-pages.work-of', { name: organisation.name })}
        lead={say('actor-pages.work-lead')}
        crumbs={[crumbOf(organisation.territory), { to: home, title: organisation.name }]}
      >
        <Conflict
          labels={{
            function: say('actor-pages.function'),
            description: say('actor-pages.description'),
            targetGroup: say('actor-pages.target'),
            capacity: say('actor-pages.capacity'),
          }}
          lists={{ function: 'function' }}
        />
        <WorkList work={organisation.work} here={here} />
        <Section title={chosen ? say('actor-pages.work-correct') : say('actor-pages.work-add')}>
          <WorkForm
            key={chosen?.id ?? 'new'}
            work={chosen}
            organisationId={organisation.id}
            territory={organisation.territory.reference}
            territories={territories}
            here={here}
          />
        </Section>
      </Page>
    </InPlace>
  );
}

function WorkList({ work, here }: { work: readonly Work[]; here: string }) {
  const say = useSay();
  if (work.length === 0) return <p>{say('actor-pages.no-work')}</p>;
  return (
    <ul className={styles.lines}>
      {work.map((one) => (
        <li key={one.id} className={styles.entry}>
          <span>
            {say.dynamic(`actors.function.${one.function}`)}, {one.territory.name}
            <small className={styles.soft}>
              {one.description} <Term from={one.validFrom} to={one.validTo} />
            </small>
          </span>
          <ButtonLink look="quiet" icon="edit" to={`${here}?labor=${one.id}`}>
            {say('actor-pages.change-named', { name: say.dynamic(`actors.function.${one.function}`) })}
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}
