import { Button, Buttons } from '../design/button.tsx';
import { Checkbox, DateField, Radios, Select, TextInput } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { StateTag } from '../design/state-tag.tsx';
import { useSay, useToday } from '../words/words.tsx';
import styles from './actors.module.css';
import { countryOf, type Seat } from './actor-shapes.ts';
import { Term } from './callers.tsx';
import { Chooser } from './chooser.tsx';
import { optionsOf } from './options.ts';
import { seatFacts } from './seat-words.ts';

/** One seat behind its own door: who sits and sat on it, who is appointed, and the seat itself. */
export function SeatUpkeep({
  seat,
  isOpen,
  territory,
  people,
}: {
  seat: Seat;
  isOpen: boolean;
  territory: string;
  people: readonly string[];
}) {
  const say = useSay();
  const sitting = seat.terms.filter((term) => term.isCurrent);
  return (
    <details open={isOpen} className={styles.door}>
      <summary>
        <span className={styles.row}>
          <strong>{seat.name}</strong>
          {sitting.length === 0 ? (
            <StateTag state="missing">{say('actors.vacant')}</StateTag>
          ) : (
            <span>{sitting.map((term) => term.person?.name ?? say('actor-pages.not-shown')).join(', ')}</span>
          )}
        </span>
        <small className={styles.soft}>{seatFacts(seat, say)}</small>
      </summary>
      <div className={styles.inside}>
        {seat.terms.map((term) => (
          <EndTerm key={term.id} seat={seat} term={term} />
        ))}
        <h3>{say('actor-pages.appoint')}</h3>
        <Appoint seat={seat} territory={territory} people={people} />
        <h3>{say('actor-pages.seat-correct')}</h3>
        <SeatForm seat={seat} country={countryOf(territory)} position={seat.position} />
      </div>
    </details>
  );
}

function EndTerm({ seat, term }: { seat: Seat; term: Seat['terms'][number] }) {
  const say = useSay();
  const today = useToday();
  const name = term.person?.name ?? say('actor-pages.not-shown');
  return (
    <DataForm name={`term-${term.id}`} labels={{ on: say('actor-pages.last-day') }}>
      <p>
        {name} · {say.dynamic(`actors.capacity.${term.capacity}`)}
        <small className={styles.soft}>
          <Term from={term.validFrom} to={term.validTo} />
        </small>
      </p>
      <input type="hidden" name="seatId" value={seat.id} />
      <input type="hidden" name="termId" value={term.id} />
      {term.isCurrent && (
        <DateField
          name="on"
          label={say('actor-pages.last-day')}
          defaultValue={term.validTo ?? today}
          required
        />
      )}
      <Buttons>
        {term.isCurrent && <Button look="plain">{say('actor-pages.end-term', { name })}</Button>}
        <Button look="danger" name="mistake" value="yes">
          {say('actor-pages.term-mistake')}
        </Button>
      </Buttons>
    </DataForm>
  );
}

function Appoint({ seat, territory, people }: { seat: Seat; territory: string; people: readonly string[] }) {
  const say = useSay();
  const today = useToday();
  const labels = {
    personId: say('actor-pages.who'),
    capacity: say('actor-pages.capacity-of-seat'),
    validFrom: say('actor-pages.from'),
    validTo: say('actor-pages.until'),
  };
  return (
    <DataForm name={`appoint-${seat.id}`} labels={labels}>
      <input type="hidden" name="seatId" value={seat.id} />
      <input type="hidden" name="territory" value={territory} />
      <input type="hidden" name="organisation" value={seat.organisation?.id ?? ''} />
      <Chooser name="personId" label={labels.personId} suggestions={people} register required />
      <Radios
        name="capacity"
        label={labels.capacity}
        options={optionsOf(say, 'capacity')}
        defaultValue="principal"
      />
      <DateField name="validFrom" label={labels.validFrom} defaultValue={today} required />
      <DateField name="validTo" label={labels.validTo} help={say('actor-pages.post-until-help')} />
      <Button look="plain">{say('actor-pages.appoint-to', { seat: seat.name })}</Button>
    </DataForm>
  );
}

/** A seat: an institution's place, or a named one. */
export function SeatForm({ seat, country, position }: { seat?: Seat; country: string; position: number }) {
  const say = useSay();
  const labels = {
    name: say('actor-pages.seat-name'),
    role: say('actor-pages.seat-role'),
    organisationId: say('actor-pages.seat-organisation'),
  };
  return (
    <DataForm name={`seat-${seat?.id ?? 'new'}`} labels={labels}>
      <input type="hidden" name="country" value={country} />
      <input type="hidden" name="position" value={position} />
      {seat && <input type="hidden" name="seatId" value={seat.id} />}
      {seat && <input type="hidden" name="version" value={seat.version} />}
      <TextInput
        name="name"
        label={labels.name}
        help={say('actor-pages.seat-name-help')}
        defaultValue={seat?.name}
        required
      />
      <Select
        name="role"
        label={labels.role}
        options={optionsOf(say, 'seat')}
        defaultValue={seat?.role ?? 'member'}
        required
      />
      <Chooser
        name="organisationId"
        label={labels.organisationId}
        help={say('actor-pages.seat-organisation-help')}
        current={seat?.organisation}
      />
      <Checkbox name="hasVote" label={say('actor-pages.has-vote')} defaultChecked={seat?.hasVote ?? true} />
      <Buttons>
        <Button look={seat ? 'plain' : 'main'}>
          {seat ? say('shared.save') : say('actor-pages.add-seat')}
        </Button>
        {seat && seat.terms.length === 0 && (
          <Button look="danger" name="remove" value="yes">
            {say('actor-pages.remove-seat')}
          </Button>
        )}
      </Buttons>
    </DataForm>
  );
}
