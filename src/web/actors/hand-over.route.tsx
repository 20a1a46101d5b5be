import { firstDayToOffer, nextChangeover } from '#domain/territories/changeovers.ts';
import { redirect } from 'react-router';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Button } from '../design/button.tsx';
import { DataForm } from '../design/form.tsx';
import { Page, Section } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/hand-over.route';
import { countryOf } from './actor-shapes.ts';
import { chosenOrganisation, chosenPerson } from './choose.ts';
import { Chooser } from './chooser.tsx';
import { HandOverForm } from './hand-over-form.tsx';
import { HandOverPreview } from './hand-over-preview.tsx';
import { readPassings, type Leaving } from './hand-over-passings.ts';
import { openFormTo } from './may-edit.ts';
import { PastHandovers } from './past-handovers.tsx';
import { pageOfRequest } from '../api.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  openFormTo(context, request, 'hand-over');
  const query = new URL(request.url).searchParams;
  const country = pageOfRequest(context).visitor?.country ?? '';
  const leaving = await whoLeaves(context, query.get('de'), query.get('gobierno'), request);
  const { items } = await call(context, 'listHandovers', { limit: 20 }, request);
  return { leaving, country, past: items };
}

/** Whose things pass on: one person's, or those of everybody who holds an office of a government. */
async function whoLeaves(
  context: Route.LoaderArgs['context'],
  person: string | null,
  government: string | null,
  request: Request,
): Promise<Leaving | null> {
  if (person) {
    const found = await call(context, 'getPerson', { personId: person }, request);
    const offices = found.posts.filter((post) => post.isCurrent).map((post) => post.title);
    return {
      government: null,
      territory: found.territory.reference,
      organisationId: found.organisation?.id ?? null,
      changeover: null,
      firstDay: null,
      people: [{ id: found.id, name: found.name, offices, leaves: true }],
    };
  }
  if (!government) return null;
  const found = await call(context, 'getOrganisation', { organisationId: government }, request);
  const people = new Map<string, { id: string; name: string; offices: string[]; leaves: boolean }>();
  for (const post of found.posts) {
    if (!post.isCurrent || post.person === null) continue;
    const known = people.get(post.person.id) ?? {
      id: post.person.id,
      name: post.person.name,
      offices: [],
      leaves: false,
    };
    people.set(post.person.id, {
      ...known,
      offices: [...known.offices, post.title],
      leaves: known.leaves || post.kind === 'head',
    });
  }
  const { items: countries } = await call(context, 'listCountries', {}, request);
  const { changeovers = [] } =
    countries.find(({ code }) => code === countryOf(found.territory.reference)) ?? {};
  const today = pageOfRequest(context).today;
  return {
    changeover: nextChangeover(changeovers, found.level, today),
    firstDay: firstDayToOffer(changeovers, found.level, today),
    government: { id: found.id, name: found.name },
    territory: found.territory.reference,
    organisationId: found.id,
    people: [...people.values()],
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const country = textOf(form, 'country');
  switch (textOf(form, '_form')) {
    case 'person': {
      const person = await chosenPerson(context, form, 'person', {
        territory: country,
        organisationId: null,
      });
      return person.ok ? redirect(`/actores/traspaso${person.id ? `?de=${person.id}` : ''}`) : person.answer;
    }
    case 'government': {
      const chosen = await chosenOrganisation(context, form, 'government', country);
      return chosen.ok
        ? redirect(`/actores/traspaso${chosen.id ? `?gobierno=${chosen.id}` : ''}`)
        : chosen.answer;
    }
    default:
      return passOn(context, form);
  }
}

/** First what would pass on; with the same values, doing it. */
async function passOn(context: Route.ActionArgs['context'], form: FormData) {
  const read = await readPassings(context, form);
  if (!read.ok) return read.answer;
  const body = {
    passings: read.passings,
    organisationId: textOf(form, 'organisationId') || null,
    on: textOf(form, 'on'),
    reason: textOf(form, 'reason'),
  };
  if (textOf(form, '_form') === 'do') {
    const done = await attempt(context, 'handOver', { body }, keyOf(form));
    return done.ok ? redirect(`/actores/traspaso/${done.answer.id}`) : refusedForm(done.refused, form);
  }
  const preview = await attempt(context, 'previewHandover', { body }, {});
  return preview.ok ? { preview: preview.answer, body } : refusedForm(preview.refused, form);
}

export default function HandOver({
  loaderData: { leaving, country, past },
  actionData,
}: Route.ComponentProps) {
  const say = useSay();
  const shown = actionData && 'preview' in actionData ? actionData : null;
  return (
    <Page
      title={say('actor-pages.hand-over')}
      lead={say('actor-pages.hand-over-lead')}
      crumbs={[{ to: '/actores', title: say('actor-pages.title') }]}
    >
      {shown && <HandOverPreview preview={shown.preview} body={shown.body} />}
      {!shown && leaving && <HandOverForm leaving={leaving} />}
      {!shown && !leaving && <Begin country={country} />}
      {!leaving && past.length > 0 && <PastHandovers past={past} />}
    </Page>
  );
}

function Begin({ country }: { country: string }) {
  const say = useSay();
  return (
    <>
      <Section title={say('actor-pages.person-changes')}>
        <DataForm name="person">
          <input type="hidden" name="country" value={country} />
          <Chooser name="person" label={say('actor-pages.who-leaves')} required />
          <Button>{say('actor-pages.go-on')}</Button>
        </DataForm>
      </Section>
      <Section title={say('actor-pages.government-changes')}>
        <DataForm name="government">
          <input type="hidden" name="country" value={country} />
          <Chooser
            name="government"
            label={say('actor-pages.which-government')}
            help={say('actor-pages.which-government-help')}
            required
          />
          <Button look="plain">{say('actor-pages.go-on')}</Button>
        </DataForm>
      </Section>
    </>
  );
}
