import { Link } from 'react-router';
import { StateTag } from '../design/state-tag.tsx';
import { Table } from '../design/table.tsx';
import { useSay } from '../words/words.tsx';
import styles from './actors.module.css';
import { addressOfPerson, type Seat } from './actor-shapes.ts';
import { Term } from './callers.tsx';
import { seatFacts } from './seat-words.ts';

/** Who sits on each seat, as principal and as alternate; a seat without anybody says that it is vacant. */
export function SeatList({ seats }: { seats: readonly Seat[] }) {
  const say = useSay();
  if (seats.length === 0) return <p>{say('actor-pages.no-seats')}</p>;
  return (
    <Table
      caption={say('actor-pages.who-sits')}
      isCaptionHidden
      rows={seats}
      rowKey={(seat) => seat.id}
      columns={[
        {
          id: 'seat',
          title: say('actor-pages.seat'),
          cell: (seat) => (
            <>
              {seat.name}
              <small className={styles.soft}>{seatFacts(seat, say)}</small>
            </>
          ),
        },
        {
          id: 'principal',
          title: say('actors.capacity.principal'),
          cell: (seat) => <Sitting seat={seat} capacity="principal" />,
        },
        {
          id: 'alternate',
          title: say('actors.capacity.alternate'),
          cell: (seat) => <Sitting seat={seat} capacity="alternate" />,
        },
      ]}
    />
  );
}

function Sitting({ seat, capacity }: { seat: Seat; capacity: 'principal' | 'alternate' }) {
  const say = useSay();
  const terms = seat.terms.filter((term) => term.isCurrent && term.capacity === capacity);
  // To a visitor nothing is said of who sits: neither a name nor that nobody does.
  if (seat.isVacant === null) return null;
  if (terms.length === 0)
    return capacity === 'principal' ? <StateTag state="missing">{say('actors.vacant')}</StateTag> : null;
  return (
    <>
      {terms.map((term) => (
        <span key={term.id}>
          {term.person ? (
            <Link to={addressOfPerson(term.person.id)}>{term.person.name}</Link>
          ) : (
            say('actor-pages.not-shown')
          )}
          <small className={styles.soft}>
            <Term from={term.validFrom} to={term.validTo} />
          </small>
        </span>
      ))}
    </>
  );
}
