import { call, pageOfRequest } from '../api.ts';
import { PrintSheet } from '../design/print-sheet.tsx';
import { groupsOf, type NeedLine } from '../diagnosis/need-shapes.ts';
import type { RouteHandle } from '../shell/frame.ts';
import { InPlace, useFormat, useSay } from '../words/words.tsx';
import type { Route } from './+types/territory-sheet.route';
import { PeopleSentence } from './population.tsx';
import { TerritoryMap } from '../design/map.tsx';
import { SheetCooperation } from './sheet-cooperation.tsx';
import { findMap } from './optional-map.ts';
import styles from './territory-sheet.module.css';
import { addressOfTerritory, type Territory, type TerritoryActors } from './territory-shapes.ts';
import { currentPosts } from './whom-to-call.tsx';

export const handle: RouteHandle = { script: false, frame: false };

export async function loader({ context, params: { reference }, request }: Route.LoaderArgs) {
  const [territory, actors, { items: countries }, { items: needs }, cooperation, { items: plans }] =
    await Promise.all([
      call(context, 'getTerritory', { reference }, request),
      call(context, 'getTerritoryActors', { territory: reference }, request),
      call(context, 'listCountries', {}, request),
      call(context, 'listNeeds', { territory: reference, below: 'no', limit: 3 }, request),
      call(context, 'getCooperation', { territory: reference }, request),
      call(
        context,
        'listPlans',
        { territory: reference, below: 'no', standing: 'approved', limit: 2 },
        request,
      ),
    ]);
  const parent = territory.parent?.reference ?? territory.reference;
  const map = await findMap(context, parent, { width: 320 });
  const paper = countries.find((country) => country.code === territory.country)?.paper ?? 'a4';
  const address = `${pageOfRequest(context).origin}${addressOfTerritory(reference)}`;
  return { territory, actors, map, paper, address, needs, cooperation, plans };
}

/** One sheet that answers "brief me on this territory": legible in grey, on letter or A4. */
export default function TerritorySheet({ loaderData }: Route.ComponentProps) {
  const { territory, actors, map, paper, address, needs, cooperation, plans } = loaderData;
  const say = useSay();
  const state = `${territory.kindName[say.language]} · ${say('territories.code')} ${territory.code}`;
  return (
    <InPlace country={territory.country} today={cooperation.today}>
      <PrintSheet
        paper={paper === 'letter' ? 'letter' : 'A4'}
        title={say('places.sheet-title', { name: territory.name })}
        state={[territory.ancestors.map((place) => place.name).join(' / '), state]
          .filter(Boolean)
          .join(' · ')}
        address={address.replace(/^https?:\/\//, '')}
      >
        <div className={styles.columns}>
          <div>
            <p>
              <PeopleSentence figure={territory.population} />
            </p>
            <h2>{say('places.governs')}</h2>
            <p>
              {actors.authorities.map((one) => one.organisation.name).join(', ') ||
                say('places.no-authority')}
            </p>
            <h2>{say('places.whom-to-call')}</h2>
            <Callers actors={actors} />
          </div>
          {map && (
            <TerritoryMap
              id="sheet-map"
              title={say('places.map-of', { name: territory.parent?.name ?? territory.name })}
              width={map.width}
              height={map.height}
              areas={map.areas.map((area) => ({
                id: area.reference,
                name: area.name,
                path: area.path,
                shade: area.reference === territory.reference ? 4 : 'plain',
                isApproximate: map.layer.approximate,
                isHere: area.reference === territory.reference,
              }))}
            />
          )}
        </div>
        {needs.length > 0 && <Needs needs={needs} />}
        <SheetCooperation cooperation={cooperation} plans={plans} />
        <div className={styles.halves}>
          <div>
            <Missing comparison={actors.comparison} />
            <Structures actors={actors} />
          </div>
          <div>
            <Work actors={actors} />
          </div>
        </div>
        <Below territory={territory} />
      </PrintSheet>
    </InPlace>
  );
}

function Callers({ actors }: { actors: TerritoryActors }) {
  const say = useSay();
  const posts = currentPosts(actors).slice(0, 3);
  const over = actors.above[0];
  const above = over ? currentPosts(over).slice(0, 2) : [];
  if (posts.length + above.length === 0) return <p>{say('places.nobody-to-call')}</p>;
  return (
    <table className={styles.table}>
      <tbody>
        {[...posts, ...above].map((post) => (
          <tr key={post.id}>
            <th scope="row">{post.person?.name ?? say('places.not-shown')}</th>
            <td>
              {post.title}, {post.organisation.name}
            </td>
            <td>
              {post.person?.contacts.map((contact) => (
                <span key={contact.value} className={styles.contact}>
                  {contact.value}
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the place has to answer first. */
function Needs({ needs }: { needs: readonly NeedLine[] }) {
  const say = useSay();
  return (
    <div className={styles.block}>
      <h2>{say('needs.title')}</h2>
      <ol className={styles.list}>
        {needs.map((need) => (
          <li key={need.id}>
            {need.problem} ({groupsOf(say, need)}
            {need.example && `; ${say('needs.example')}`})
          </li>
        ))}
      </ol>
    </div>
  );
}

function Missing({ comparison }: Pick<TerritoryActors, 'comparison'>) {
  const say = useSay();
  const format = useFormat();
  const lacking = comparison?.filter((line) => line.isMet === false) ?? [];
  const unknown = comparison?.filter((line) => line.isMet === null) ?? [];
  return (
    <>
      <h2>{say('places.missing')}</h2>
      {comparison === null && <p>{say('places.no-norm')}</p>}
      {comparison !== null && lacking.length + unknown.length === 0 && <p>{say('places.nothing-missing')}</p>}
      <ul className={styles.list}>
        {lacking.map((line) => (
          <li key={line.norm}>
            {line.name} ({say(line.required ? 'places.required' : 'places.proposed')}; {line.source.title}
            {!line.source.verified && `, ${say('territories.not-verified')}`})
          </li>
        ))}
      </ul>
      {unknown.length > 0 && (
        <p>{say('places.unknown-list', { names: format.list(unknown.map((line) => line.name)) })}</p>
      )}
    </>
  );
}

function Structures({ actors }: { actors: TerritoryActors }) {
  const say = useSay();
  return (
    <>
      <h2>{say('places.structures')}</h2>
      {actors.structures.length === 0 && <p>{say('places.no-structures')}</p>}
      <ul className={styles.list}>
        {actors.structures.slice(0, 3).map((structure) => (
          <li key={structure.id}>
            {structure.name}
            {structure.filledSeats !== null &&
              `: ${say('places.seats', { filled: structure.filledSeats, all: structure.seats })}`}
          </li>
        ))}
      </ul>
    </>
  );
}

function Work({ actors }: { actors: TerritoryActors }) {
  const say = useSay();
  return (
    <>
      <h2>{say('places.work')}</h2>
      {actors.work.length === 0 && <p>{say('places.no-work')}</p>}
      <ul className={styles.list}>
        {actors.work.slice(0, 4).map((work) => (
          <li key={work.id}>
            {say.dynamic(`actors.function.${work.function}`)}: {work.organisation.name}
            {work.description && ` — ${work.description}`}
          </li>
        ))}
      </ul>
    </>
  );
}

function Below({ territory }: { territory: Territory }) {
  const say = useSay();
  const format = useFormat();
  if (territory.childCount === 0) return null;
  return (
    <div className={styles.block}>
      <h2>{say('places.level-below')}</h2>
      <p className={styles.wide}>{format.list(territory.children.slice(0, 40).map((child) => child.name))}</p>
    </div>
  );
}
