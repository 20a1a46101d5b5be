import { Link } from 'react-router';
import type { LedgerGrouping } from '#domain/commitments/ledger-filter.ts';
import { Empty } from '../design/notice.tsx';
import { Table, type Column, type Download } from '../design/table.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import { changed, type Groups } from './ledger-shapes.ts';

type Group = Groups['items'][number];

/** The ledger added up by what its lines have in common; each group opens into its lines. */
export function GroupsTable({
  groups,
  by,
  search,
  downloads,
}: {
  groups: Groups;
  by: LedgerGrouping;
  search: string;
  downloads: readonly Download[];
}) {
  const say = useSay();
  const format = useFormat();
  if (groups.items.length === 0) return <Empty title={say('ledger.none')} />;
  const number = (id: 'total' | 'overdue' | 'delivered' | 'verified'): Column<Group> => ({
    id,
    title: say(`ledger.${id}`),
    isNumber: true,
    cell: (group) => format.number(group[id]),
    total: format.number(groups.items.reduce((sum, group) => sum + group[id], 0)),
  });
  const titleOf = (group: Group) =>
    by === 'month' ? format.month(`${group.key}-15`) : group.title || say('ledger.no-agreement');
  return (
    <Table
      isCompared
      caption={say(`ledger.by.${by}`)}
      rows={groups.items}
      rowKey={(group) => group.key}
      downloads={downloads}
      note={groups.isMore ? say('ledger.more-groups') : undefined}
      columns={[
        {
          id: 'title',
          title: say(`ledger.by.${by}`),
          cell: (group) =>
            group.key === '' ? (
              titleOf(group)
            ) : (
              <Link to={`/seguimiento${changed(search, { por: null, ...narrowing(by, group) })}`}>
                {titleOf(group)}
              </Link>
            ),
          total: say('ledger.total'),
        },
        number('total'),
        number('overdue'),
        number('delivered'),
        number('verified'),
      ]}
    />
  );
}

function narrowing(by: LedgerGrouping, group: Group): Record<string, string> {
  if (by === 'agreement') return { convenio: group.key };
  if (by === 'party') return { quien: group.key };
  if (by === 'territory') return { territorio: group.reference ?? '' };
  return { desde: `${group.key}-01`, hasta: lastOf(group.key) };
}

function lastOf(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
