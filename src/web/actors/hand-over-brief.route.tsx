import { call, pageOfRequest, type Answer } from '../api.ts';
import { PrintSheet } from '../design/print-sheet.tsx';
import type { RouteHandle } from '../shell/frame.ts';
import { InPlace, useFormat, useSay } from '../words/words.tsx';
import type { Route } from './+types/hand-over-brief.route';
import styles from './actors.module.css';
import { countryOf } from './actor-shapes.ts';
import { holderOf } from './callers.tsx';
import { HandedOver } from './hand-over-preview.tsx';
import { OfficeWork } from './office-work.tsx';
import { seatsInWords } from './seat-words.ts';

export const handle: RouteHandle = { script: false, frame: false };

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const [brief, { items: countries }] = await Promise.all([
    call(context, 'getHandoverBrief', { handoverId: id }, request),
    call(context, 'listCountries', {}, request),
  ]);
  const country = countries.find((one) => one.code === countryOf(brief.territory.reference));
  return {
    brief,
    paper: country?.paper ?? 'a4',
    address: `${pageOfRequest(context).origin}/actores/traspaso/${id}`,
  };
}

/** For whoever comes: what is theirs now, whom to call from the first day, which structures meet, what is going on. */
export default function HandOverBrief({ loaderData: { brief, paper, address } }: Route.ComponentProps) {
  const say = useSay();
  return (
    <InPlace country={countryOf(brief.territory.reference)}>
      <Sheet brief={brief} paper={paper} address={address} title={say('actor-pages.brief')} />
    </InPlace>
  );
}

type Brief = Answer<'getHandoverBrief'>;

function Sheet({
  brief,
  paper,
  address,
  title,
}: {
  brief: Brief;
  paper: string;
  address: string;
  title: string;
}) {
  const say = useSay();
  const format = useFormat();
  const place = brief.organisation?.name ?? brief.territory.name;
  return (
    <PrintSheet
      paper={paper === 'letter' ? 'letter' : 'A4'}
      title={`${title}: ${place}`}
      state={`${say('actor-pages.first-day')}: ${format.longDay(brief.on)} · ${brief.reason}`}
      address={address.replace(/^https?:\/\//, '')}
    >
      {brief.cancelled && (
        <div role="status">
          <p>
            <strong>
              {say('handing-over.cancelled', {
                day: format.longDay(format.dayOf(brief.cancelled.at)),
                reason: brief.cancelled.reason,
              })}
            </strong>
          </p>
          <p>{say('handing-over.cancelled-means')}</p>
        </div>
      )}
      <h2>{say('actor-pages.brief-yours')}</h2>
      <HandedOver passed={brief} />
      {!brief.isPassed && !brief.cancelled && <p>{say('handing-over.on-the-day')}</p>}
      <h2>{say('handing-over.open')}</h2>
      <OfficeWork work={brief.open} />
      <h2>{say('shared.person-to-call')}</h2>
      <Counterparts posts={brief.counterparts} />
      <h2>{say('actor-pages.structures')}</h2>
      {brief.structures.length === 0 && <p>{say('actor-pages.no-structures')}</p>}
      <ul className={styles.lines}>
        {brief.structures.map((structure) => (
          <li key={structure.id}>
            {structure.name} ({structure.territory.name})<small>{seatsInWords(structure, say)}</small>
          </li>
        ))}
      </ul>
      <h2>{say('actor-pages.brief-work')}</h2>
      {brief.work.length === 0 && <p>{say('actor-pages.no-work')}</p>}
      <ul className={styles.lines}>
        {brief.work.map((work) => (
          <li key={work.id}>
            {say.dynamic(`actors.function.${work.function}`)}: {work.organisation.name}
            {work.description && <small>{work.description}</small>}
          </li>
        ))}
      </ul>
    </PrintSheet>
  );
}

function Counterparts({ posts }: { posts: Brief['counterparts'] }) {
  const say = useSay();
  if (posts.length === 0) return <p>{say('actor-pages.no-posts')}</p>;
  return (
    <table className={styles.sheetTable}>
      <tbody>
        {posts.map((post) => (
          <tr key={post.id}>
            <th scope="row">{holderOf(post, say)}</th>
            <td>
              {post.title}, {post.organisation.name} ({post.territory.name})
            </td>
            <td>{post.person?.contacts.map((contact) => contact.value).join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
