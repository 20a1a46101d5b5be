import { address } from '../api.ts';

/** A version of a list of names as files. */
export function downloadsOf(context: Parameters<typeof address>[0], { id }: { readonly id: string }) {
  const file = (format: 'csv' | 'xlsx' | 'json') =>
    address(context, 'exportCrosswalk', { crosswalk: id, format });
  return [
    { format: 'CSV' as const, href: file('csv') },
    { format: 'XLSX' as const, href: file('xlsx') },
    { format: 'JSON' as const, href: file('json') },
  ];
}
