import type { ReactNode } from 'react';
import { Button } from '../design/button.tsx';
import { DataForm } from '../design/form.tsx';
import { useSay } from '../words/words.tsx';

type Kind = 'holiday' | 'rate' | 'quiet';
type Row = { readonly id: string; readonly version: number };

/** The correction of one row, behind a word. */
export function CorrectRow({ kind, row, children }: { kind: Kind; row: Row; children: ReactNode }) {
  const say = useSay();
  return (
    <details>
      <summary>{say('compliance.correct')}</summary>
      <DataForm name={`correct-${row.id}`}>
        <input type="hidden" name="deed" value={`correct-${kind}`} />
        <input type="hidden" name="id" value={row.id} />
        <input type="hidden" name="version" value={row.version} />
        {children}
        <Button look="plain">{say('compliance.save')}</Button>
      </DataForm>
    </details>
  );
}

/** Takes one row out. */
export function RemoveRow({ kind, row }: { kind: Kind; row: Row }) {
  const say = useSay();
  return (
    <DataForm name={`remove-${row.id}`}>
      <input type="hidden" name="deed" value={`remove-${kind}`} />
      <input type="hidden" name="id" value={row.id} />
      <input type="hidden" name="version" value={row.version} />
      <Button look="quiet">{say('compliance.remove')}</Button>
    </DataForm>
  );
}
