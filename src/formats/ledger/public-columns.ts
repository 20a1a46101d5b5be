import type { TableColumn } from '#formats/tables/index.ts';
import { say, type Language } from '#words/index.ts';

/** The columns of the open data of commitments. */
export function publicColumns(language: Language): TableColumn[] {
  return [
    { key: 'what', header: say(language, 'ledger.column.what'), width: 50 },
    { key: 'obligor', header: say(language, 'ledger.column.obligor'), width: 30 },
    { key: 'beneficiary', header: say(language, 'ledger.column.beneficiary'), width: 30 },
    { key: 'territory', header: say(language, 'ledger.column.territory'), kind: 'code' },
    { key: 'place', header: say(language, 'ledger.column.place'), width: 24 },
    { key: 'due', header: say(language, 'ledger.column.due'), kind: 'day' },
    { key: 'state', header: say(language, 'ledger.column.state'), width: 28 },
    { key: 'code', header: say(language, 'portal.column.code'), kind: 'code' },
    { key: 'cash', header: say(language, 'portal.column.cash'), kind: 'number' },
    { key: 'currency', header: say(language, 'portal.column.currency'), kind: 'code' },
    { key: 'inKind', header: say(language, 'portal.column.in-kind'), width: 30 },
    { key: 'agreement', header: say(language, 'ledger.column.agreement'), width: 40 },
    { key: 'reply', header: say(language, 'portal.column.reply'), width: 40 },
    { key: 'repliedOn', header: say(language, 'portal.column.replied-on'), kind: 'day' },
    { key: 'example', header: say(language, 'ledger.example') },
    { key: 'page', header: say(language, 'portal.column.page'), width: 40 },
    { key: 'id', header: say(language, 'ledger.column.id'), kind: 'code' },
  ];
}
