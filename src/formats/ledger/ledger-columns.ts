import type { TableColumn } from '#formats/tables/index.ts';
import { say, type Language } from '#words/index.ts';

/** The columns of the ledger as a sheet. */
export function ledgerColumns(language: Language): TableColumn[] {
  return [
    { key: 'what', header: say(language, 'ledger.column.what'), width: 50 },
    { key: 'due', header: say(language, 'ledger.column.due'), kind: 'day' },
    { key: 'state', header: say(language, 'ledger.column.state'), width: 28 },
    { key: 'action', header: say(language, 'ledger.column.action'), width: 28 },
    { key: 'obligor', header: say(language, 'ledger.column.obligor'), width: 30 },
    { key: 'beneficiary', header: say(language, 'ledger.column.beneficiary'), width: 30 },
    { key: 'verifier', header: say(language, 'ledger.column.verifier'), width: 30 },
    { key: 'territory', header: say(language, 'ledger.column.territory'), kind: 'code' },
    { key: 'place', header: say(language, 'ledger.column.place'), width: 24 },
    { key: 'agreement', header: say(language, 'ledger.column.agreement'), width: 40 },
    { key: 'month', header: say(language, 'ledger.column.month'), kind: 'code' },
    { key: 'example', header: say(language, 'ledger.example') },
    { key: 'id', header: say(language, 'ledger.column.id'), kind: 'code' },
  ];
}
