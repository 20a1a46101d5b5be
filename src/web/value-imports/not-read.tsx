import { useSay } from '../words/words.tsx';
import type { ValueImport } from './layout-of-form.ts';

/** Rows that tell no figure though nothing is wrong with them, by why; and what was done to read a workbook. */
export function NotRead({ given }: { given: ValueImport }) {
  const say = useSay();
  if (given.unread.length === 0 && given.notices.length === 0) return null;
  return (
    <section aria-label={say('value-imports.not-read')}>
      <ul>
        {given.unread.map(({ firstRows, reason, rows }) => {
          const said = { rows, reason: say(`value-imports.left-out.${reason}`) };
          const first = `${firstRows.join(', ')}${rows > firstRows.length ? ', …' : ''}`;
          return (
            <li key={reason}>
              {firstRows.length === 0
                ? say('value-imports.left-out-rows', said)
                : say('value-imports.left-out-named', { ...said, first })}
            </li>
          );
        })}
        {given.notices
          .filter(({ code }) => code !== 'table.hidden-rows')
          .map(({ cell, code, sheet, values }) => (
            <li key={`${code} ${sheet} ${cell}`}>
              {[sheet, cell].filter(Boolean).join(' · ')}: {say.dynamic(`problem.${code}`, values)}
            </li>
          ))}
      </ul>
    </section>
  );
}
