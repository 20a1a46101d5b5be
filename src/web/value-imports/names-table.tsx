import { Link } from 'react-router';
import type { Answer } from '../api.ts';
import { Table, type Column, type Download } from '../design/table.tsx';
import { addressOfIndicator, titleIn } from '../indicators/indicator-shapes.ts';
import { IccsName } from '../indicators/iccs-name.tsx';
import { useFormat, useSay } from '../words/words.tsx';

export type Crosswalk = Answer<'listCrosswalks'>['items'][number];
export type NameLine = Crosswalk['lines'][number];

/** The page of one version. */
export const addressOfNames = (id: string) => `/cifras/nombres/${id}`;

/** Where one name is corrected, or another added. */
export function addressToCorrect(id: string, name: string | null): string {
  const asked = name === null ? '' : `?nombre=${encodeURIComponent(name)}`;
  return `${addressOfNames(id)}/corregir${asked}`;
}

/** What each name of a version stands for. */
export function NamesTable({ list, downloads }: { list: Crosswalk; downloads: readonly Download[] }) {
  const say = useSay();
  const format = useFormat();
  const mayCorrect = list.isNewest && list.abilities.includes('edit-indicator');
  const columns: Column<NameLine>[] = [
    { id: 'name', title: say('crosswalks.name'), cell: (line) => line.national },
    {
      id: 'indicator',
      title: say('crosswalks.indicator'),
      cell: ({ indicator }) =>
        indicator === null ? (
          say('crosswalks.not-counted')
        ) : (
          <Link to={addressOfIndicator(indicator.code)}>{titleIn(say, indicator)}</Link>
        ),
    },
    {
      id: 'iccs',
      title: say('crosswalks.iccs'),
      cell: ({ iccs }) => (iccs === null ? say('crosswalks.iccs-none') : <IccsName iccs={iccs} />),
    },
    ...(list.lines.some(({ weight }) => weight !== 1)
      ? [
          {
            id: 'weight',
            title: say('crosswalks.weight'),
            isNumber: true,
            cell: ({ weight }: NameLine) => format.number(weight, weight === 1 ? 0 : 2),
          },
        ]
      : []),
    { id: 'note', title: say('crosswalks.note'), cell: ({ note }) => note },
    ...(mayCorrect
      ? [
          {
            id: 'correct',
            title: say('crosswalks.correct'),
            cell: ({ national }: NameLine) => (
              <Link
                to={addressToCorrect(list.id, national)}
                aria-label={say('crosswalks.correct-name', { name: national })}
              >
                {say('crosswalks.correct')}
              </Link>
            ),
          },
        ]
      : []),
  ];
  return (
    <Table
      caption={list.title}
      isCaptionHidden
      rows={list.lines}
      rowKey={(line) => `${line.national} ${line.indicator?.code} ${line.iccs?.code}`}
      columns={columns}
      downloads={downloads}
    />
  );
}
