import { Button, Buttons } from '../design/button.tsx';
import { FileField } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Section } from '../design/page.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import { mayWork, type Agreement } from './agreement-shapes.ts';
import styles from './agreements.module.css';

/** As much as a piece of evidence may have. */
const maximumBytes = 25_000_000;

type Paper = { readonly id: string; readonly name: string };

/** The way to the paper of an act or a procedure, where there is one that may be seen. */
export function PaperLink({ agreement, file }: { agreement: { readonly id: string }; file: Paper | null }) {
  if (file === null) return null;
  return (
    <>
      {' '}
      <a href={`/api/agreements/${agreement.id}/papers/${file.id}`} download>
        {file.name}
      </a>
    </>
  );
}

/** The papers of approving acts and procedures: those that are there, and where those that are missing are brought. */
export function Papers({ agreement }: { agreement: Agreement }) {
  const say = useSay();
  const format = useFormat();
  if (!mayWork(agreement)) return null;
  const yours = new Set(agreement.partyList.filter(({ isYours }) => isYours).map(({ id }) => id));
  const rows = [
    ...agreement.approvals
      .filter((one) => !one.isTakenBack)
      .map((one) => ({
        ...one,
        of: 'approval' as const,
        title: say.dynamic(`agreements.approval-kind.${one.kind}`),
        mayBring: yours.has(one.partyId),
      })),
    ...agreement.gates.map((gate) => ({
      ...gate,
      of: 'gate' as const,
      title: say.dynamic(`agreements.gate.${gate.kind}`),
      mayBring: true,
    })),
  ];
  if (rows.length === 0) return null;
  return (
    <Section title={say('agreement-pages.papers')} id="documentos">
      <p>{say('agreement-pages.papers-lead')}</p>
      <ul className={styles.lines}>
        {rows.map((row) => (
          <li key={row.id}>
            {row.title}: {[row.body, row.reference].filter(Boolean).join(', ')}
            <small>
              {format.day(row.on)}
              <PaperLink agreement={agreement} file={row.file} />
            </small>
            {row.file === null && row.mayBring && <Bring id={row.id} of={row.of} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Bring({ id, of }: { id: string; of: 'approval' | 'gate' }) {
  const say = useSay();
  return (
    <DataForm name={`paper:${id}`} encType="multipart/form-data">
      <input type="hidden" name="of" value={of} />
      <input type="hidden" name="subject" value={id} />
      <FileField
        name="file"
        label={say('agreement-pages.paper')}
        maximumBytes={maximumBytes}
        accept="application/pdf,image/jpeg,image/png,image/webp"
        required
      />
      <Buttons>
        <Button look="plain">{say('agreement-pages.bring-paper')}</Button>
      </Buttons>
    </DataForm>
  );
}
