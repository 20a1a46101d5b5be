import { useActionData } from 'react-router';
import { Button, ButtonLink, Buttons } from '../design/button.tsx';
import { Checkbox, DateField, TextArea } from '../design/field.tsx';
import { DataForm, FieldGroup } from '../design/form.tsx';
import { Empty } from '../design/notice.tsx';
import { useFormat, useSay, useToday } from '../words/words.tsx';
import { Chooser } from './chooser.tsx';
import type { Leaving } from './hand-over-passings.ts';

/** Who leaves, who comes, from which day, and why. */
export function HandOverForm({ leaving }: { leaving: Leaving }) {
  const say = useSay();
  const today = useToday();
  const format = useFormat();
  const changeover = leaving.changeover && changeoverInWords(leaving.changeover, say, format);
  const back = (
    <ButtonLink look="quiet" to="/actores/traspaso">
      {say('actor-pages.choose-another')}
    </ButtonLink>
  );
  if (leaving.people.length === 0) return <Empty title={say('actor-pages.nobody-holds')} action={back} />;
  return (
    <DataForm name="preview" labels={{ on: say('actor-pages.first-day'), reason: say('actor-pages.reason') }}>
      <input type="hidden" name="territory" value={leaving.territory} />
      <input type="hidden" name="home" value={leaving.organisationId ?? ''} />
      <input type="hidden" name="organisationId" value={leaving.government?.id ?? ''} />
      {leaving.government && <p>{say('actor-pages.government-lead', { name: leaving.government.name })}</p>}
      {leaving.people.map((person) => (
        <LeavingPerson key={person.id} person={person} isOnly={leaving.government === null} />
      ))}
      <DateField
        name="on"
        label={say('actor-pages.first-day')}
        help={[say('actor-pages.first-day-help'), changeover].filter(Boolean).join(' ')}
        defaultValue={leaving.firstDay ?? today}
        required
      />
      <TextArea
        name="reason"
        label={say('actor-pages.reason')}
        help={say('actor-pages.hand-over-reason-help')}
        rows={2}
        required
      />
      <Buttons>
        <Button>{say('actor-pages.hand-over-preview')}</Button>
        {back}
      </Buttons>
    </DataForm>
  );
}

function changeoverInWords(
  { on, verified }: NonNullable<Leaving['changeover']>,
  say: ReturnType<typeof useSay>,
  format: ReturnType<typeof useFormat>,
): string {
  const day = format.longDay(on);
  return verified
    ? say('handing-over.changeover', { day })
    : say('handing-over.changeover-unverified', { day });
}

function LeavingPerson({ person, isOnly }: { person: Leaving['people'][number]; isOnly: boolean }) {
  const say = useSay();
  const format = useFormat();
  const { typed } = useActionData<{ typed?: Record<string, string> }>() ?? {};
  const offices = format.list(person.offices);
  return (
    <FieldGroup legend={person.name}>
      {offices && <p>{offices}</p>}
      {isOnly ? (
        <input type="hidden" name="leaves" value={person.id} />
      ) : (
        <Checkbox
          // Several share the name: a refused form brings back only one of them, so each says for itself.
          key={typed ? 'again' : 'first'}
          name="leaves"
          value={person.id}
          label={say('actor-pages.leaves', { name: person.name })}
          defaultChecked={person.leaves}
        />
      )}
      <Chooser
        name={`to-${person.id}`}
        label={say('actor-pages.who-comes')}
        help={say('actor-pages.who-comes-help')}
        register
      />
    </FieldGroup>
  );
}
