import type { Answer } from '../api.ts';
import { Button, ButtonLink, Buttons } from '../design/button.tsx';
import { DataForm } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { Section } from '../design/page.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import styles from './actors.module.css';
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

/** Offices and seats, from whom to whom; then the accounts that somebody has to see to. */
export function HandedOver({ passed }: { passed: Pick<Preview, 'posts' | 'seats' | 'accounts'> }) {
  const say = useSay();
  const name = (holder: { name: string } | null) => holder?.name ?? say('actors.vacant');
  return (
    <>
      <ul className={styles.lines}>
        {passed.posts.map((post, index) => (
          <li key={`post ${index}`}>
            {post.title}, {post.organisation.name}
            <small>{say('actor-pages.from-to', { from: name(post.from), to: name(post.to) })}</small>
          </li>
        ))}
        {passed.seats.map((seat, index) => (
          <li key={`seat ${index}`}>
            {seat.seat}, {seat.structure.name} ({say.dynamic(`actors.capacity.${seat.capacity}`)})
            <small>{say('actor-pages.from-to', { from: name(seat.from), to: name(seat.to) })}</small>
          </li>
        ))}
      </ul>
      {passed.accounts.length > 0 && (
        <Notice kind="warning" title={say('actor-pages.accounts-to-see-to')}>
          {passed.accounts.map((account, index) => (
            <p key={index}>
              {say('actor-pages.account-roles', {
                name: name(account.from),
                roles: account.roles.map((role) => roleName(role, say)).join(', '),
              })}
            </p>
          ))}
        </Notice>
      )}
    </>
  );
}

function roleName(role: string, say: ReturnType<typeof useSay>): string {
  return say.knows(`access.role.${role}`) ? say.dynamic(`access.role.${role}`) : role;
}
