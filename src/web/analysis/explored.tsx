import { Notice } from '../design/notice.tsx';
import { Downloads } from '../design/table.tsx';
import { BesideTheWhole } from './beside-the-whole.tsx';
import type { Look } from './explorer-asked.ts';
import { ExplorerTable } from './explorer-table.tsx';
import type { Explored } from './explore.ts';
import { newestFirst } from './newest-first.ts';
import { SmallMultiples } from './small-multiples.tsx';

/** What the explorer has found, in the way that was asked for. */
export function ExploredFigures({ explored, look }: { explored: Explored; look: Look }) {
  const { comparison, downloads, exploration, map, refusal } = explored;
  return (
    <>
      {refusal !== null && (
        <Notice kind="warning">
          <p>{refusal}</p>
        </Notice>
      )}
      {exploration && look === 'grafica' && (
        <>
          <SmallMultiples exploration={exploration} />
          <Downloads downloads={downloads} />
        </>
      )}
      {exploration && look === 'tabla' && (
        <ExplorerTable exploration={newestFirst(exploration)} downloads={downloads} />
      )}
      {comparison && <BesideTheWhole comparison={comparison} map={map} downloads={downloads} />}
    </>
  );
}
