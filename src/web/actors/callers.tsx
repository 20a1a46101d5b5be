import { PersonToCall } from '../design/person-to-call.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import styles from './actors.module.css';
import { addressOfPerson, type Post } from './actor-shapes.ts';

/** Those who hold an office now, ready to be called; an office without anybody says that it is vacant. */
export function Callers({
  posts,
  empty,
  withOrganisation = false,
}: {
  posts: readonly Post[];
  empty: string;
  withOrganisation?: boolean;
}) {
  const say = useSay();
  const current = posts.filter((post) => post.isCurrent);
  if (current.length === 0) return <p>{empty}</p>;
  return (
    <div className={styles.people}>
      {current.map((post) => (
        <PersonToCall
          key={post.id}
          name={holderOf(post, say)}
          to={post.person ? addressOfPerson(post.person.id) : undefined}
          office={officeOf(post, withOrganisation, say)}
          phone={wayOf(post, ['mobile', 'phone'])}
          email={wayOf(post, ['email'])}
          silence={post.isVacant ? '' : say('actor-pages.no-way-to-reach')}
        />
      ))}
    </div>
  );
}

/** Who held an office before, behind one door. */
export function FormerPosts({ posts }: { posts: readonly Post[] }) {
  const say = useSay();
  const former = posts.filter((post) => !post.isCurrent);
  if (former.length === 0) return null;
  return (
    <details className={styles.more}>
      <summary>{say('actor-pages.other-terms', { count: former.length })}</summary>
      <ul className={styles.lines}>
        {former.map((post) => (
          <li key={post.id}>
            {holderOf(post, say)}
            <small>
              {officeOf(post, false, say)} · <Term from={post.validFrom} to={post.validTo} />
            </small>
          </li>
        ))}
      </ul>
    </details>
  );
}

type Say = ReturnType<typeof useSay>;

/** Who holds it, in words where nobody does or where the name is not for everyone. */
export function holderOf(post: Pick<Post, 'person' | 'isVacant'>, say: Say): string {
  return post.person?.name ?? say(post.isVacant ? 'actors.vacant' : 'actor-pages.not-shown');
}

export function officeOf(post: Post, withOrganisation: boolean, say: Say): string {
  const kind = say.dynamic(`actors.post.${post.kind}`);
  return [
    post.title,
    post.title === kind ? null : kind,
    post.topic,
    post.alternate ? say('actors.capacity.alternate') : null,
    withOrganisation ? post.organisation.name : null,
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

export function wayOf(post: Pick<Post, 'person'>, channels: readonly string[]): string | undefined {
  return post.person?.contacts.find((contact) => channels.includes(contact.channel))?.value;
}

/** A term in words: since when, until when. */
export function Term({ from, to }: { from: string | null; to: string | null }) {
  const say = useSay();
  const format = useFormat();
  const parts = [
    from === null ? null : say('shared.since', { date: format.day(from) }),
    to === null ? null : say('shared.until', { date: format.day(to) }),
  ].filter((part) => part !== null);
  return <>{parts.join(' ')}</>;
}
