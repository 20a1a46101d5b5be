import { Link } from 'react-router';
import { isInDays } from '#domain/compliance/indicators.ts';
import { DefinitionList } from '../design/definition-list.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import styles from './charts.module.css';
import { ExploredFigures } from './explored.tsx';
import type { LoadedBlock } from './load-blocks.ts';
import { OwnPast } from './own-past.tsx';
import { ReportingMap } from './reporting-map.tsx';

/** What a block is called. */
export function useBlockTitle(): (loaded: LoadedBlock) => string {
  const say = useSay();
  return (loaded) => {
    if (loaded.kind === 'view') return loaded.shown?.view.title ?? say('analysis.view-title');
    if (loaded.kind === 'figure') {
      const { block, shown } = loaded;
      const code = block.kind === 'figure' ? block.indicator : '';
      return shown
        ? say('analysis.block.figure', { title: shown.indicator.title, name: shown.territory.name })
        : say('analysis.block-kind.figure', { title: code });
    }
    const name = loaded.shown?.name ?? '';
    return say(loaded.kind === 'reports' ? 'analysis.block.reports' : 'analysis.block.compliance', { name });
  };
}

/** One block of a dashboard. */
export function DashboardBlock({ loaded, index }: { loaded: LoadedBlock; index: number }) {
  const say = useSay();
  const { shown } = loaded;
  if (loaded.kind === 'figure')
    return loaded.shown ? (
      <OwnPast trend={loaded.shown} id={`block-${index}`} />
    ) : (
      <p>{say('analysis.block-not-told')}</p>
    );
  if (shown === null) return <p>{say('analysis.block-gone')}</p>;
  if (loaded.kind === 'view' && loaded.shown) {
    const { asked, explored, view } = loaded.shown;
    return (
      <>
        {view.note !== null && <p className={styles.prose}>{view.note}</p>}
        <ExploredFigures explored={explored} look={asked.look} />
        <p>
          <Link to={`/explorar?${view.query}`}>{say('analysis.view-open')}</Link>
        </p>
      </>
    );
  }
  if (loaded.kind === 'reports' && loaded.shown) {
    const { cycle, name } = loaded.shown;
    return cycle ? (
      <ReportingMap cycle={cycle} map={null} name={name} />
    ) : (
      <p>{say('analysis.block-no-reports')}</p>
    );
  }
  return loaded.kind === 'compliance' && loaded.shown ? <Compliance figures={loaded.shown.figures} /> : null;
}

type Figures = NonNullable<Extract<LoadedBlock, { kind: 'compliance' }>['shown']>['figures'];

function Compliance({ figures }: { figures: Figures }) {
  const say = useSay();
  const format = useFormat();
  const shares = figures.filter(
    ({ code, part, value }) => part === 'whole' && code !== 'C3' && value !== null,
  );
  return (
    <>
      <DefinitionList
        facts={shares.map(({ code, denominator, numerator, value }) => ({
          term: say.dynamic(`compliance.indicator.${code}.whole`),
          value: isInDays(code)
            ? say('compliance.days', { days: Math.round(value ?? 0) })
            : format.percent(value ?? 0),
          source: say('indicators.computed-share', {
            numerator: format.number(numerator),
            denominator: format.number(denominator),
          }),
        }))}
      />
      <p>
        <Link to="/cumplimiento">{say('places.compliance')}</Link>
      </p>
    </>
  );
}
