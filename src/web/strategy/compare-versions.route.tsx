import { Link, redirect } from 'react-router';
import { call } from '../api.ts';
import { Page } from '../design/page.tsx';
import { StateTag } from '../design/state-tag.tsx';
import { Empty } from '../design/notice.tsx';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/compare-versions.route';
import { ChangedFields } from './changed-fields.tsx';
import {
  addressOfLine,
  addressOfStrategy,
  outcomeLooks,
  titleOf,
  type Compared,
  type Comparison,
} from './strategy-shapes.ts';
import styles from './strategy.module.css';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const asked = new URL(request.url).searchParams;
  const [from, to] = [asked.get('de'), asked.get('a')];
  if (from !== null && to !== null) {
    const comparison = await call(context, 'compareStrategyVersions', { from, to }, request);
    return { comparison, id };
  }
  const { versions } = await call(context, 'getStrategy', { strategyId: id }, request);
  const [last, before] = versions;
  if (last && before) throw redirect(`${addressOfStrategy(id)}/comparar?de=${before.id}&a=${last.id}`);
  return { comparison: null, id };
}

/** Two versions side by side: what was kept, what changed and how, what is new, what ended. */
export default function ComparePage({ loaderData: { comparison, id } }: Route.ComponentProps) {
  const say = useSay();
  const { strategy } = comparison ?? {};
  return (
    <InPlace>
      <Page
        title={say('strategies.compare')}
        crumbs={[
          { to: addressOfStrategy(id), title: strategy?.title ?? say('strategies.title') },
          { to: `${addressOfStrategy(id)}/versiones`, title: say('strategies.versions') },
        ]}
        lead={
          comparison &&
          say('strategies.compare-lead', { from: comparison.from.number, to: comparison.to.number })
        }
      >
        {comparison ? <Outcome comparison={comparison} /> : <Empty title={say('strategies.one-version')} />}
      </Page>
    </InPlace>
  );
}

function Outcome({ comparison }: { comparison: Comparison }) {
  const say = useSay();
  const { counts } = comparison;
  return (
    <>
      <p>
        {say('strategies.compare-counts', {
          kept: counts.kept,
          changed: counts.changed,
          added: counts.new,
          ended: counts.ended,
        })}
      </p>
      <ComparedList comparison={comparison} items={comparison.items.filter((item) => !isKept(item))} />
      {counts.kept > 0 && (
        <details>
          <summary className={styles.more}>{say('strategies.kept-ones', { count: counts.kept })}</summary>
          <ComparedList comparison={comparison} items={comparison.items.filter(isKept)} />
        </details>
      )}
    </>
  );
}

const isKept = ({ outcome }: Compared) => outcome === 'kept';

function ComparedList({ comparison, items }: { comparison: Comparison; items: readonly Compared[] }) {
  return (
    <ol className={styles.compared}>
      {items.map((item) => (
        <li key={item.threadId}>
          <ComparedElement item={item} levels={comparison.strategy.levels} />
        </li>
      ))}
    </ol>
  );
}

function ComparedElement({ item, levels }: { item: Compared; levels: Comparison['strategy']['levels'] }) {
  const say = useSay();
  const element = item.after ?? item.before;
  if (!element) return null;
  return (
    <>
      <p className={styles.states}>
        <StateTag state={outcomeLooks[item.outcome]}>
          {say.dynamic(`strategy.outcome.${item.outcome}`)}
        </StateTag>
        <span className={styles.soft}>{levels[element.level - 1]?.[say.language]}</span>
      </p>
      <p>
        <Link to={addressOfLine(item.threadId)}>{titleOf(element)}</Link>
      </p>
      {item.outcome === 'changed' && <ChangedFields item={item} />}
    </>
  );
}
