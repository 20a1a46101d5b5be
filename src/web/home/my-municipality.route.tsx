import { Link } from 'react-router';
import { ButtonLink } from '../design/button.tsx';
import { Page, Section } from '../design/page.tsx';
import type { Visitor } from '../page-context.ts';
import { MissingHere } from '../territories/missing-here.tsx';
import { addressOfTerritory, type TerritoryActors } from '../territories/territory-shapes.ts';
import { WhomToCall } from '../territories/whom-to-call.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import { Attention } from './attention.tsx';
import { addressOfStructure, type Situation } from './home-shapes.ts';
import type { loadAgreements, loadPlans, Month } from './load-month.ts';
import { MyAgreements, Plans, ThisMonth } from './this-month.tsx';
import styles from './home.module.css';

/** The mayor's prevention officer: what waits here, whom to call, my boards, what is missing. */
export default function MyMunicipality({
  situation,
  actors,
  visitor,
  month,
  plans,
  agreements,
}: {
  month: Month;
  plans: Awaited<ReturnType<typeof loadPlans>>;
  agreements: Awaited<ReturnType<typeof loadAgreements>>;
  situation: Situation;
  actors: TerritoryActors;
  visitor: Visitor;
}) {
  const say = useSay();
  const { territory } = situation;
  const page = addressOfTerritory(territory.reference);
  const mayInvite = visitor.mayWrite && visitor.deeds.includes('invite');
  return (
    <Page
      title={say('home.municipality')}
      lead={territory.name}
      actions={
        <>
          <ButtonLink to={page}>{say('home.place-page', { name: territory.name })}</ButtonLink>
          <ButtonLink to={`${page}/hoja`} icon="print">
            {say('home.place-sheet')}
          </ButtonLink>
          <ButtonLink to="/tablero">{say('analysis.dashboard')}</ButtonLink>
          {visitor.deeds.includes('edit-plan') && <ButtonLink to="/ruta">{say('planning.title')}</ButtonLink>}
          {mayInvite && (
            <ButtonLink to="/administracion/cuentas/invitar" icon="add">
              {say('home.invite')}
            </ButtonLink>
          )}
        </>
      }
    >
      <ThisMonth month={month} title={say('home.month')} />
      <Plans plans={plans} title={say('home.plan')} />
      <MyAgreements agreements={agreements} />
      <Section title={say('home.attention')}>
        <Attention situation={situation} who={visitor} />
      </Section>
      <Section title={say('home.call')}>
        <WhomToCall actors={actors} />
      </Section>
      <Section title={say('home.my-structures')}>
        <Boards structures={actors.structures} />
      </Section>
      <Section title={say('home.missing')}>
        <MissingHere comparison={actors.comparison} />
      </Section>
    </Page>
  );
}

function Boards({ structures }: Pick<TerritoryActors, 'structures'>) {
  const say = useSay();
  const format = useFormat();
  if (structures.length === 0) return <p>{say('places.no-structures')}</p>;
  return (
    <ul className={styles.lines}>
      {structures.map((structure) => {
        const vacant = structure.seatList.filter((seat) => seat.isVacant).map((seat) => seat.name);
        return (
          <li key={structure.id}>
            <Link to={addressOfStructure(structure.id)}>{structure.name}</Link>
            <small>
              {say('home.seats-summary', { filled: structure.filledSeats ?? 0, all: structure.seats })}
              {'. '}
              {vacant.length === 0
                ? say('home.structure-full')
                : say('home.structure-vacant', { seats: format.list(vacant) })}
            </small>
          </li>
        );
      })}
    </ul>
  );
}
