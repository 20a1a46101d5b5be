import { data, redirect } from 'react-router';
import { attempt, call, keyOf, refusedForm, textOf, typedOf } from '../api.ts';
import { Page, Section } from '../design/page.tsx';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/structure-seats.route';
import { addressOfStructure, countryOf, crumbOf, type Seat } from './actor-shapes.ts';
import { chosenOrganisation, chosenPerson, faultOn, voiceOfPage } from './choose.ts';
import { openForm } from './may-edit.ts';
import { SeatForm, SeatUpkeep } from './seat-forms.tsx';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const structure = await call(context, 'getStructure', { structureId: id }, request);
  openForm(context, request, structure.abilities.includes('edit-structure'));
  const { items } = await call(context, 'listPeople', {
    territory: structure.territory.reference,
    limit: 200,
  });
  return {
    structure,
    people: items.map((person) => person.name),
    opened: new URL(request.url).searchParams.get('puesto'),
  };
}

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const here = `${addressOfStructure(id)}/puestos`;
  const seatId = textOf(form, 'seatId');
  const wish = textOf(form, '_form');
  if (wish.startsWith('appoint')) return appoint(context, form, seatId, `${here}?puesto=${seatId}`);
  if (wish.startsWith('term')) {
    const body = form.has('mistake') ? { mistake: true } : { on: textOf(form, 'on') || null };
    const ended = await attempt(
      context,
      'endSeatTerm',
      { termId: textOf(form, 'termId'), body },
      keyOf(form),
    );
    return ended.ok ? redirect(`${here}?puesto=${seatId}`) : refusedForm(ended.refused, form);
  }
  if (form.has('remove')) {
    const gone = await attempt(context, 'removeSeat', { seatId }, keyOf(form));
    return gone.ok ? redirect(here) : refusedForm(gone.refused, form);
  }
  const organisation = await chosenOrganisation(context, form, 'organisationId', textOf(form, 'country'));
  if (!organisation.ok) return organisation.answer;
  const body = {
    name: textOf(form, 'name'),
    role: textOf(form, 'role') as Seat['role'],
    hasVote: form.has('hasVote'),
    position: Number(textOf(form, 'position') || 0),
    organisationId: organisation.id,
  };
  const version = Number(textOf(form, 'version'));
  const saved = seatId
    ? await attempt(context, 'updateSeat', { seatId, version, body }, keyOf(form))
    : await attempt(context, 'addSeat', { structureId: id, body }, keyOf(form));
  return saved.ok ? redirect(`${here}?puesto=${saved.answer.id}`) : refusedForm(saved.refused, form);
}

async function appoint(context: Route.ActionArgs['context'], form: FormData, seatId: string, here: string) {
  const at = { territory: textOf(form, 'territory'), organisationId: textOf(form, 'organisation') || null };
  const person = await chosenPerson(context, form, 'personId', at);
  if (!person.ok) return person.answer;
  if (person.id === null) {
    const say = await voiceOfPage(context);
    const refused = faultOn('personId', 'actor-pages.who-missing', say('actor-pages.who-missing'));
    return data({ refused, typed: typedOf(form) }, 422);
  }
  const body = {
    personId: person.id,
    capacity: textOf(form, 'capacity') as 'principal',
    validFrom: textOf(form, 'validFrom'),
    validTo: textOf(form, 'validTo') || null,
  };
  const done = await attempt(context, 'appointToSeat', { seatId, body }, keyOf(form));
  return done.ok ? redirect(here) : refusedForm(done.refused, form);
}

export default function StructureSeats({ loaderData, actionData }: Route.ComponentProps) {
  const { structure, people, opened } = loaderData;
  const say = useSay();
  // What was refused stays in sight.
  const shown = actionData?.typed['seatId'] ?? opened;
  const home = addressOfStructure(structure.id);
  const country = countryOf(structure.territory.reference);
  return (
    <InPlace country={country}>
      <Page
        title={say('actor-pages.seats-of', { name: structure.name })}
        lead={say('actor-pages.seats-lead')}
        crumbs={[crumbOf(structure.territory), { to: home, title: structure.name }]}
      >
        <div>
          {structure.seatList.map((seat) => (
            <SeatUpkeep
              key={`${seat.id} ${seat.terms.length}`}
              seat={seat}
              isOpen={seat.id === shown}
              territory={structure.territory.reference}
              people={people}
            />
          ))}
        </div>
        <Section title={say('actor-pages.add-seat')}>
          <SeatForm
            key={structure.seatList.length}
            country={country}
            position={structure.seatList.length + 1}
          />
        </Section>
      </Page>
    </InPlace>
  );
}
