import { Link } from 'react-router';
import { ButtonLink } from '../design/button.tsx';
import { PersonToCall } from '../design/person-to-call.tsx';
import { Page, Section } from '../design/page.tsx';
import { Table } from '../design/table.tsx';
import type { Answer } from '../api.ts';
import { addressOfTerritory } from '../territories/territory-shapes.ts';
import { useSay } from '../words/words.tsx';
import { addressOfOrganisation, addressOfPerson, addressOfStructure } from './home-shapes.ts';
import type { loadAgreements, Month } from './load-month.ts';
import { OurCommitments } from './our-commitments.tsx';
import { ReportsDue } from './reports-due.tsx';
import { MyAgreements } from './this-month.tsx';
import styles from './home.module.css';

type Organisation = Answer<'getOrganisation'>;

/** An institution: where it sits, where it works, who speaks for it. */
export default function MyInstitution({
  organisation,
  month,
  days,
  agreements,
}: {
  organisation: Organisation;
  month: Month;
  days: Answer<'getLedgerMonth'>;
  agreements: Awaited<ReturnType<typeof loadAgreements>>;
}) {
  const say = useSay();
  return (
    <Page
      title={say('home.institution')}
      lead={organisation.name}
      actions={
        <>
          <ButtonLink to={addressOfOrganisation(organisation.id)}>{say('home.institution-page')}</ButtonLink>
          <ButtonLink to="/inventario">{say('inventory.title')}</ButtonLink>
        </>
      }
    >
      <OurCommitments month={month} days={days} />
      <ReportsDue reports={month.reports} />
      <MyAgreements agreements={agreements} />
      <Section title={say('home.sits')}>
        <Seats seats={organisation.seats} />
      </Section>
      <Section title={say('home.works')}>
        <WhereItWorks work={organisation.work} />
      </Section>
      <Section title={say('home.focal-points')}>
        <FocalPoints posts={organisation.posts} />
      </Section>
    </Page>
  );
}

function Seats({ seats }: Pick<Organisation, 'seats'>) {
  const say = useSay();
  if (seats.length === 0) return <p>{say('home.sits-none')}</p>;
  return (
    <ul className={styles.lines}>
      {seats.map((seat) => (
        <li key={seat.id}>
          <Link to={addressOfStructure(seat.structure.id)}>{seat.structure.name}</Link>
          <small>
            {seat.name} · {say.dynamic(`actors.seat.${seat.role}`)}
          </small>
        </li>
      ))}
    </ul>
  );
}

function WhereItWorks({ work }: Pick<Organisation, 'work'>) {
  const say = useSay();
  if (work.length === 0) return <p>{say('places.no-work')}</p>;
  return (
    <Table
      caption={say('home.works')}
      isCaptionHidden
      rows={work}
      rowKey={(row) => row.id}
      columns={[
        {
          id: 'where',
          title: say('places.name'),
          cell: (row) => <Link to={addressOfTerritory(row.territory.reference)}>{row.territory.name}</Link>,
        },
        {
          id: 'function',
          title: say('home.function'),
          cell: (row) => say.dynamic(`actors.function.${row.function}`),
        },
        { id: 'what', title: say('places.description'), cell: (row) => row.description },
        { id: 'whom', title: say('places.target'), cell: (row) => row.targetGroup },
      ]}
    />
  );
}

function FocalPoints({ posts }: Pick<Organisation, 'posts'>) {
  const say = useSay();
  const current = posts.filter((post) => post.isCurrent);
  if (current.length === 0) return <p>{say('home.no-focal-points')}</p>;
  return (
    <ul className={styles.people}>
      {current.map((post) => {
        const way = (...channels: string[]) =>
          post.person?.contacts.find((contact) => channels.includes(contact.channel))?.value;
        return (
          <li key={post.id}>
            <PersonToCall
              name={post.person?.name ?? say(post.isVacant ? 'places.vacant' : 'places.not-shown')}
              to={post.person ? addressOfPerson(post.person.id) : undefined}
              office={`${post.title} · ${post.territory.name}`}
              phone={way('mobile', 'phone')}
              email={way('email')}
              silence={say('home.no-contact')}
            />
          </li>
        );
      })}
    </ul>
  );
}
