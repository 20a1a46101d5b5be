import type { ReactNode } from 'react';
import type { Answer } from '../api.ts';
import { Section } from '../design/page.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import { Link } from 'react-router';
import { addressOfTerritory } from './territory-shapes.ts';

type Report = Answer<'importBoundaries'>;
type Named = { readonly reference: string; readonly name: string };

/** What became, or would become, of a file of boundaries: what matched, and everything that did not. */
export function BoundaryReport({ report }: { report: Report }) {
  const say = useSay();
  const format = useFormat();
  return (
    <Section title={say('places.boundary-report')}>
      <p role="status">
        <strong>
          {say('places.boundary-matched', { matched: report.matched, territories: report.territories })}
        </strong>
        {report.applied && ` · ${say('places.saved')}`}
      </p>
      <Part title={say('places.boundary-without')} count={report.withoutShape.length}>
        <Territories of={report.withoutShape} />
      </Part>
      <Part title={say('places.boundary-unmatched')} count={report.unmatched.length}>
        {format.list(report.unmatched.map((one) => `${one.label} (${one.feature})`))}
      </Part>
      <Part title={say('places.boundary-ambiguous')} count={report.ambiguous.length}>
        {format.list(
          report.ambiguous.map(
            (one) => `${one.label}: ${one.candidates.map((c) => c.reference).join(' / ')}`,
          ),
        )}
      </Part>
      <Part title={say('places.boundary-lost-zeros')} count={report.lostZeros.length}>
        {format.list(report.lostZeros.map((one) => `${one.given} → ${one.code} ${one.name}`))}
      </Part>
      <Part
        title={say('places.boundary-repairs')}
        count={report.repairs.reduce((sum, one) => sum + one.count, 0)}
      >
        {format.list(report.repairs.map((one) => say.dynamic(`problem.${one.code}`, { count: one.count })))}
      </Part>
      <Part title={say('places.boundary-broken')} count={report.broken.length}>
        {format.list(
          report.broken.map(
            (one) =>
              `${one.row ?? ''}: ${say.dynamic(`problem.${one.code}`, 'values' in one ? (one.values as Record<string, string | number>) : {})}`,
          ),
        )}
      </Part>
    </Section>
  );
}

function Part({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  if (count === 0) return null;
  return (
    <details>
      <summary>
        {title} ({count})
      </summary>
      <p>{children}</p>
    </details>
  );
}

function Territories({ of }: { of: readonly Named[] }) {
  return (
    <>
      {of.map((one, index) => (
        <span key={one.reference}>
          {index > 0 && ', '}
          <Link to={addressOfTerritory(one.reference)}>{one.name}</Link>
        </span>
      ))}
    </>
  );
}
