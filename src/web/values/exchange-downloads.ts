import { address, type Given } from '../api.ts';
import type { Download } from '../design/table.tsx';

const formats = {
  'DHIS2 JSON': 'dhis2-json',
  'DHIS2 CSV': 'dhis2-csv',
  'DHIS2 XML': 'dhis2-xml',
  ADX: 'adx',
  'DHIS2 metadata': 'dhis2-metadata',
} as const;

/** The same figures for other systems, and what those must know first. */
export function exchangeDownloads(
  context: Parameters<typeof address>[0],
  asked: Omit<Given<'exportValues'>, 'format'>,
): Download[] {
  return Object.entries(formats).map(([name, format]) => ({
    format: name as keyof typeof formats,
    href: address(context, 'exportValues', { ...asked, format }),
    isForSystems: true,
  }));
}
