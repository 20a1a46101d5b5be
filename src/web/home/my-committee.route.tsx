import { ButtonLink } from '../design/button.tsx';
import { PersonToCall } from '../design/person-to-call.tsx';
import { Page, Section } from '../design/page.tsx';
import { StateTag } from '../design/state-tag.tsx';
import { addressOfTerritory, type TerritoryActors } from '../territories/territory-shapes.ts';
import { WhomToCall } from '../territories/whom-to-call.tsx';
import type { Answer } from '../api.ts';
import { useFormat, useSay, useToday } from '../words/words.tsx';
import { addressOfPerson, addressOfStructure } from './home-shapes.ts';
import type { loadPlans, Month } from './load-month.ts';
import { Plans, ThisMonth } from './this-month.tsx';
import styles from './home.module.css';

type Structure = Answer<'getStructure'>;
type Seat = Structure['seatList'][number];

/** The committee's secretary: who is on it, one touch to call them, until when they serve. */
export default function MyCommittee({
  structure,
  actors,
  month,
  plans,
}: {
  structure: Structure;
  actors: TerritoryActors;
  month: Month;
  plans: Awaited<ReturnType<typeof loadPlans>>;
}) {
  const say = useSay();
  const mayEdit = structure.abilities.includes('edit-structure');
  const { territory } = structure;
  return (
    <Page
      title={say('home.committee')}
      lead={structure.name}
      actions={
        <>
          {mayEdit && (
            <ButtonLink look="main" icon="edit" to={addressOfStructure(structure.id)}>
              {say('home.committee-correct')}
            </ButtonLink>
          )}
          <ButtonLink to={addressOfTerritory(territory.reference)}>
            {say('home.place-page', { name: territory.name })}
          </ButtonLink>
        </>
      }
    >
      <ThisMonth month={month} title={say('home.next-due')} />
      <Plans plans={plans} title={say('home.committee-answers')} />
      <Section title={say('home.committee-people')}>
        {structure.filledSeats !== null && (
          <p>{say('home.seats-summary', { filled: structure.filledSeats, all: structure.seats })}</p>
        )}
        <ul className={styles.people}>{structure.seatList.flatMap((seat) => linesOf(seat))}</ul>
      </Section>
      <Section title={say('home.call')}>
        <WhomToCall actors={actors} atMost={4} />
      </Section>
    </Page>
  );
}

function linesOf(seat: Seat) {
  const current = seat.terms.filter((term) => term.isCurrent);
  const former = seat.terms.find((term) => !term.isCurrent);
  if (current.length === 0)
    return [
      <li key={seat.id}>
        <VacantSeat seat={seat} until={former?.validTo ?? null} />
      </li>,
    ];
  return current.map((term) => (
    <li key={term.id}>
      <SeatHolder seat={seat} term={term} />
    </li>
  ));
}

function SeatHolder({ seat, term }: { seat: Seat; term: Seat['terms'][number] }) {
  const say = useSay();
  const format = useFormat();
  const way = (...channels: string[]) =>
    term.person?.contacts.find((contact) => channels.includes(contact.channel))?.value;
  const office = [
    seat.name,
    term.capacity === 'alternate' ? say('home.seat-alternate') : null,
    seat.organisation?.name ?? null,
    term.validTo === null ? null : say('home.seat-until', { day: format.day(term.validTo) }),
  ].filter((part) => part !== null);
  return (
    <PersonToCall
      name={term.person?.name ?? say('places.not-shown')}
      to={term.person ? addressOfPerson(term.person.id) : undefined}
      office={office.join(' · ')}
      phone={way('mobile', 'phone')}
      email={way('email')}
      silence={say('home.no-contact')}
    />
  );
}

function VacantSeat({ seat, until }: { seat: Seat; until: string | null }) {
  const say = useSay();
  const format = useFormat();
  const today = useToday();
  return (
    <div className={styles.what}>
      <strong>{seat.name}</strong>
      <StateTag state="missing">{say('home.seat-vacant')}</StateTag>
      {until !== null && until <= today && (
        <p>{say('home.seat-ended', { when: format.relativeDay(until, today) })}</p>
      )}
    </div>
  );
}
