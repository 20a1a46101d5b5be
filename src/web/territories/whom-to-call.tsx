import { useRouteLoaderData } from 'react-router';
import { PersonToCall } from '../design/person-to-call.tsx';
import type { Frame } from '../shell/frame.ts';
import { useSay } from '../words/words.tsx';
import styles from './territory.module.css';
import type { Post, TerritoryActors } from './territory-shapes.ts';

const order = ['officer', 'focal-point', 'liaison', 'head'];

type Registered = Pick<TerritoryActors, 'posts' | 'authorities'>;

/** Those who hold an office now: whoever answers for prevention in the territory's own government first, then the institutions. */
export function currentPosts({ posts, authorities }: Registered): Post[] {
  const governing = new Set(authorities.map((authority) => authority.organisation.id));
  const rank = (post: Post) =>
    Number(post.alternate) * 100 +
    Number(!governing.has(post.organisation.id)) * 10 +
    order.indexOf(post.kind);
  return posts.filter((post) => post.isCurrent).toSorted((one, other) => rank(one) - rank(other));
}

/** Whom to call in a territory, and where nobody is there, one level up. */
export function WhomToCall({ actors, atMost }: { actors: TerritoryActors; atMost?: number }) {
  const say = useSay();
  const frame = useRouteLoaderData<Frame>('root');
  const here = currentPosts(actors).slice(0, atMost);
  const above = actors.above
    .map((level) => ({ territory: level.territory, posts: currentPosts(level).slice(0, 3) }))
    .find((level) => level.posts.length > 0);
  return (
    <>
      {here.length === 0 && <p>{say('places.nobody-to-call')}</p>}
      <div className={styles.people}>
        {here.map((post) => (
          <Caller key={post.id} post={post} />
        ))}
      </div>
      {above && (
        <>
          <h3>{say('places.call-above', { name: above.territory.name })}</h3>
          <div className={styles.people}>
            {above.posts.map((post) => (
              <Caller key={post.id} post={post} />
            ))}
          </div>
        </>
      )}
      {actors.contactsHidden && (
        <p className={styles.note}>
          {say(frame?.visitor ? 'places.contact-hidden' : 'places.contact-sign-in')}
        </p>
      )}
    </>
  );
}

function Caller({ post }: { post: Post }) {
  const say = useSay();
  const { person } = post;
  const name = person?.name ?? say(post.isVacant ? 'places.vacant' : 'places.not-shown');
  const way = (channels: readonly string[]) =>
    person?.contacts.find((contact) => channels.includes(contact.channel))?.value;
  const office = [post.title, post.alternate ? say('places.alternate') : null, post.organisation.name]
    .filter((part) => part !== null)
    .join(' · ');
  return (
    <PersonToCall
      name={name}
      to={person ? `/actores/personas/${person.id}` : undefined}
      office={office}
      phone={way(['mobile', 'phone'])}
      email={way(['email'])}
      silence={say('places.no-contact')}
    />
  );
}
