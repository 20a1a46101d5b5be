import type { Answer } from '../api.ts';
import { Button, ButtonLink, Buttons } from '../design/button.tsx';
import { DataForm } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { Section } from '../design/page.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import styles from './actors.module.css';
import { OfficeWork } from './office-work.tsx';
import { PassedUndated } from './passed-undated.tsx';
import { writePassings } from './hand-over-passings.ts';

type Preview = Answer<'previewHandover'>;
type Body = {
  readonly passings: readonly { readonly fromPersonId: string; readonly toPersonId: string | null }[];
  readonly organisationId: string | null;
  readonly on: string;
  readonly reason: string;
};

/** What will pass on, before it does; confirming sends exactly this. */
export function HandOverPreview({ preview, body }: { preview: Preview; body: Body }) {
  const say = useSay();
  const format = useFormat();
  return (
    <Section title={say('actor-pages.hand-over-what', { day: format.longDay(body.on) })}>
      <HandedOver passed={preview} />
      {body.on > preview.open.today && <p>{say('handing-over.on-the-day')}</p>}
      <h3>{say('handing-over.open')}</h3>
      <OfficeWork work={preview.open} isFolded />
      <DataForm name="do">
        <input type="hidden" name="passings" value={writePassings(body.passings)} />
        <input type="hidden" name="organisationId" value={body.organisationId ?? ''} />
        <input type="hidden" name="on" value={body.on} />
        <input type="hidden" name="reason" value={body.reason} />
        <Buttons>
          <Button>{say('actor-pages.hand-over-do')}</Button>
          <ButtonLink look="quiet" to="/actores/traspaso">
            {say('shared.cancel')}
          </ButtonLink>
        </Buttons>
      </DataForm>
    </Section>
  );
}

/** Offices and seats, from whom to whom; then the roles of their accounts, their lists in work, and where they sign. */
export function HandedOver({ passed }: { passed: Omit<Preview, 'open'> }) {
  const say = useSay();
  return (
    <>
      <ul className={styles.lines}>
        {passed.posts.map((post, index) => (
          <li key={`post ${index}`}>
            {post.title}, {post.organisation.name}
            <small>{changeInWords(post, say)}</small>
          </li>
        ))}
        {passed.seats.map((seat, index) => (
          <li key={`seat ${index}`}>
            {seat.seat}, {seat.structure.name} ({say.dynamic(`actors.capacity.${seat.capacity}`)})
            <small>{changeInWords(seat, say)}</small>
          </li>
        ))}
      </ul>
      <PassedRoles roles={passed.roles} />
      <PassedUndated passed={passed} />
    </>
  );
}

/** The roles that pass, and of those that do not, why and what to do. */
function PassedRoles({ roles }: Pick<Preview, 'roles'>) {
  const say = useSay();
  const sentence = (one: Preview['roles'][number]) =>
    say(`actors.role-passing.${one.outcome}`, {
      role: roleName(one.role, say),
      place: one.organisation?.name ?? one.territory.name,
      from: one.from?.name ?? '',
      to: one.to?.name ?? '',
    });
  const isPassed = (one: Preview['roles'][number]) =>
    one.outcome === 'passes' || one.outcome === 'held-already';
  const left = roles.filter((one) => !isPassed(one));
  return (
    <>
      <ul className={styles.lines}>
        {roles.filter(isPassed).map((one, index) => (
          <li key={index}>{sentence(one)}</li>
        ))}
      </ul>
      {left.length > 0 && (
        <Notice kind="warning" title={say('actor-pages.accounts-to-see-to')}>
          {left.map((one, index) => (
            <p key={index}>{sentence(one)}</p>
          ))}
        </Notice>
      )}
    </>
  );
}

type Change = {
  readonly from: { readonly name: string } | null;
  readonly to: { readonly name: string } | null;
};

function changeInWords({ from, to }: Change, say: ReturnType<typeof useSay>): string {
  const before = from?.name ?? say('actor-pages.not-shown');
  return to === null
    ? say('actor-pages.vacated', { from: before })
    : say('actor-pages.from-to', { from: before, to: to.name });
}

function roleName(role: string, say: ReturnType<typeof useSay>): string {
  return say.knows(`access.role.${role}`) ? say.dynamic(`access.role.${role}`) : role;
}
