import { Link } from 'react-router';
import type { LedgerSide } from '#domain/commitments/next-action.ts';
import { Empty } from '../design/notice.tsx';
import { StateTag } from '../design/state-tag.tsx';
import { Table, type Download } from '../design/table.tsx';
import { addressOfTerritory } from '../territories/territory-shapes.ts';
import { useFormat, useSay } from '../words/words.tsx';
import { Example } from './example.tsx';
import { addressOfCommitment, stateInWords, type LedgerRow } from './ledger-shapes.ts';
import styles from './ledger.module.css';

/** Due dates, each with its state in words and the one thing that it needs now. */
export function LedgerTable({
  rows,
  side,
  downloads,
}: {
  rows: readonly LedgerRow[];
  side: LedgerSide;
  downloads: readonly Download[];
}) {
  const say = useSay();
  const format = useFormat();
  if (rows.length === 0)
    return (
      <Empty title={say('ledger.none')}>
        <p>{say('ledger.none-lead')}</p>
      </Empty>
    );
  return (
    <Table
      caption={say('ledger.title')}
      isCaptionHidden
      rows={rows}
      rowKey={(row) => row.id}
      downloads={downloads}
      columns={[
        {
          id: 'what',
          title: say('ledger.what'),
          cell: (row) => <What row={row} />,
        },
        {
          id: 'state',
          title: say('ledger.state'),
          cell: (row) => <StateTag state={row.tone}>{stateInWords(say, row)}</StateTag>,
        },
        { id: 'due', title: say('ledger.due'), cell: (row) => format.day(row.dueOn) },
        {
          id: 'action',
          title: say('ledger.action'),
          cell: (row) => <Action row={row} />,
        },
        ...(side === 'owe'
          ? []
          : [{ id: 'who', title: say('ledger.who'), cell: (row: LedgerRow) => row.obligor.name }]),
        ...(side === 'owed'
          ? []
          : [
              {
                id: 'to',
                title: say('ledger.to-whom'),
                cell: (row: LedgerRow) => row.beneficiary?.name ?? '',
              },
            ]),
        {
          id: 'where',
          title: say('ledger.territory'),
          cell: (row) => <Link to={addressOfTerritory(row.territory.reference)}>{row.territory.name}</Link>,
        },
        {
          id: 'agreement',
          title: say('ledger.agreement'),
          cell: (row) =>
            row.agreement && <Link to={`/convenios/${row.agreement.id}`}>{row.agreement.title}</Link>,
        },
      ]}
    />
  );
}

function What({ row }: { row: LedgerRow }) {
  return (
    <>
      <Link to={addressOfCommitment(row.commitmentId)}>{row.what}</Link>
      <Example row={row} />
    </>
  );
}

/** What can be done leads to where it is done; what is only waited for is plain words. */
function Action({ row }: { row: LedgerRow }) {
  const say = useSay();
  const words = say(`ledger.action.${row.action}`);
  if (row.action === 'none' || row.action.startsWith('await'))
    return <span className={styles.soft}>{words}</span>;
  return (
    <Link to={addressOfCommitment(row.commitmentId)} aria-label={`${words}: ${row.what}`}>
      {words}
    </Link>
  );
}
