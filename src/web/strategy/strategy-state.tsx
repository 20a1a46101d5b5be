import { StateTag } from '../design/state-tag.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import { looks, periodOf, type StrategyLine, type VersionLine } from './strategy-shapes.ts';

/** How things stand with a strategy: in force, its period over, or not approved yet. */
export function StrategyState({ strategy }: { strategy: StrategyLine }) {
  const say = useSay();
  const format = useFormat();
  if (strategy.isPeriodOver)
    return (
      <StateTag state="not-applicable">
        {say('strategies.period-over', { year: strategy.periodTo.slice(0, 4) })}
      </StateTag>
    );
  if (!strategy.current) return <StateTag state="missing">{say('strategies.not-approved')}</StateTag>;
  return <StateTag state="on-time">{say('strategies.in-force', periodOf(format, strategy))}</StateTag>;
}

/** That what a version says is an example, where no text supports it. */
export function ExampleStructure({ version }: { version: Pick<VersionLine, 'isExampleStructure'> | null }) {
  const say = useSay();
  if (!version?.isExampleStructure) return null;
  return <StateTag state="missing">{say('strategies.example-structure')}</StateTag>;
}

/** How things stand with a version. */
export function VersionState({ version }: { version: VersionLine }) {
  const say = useSay();
  return (
    <StateTag state={looks[version.standing]}>
      {say.dynamic(`strategy.standing.${version.standing}`)}
    </StateTag>
  );
}
