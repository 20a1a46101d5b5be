import { call } from '../api.ts';
import { ButtonLink } from '../design/button.tsx';
import { DefinitionList } from '../design/definition-list.tsx';
import { Empty, Notice } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { addressOfTerritory } from '../territories/territory-shapes.ts';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/strategy.route';
import { useStrategyFacts } from './strategy-facts.tsx';
import { addressOfStrategy } from './strategy-shapes.ts';
import { ExampleStructure, StrategyState } from './strategy-state.tsx';
import { VersionTree } from './version-tree.tsx';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const strategy = await call(context, 'getStrategy', { strategyId: id }, request);
  const version =
    strategy.current &&
    (await call(context, 'getStrategyVersion', { versionId: strategy.current.id }, request));
  return { strategy, version };
}

/** A strategy: what is known of it, and its version in force as one reads it. */
export default function StrategyPage({ loaderData: { strategy, version } }: Route.ComponentProps) {
  const say = useSay();
  return (
    <InPlace country={strategy.territory.reference.slice(0, 2)}>
      <Page
        title={strategy.title}
        crumbs={[
          { to: addressOfTerritory(strategy.territory.reference), title: strategy.territory.name },
          { to: '/estrategia', title: say('strategies.title') },
        ]}
        state={
          <>
            <StrategyState strategy={strategy} />
            <ExampleStructure version={version} />
          </>
        }
        actions={
          <>
            <ButtonLink to={`${addressOfStrategy(strategy.id)}/versiones`}>
              {say('strategies.versions')}
            </ButtonLink>
            <ButtonLink look="quiet" to="/indicadores">
              {say('indicators.title')}
            </ButtonLink>
          </>
        }
      >
        <DefinitionList facts={useStrategyFacts(strategy)} />
        {strategy.note && <p>{strategy.note}</p>}
        <Section title={say('strategies.structure')}>
          {version?.isExampleStructure && (
            <Notice kind="warning" title={say('strategies.example-structure')}>
              {say('strategies.example-structure-lead')}
            </Notice>
          )}
          {version ? (
            <VersionTree elements={version.elements} levels={version.strategy.levels} />
          ) : (
            <Empty title={say('strategies.not-approved')} />
          )}
        </Section>
      </Page>
    </InPlace>
  );
}
