import { Link, redirect } from 'react-router';
import { call } from '../api.ts';
import { ButtonLink } from '../design/button.tsx';
import { Empty } from '../design/notice.tsx';
import { Page } from '../design/page.tsx';
import { InPlace, useFormat, useSay } from '../words/words.tsx';
import type { Route } from './+types/strategies.route';
import { addressOfStrategy, periodOf, type StrategyLine } from './strategy-shapes.ts';
import { ExampleStructure, StrategyState } from './strategy-state.tsx';
import styles from './strategy.module.css';

export async function loader({ context, request }: Route.LoaderArgs) {
  const strategies = await call(context, 'listStrategies', {}, request);
  const [only, ...others] = strategies.items;
  // Where there is one, the list of one would only be in the way; whoever may register another finds the way there.
  if (only && others.length === 0 && strategies.abilities.length === 0)
    throw redirect(addressOfStrategy(only.id));
  return { strategies };
}

/** The strategies of the countries of this installation. */
export default function StrategiesPage({ loaderData: { strategies } }: Route.ComponentProps) {
  const say = useSay();
  const mayEdit = strategies.abilities.includes('edit-strategy');
  return (
    <Page
      title={say('strategies.title')}
      lead={say('strategies.lead')}
      actions={
        mayEdit && (
          <>
            <ButtonLink look="main" to="/estrategia/nueva">
              {say('strategies.register')}
            </ButtonLink>
            <ButtonLink look="quiet" to="/estrategia/por-alinear">
              {say('strategies.ended-see')}
            </ButtonLink>
          </>
        )
      }
    >
      {strategies.items.length === 0 ? (
        <Empty title={say('strategies.none')}>
          <p>{say('strategies.none-lead')}</p>
        </Empty>
      ) : (
        <ul className={styles.strategies}>
          {strategies.items.map((strategy) => (
            <li key={strategy.id}>
              <InPlace country={strategy.territory.reference.slice(0, 2)}>
                <StrategyEntry strategy={strategy} />
              </InPlace>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}

function StrategyEntry({ strategy }: { strategy: StrategyLine }) {
  const say = useSay();
  const format = useFormat();
  return (
    <>
      <p className={styles.country}>{strategy.territory.name}</p>
      <h2>
        <Link to={addressOfStrategy(strategy.id)}>{strategy.title}</Link>
      </h2>
      <p>
        {strategy.owner.name} · {say('strategies.period', periodOf(format, strategy))}
      </p>
      <p className={styles.states}>
        <StrategyState strategy={strategy} />
        <ExampleStructure version={strategy.current} />
      </p>
    </>
  );
}
