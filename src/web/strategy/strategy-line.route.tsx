import { Link } from 'react-router';
import { call } from '../api.ts';
import { DefinitionList } from '../design/definition-list.tsx';
import { Notice } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { InPlace, useFormat, useSay } from '../words/words.tsx';
import type { Route } from './+types/strategy-line.route';
import { AlignedTo } from './aligned-to.tsx';
import { IndicatorTable } from './indicator-table.tsx';
import { useLineFacts } from './line-facts.tsx';
import { addressOfLine, addressOfStrategy, titleOf, type Line } from './strategy-shapes.ts';
import { ExampleStructure } from './strategy-state.tsx';
import styles from './strategy.module.css';

export async function loader({ context, params: { threadId }, request }: Route.LoaderArgs) {
  return { line: await call(context, 'getStrategyLine', { threadId }, request) };
}

/** One line of action: what it is, who answers for it, what is measured, how it came about, and what is aligned to it. */
export default function StrategyLinePage({ loaderData: { line } }: Route.ComponentProps) {
  const say = useSay();
  const { element, strategy, inVersion } = line;
  return (
    <InPlace country={strategy.territory.reference.slice(0, 2)}>
      <Page
        title={titleOf(element)}
        crumbs={[
          { to: addressOfStrategy(strategy.id), title: strategy.title },
          ...line.path.map((above) => ({ to: addressOfLine(above.threadId), title: titleOf(above) })),
        ]}
        state={
          <>
            <span>{strategy.levels[element.level - 1]?.[say.language]}</span>
            <ExampleStructure version={inVersion} />
          </>
        }
        lead={element.description}
      >
        {line.hasEnded && (
          <Notice kind="warning" title={say('strategies.line-ended')}>
            {say('strategies.line-ended-lead')}
          </Notice>
        )}
        <Section title={say('strategies.facts')}>
          <DefinitionList facts={useLineFacts(line)} />
        </Section>
        {line.below.length > 0 && <Below line={line} />}
        {element.indicators.length > 0 && (
          <Section title={say('strategies.indicators')}>
            <IndicatorTable indicators={element.indicators} />
          </Section>
        )}
        <AlignedTo aligned={line.aligned} />
        <History line={line} />
      </Page>
    </InPlace>
  );
}

function Below({ line }: { line: Line }) {
  const say = useSay();
  return (
    <Section title={say('strategies.below')}>
      <ul className={styles.plain}>
        {line.below.map((below) => (
          <li key={below.threadId}>
            <Link to={addressOfLine(below.threadId)}>{titleOf(below)}</Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function History({ line }: { line: Line }) {
  const say = useSay();
  const format = useFormat();
  const fieldsOf = (fields: readonly string[]) =>
    format.list(fields.map((field) => say.dynamic(`strategy.field.${field}`)));
  return (
    <Section title={say('strategies.history')}>
      <ol className={styles.plain}>
        {line.history.map((entry) => (
          <li key={entry.number}>
            {say('strategies.history-of', {
              number: entry.number,
              outcome: say.dynamic(`strategy.outcome.${entry.outcome}`).toLowerCase(),
            })}
            <small>
              {entry.title}
              {entry.fields.length > 0 &&
                ` · ${say('strategies.history-fields', { fields: fieldsOf(entry.fields) })}`}
            </small>
          </li>
        ))}
      </ol>
    </Section>
  );
}
