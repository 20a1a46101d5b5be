import { evidenceVisibilities } from '#domain/commitments/vocabulary.ts';
import { Button, Buttons } from '../design/button.tsx';
import { Day } from '../design/date-words.tsx';
import { Select } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { useSay } from '../words/words.tsx';
import type { Evidence, Instance } from './commitment-shapes.ts';
import styles from './commitments.module.css';

/** What was handed in and not rejected: who may see it, and the way to take it back while nobody has reviewed it. */
export function OwnEvidence({ instance }: { instance: Instance }) {
  const shown = instance.evidence.filter(
    ({ review, withdrawnOn }) => review !== 'rejected' && withdrawnOn === null,
  );
  return (
    <ul className={styles.evidence}>
      {shown.map((evidence) => (
        <li key={evidence.id} id={evidence.id}>
          <OneEvidence evidence={evidence} />
        </li>
      ))}
    </ul>
  );
}

function OneEvidence({ evidence }: { evidence: Evidence }) {
  const say = useSay();
  const isClosed = evidence.containsMinors || evidence.containsPersonal;
  const choices = evidenceVisibilities.filter((one) => !isClosed || one !== 'public');
  return (
    <>
      <p>
        <strong>{say.dynamic(`commitments.evidence-kind.${evidence.kind}`)}</strong>{' '}
        {evidence.file?.name ?? evidence.link ?? evidence.note} <Day day={evidence.submittedOn} />
      </p>
      <DataForm name={`visibility-${evidence.id}`}>
        <input type="hidden" name="evidenceId" value={evidence.id} />
        <input type="hidden" name="version" value={evidence.version} />
        <Select
          name="visibility"
          label={say('commitment.who-sees')}
          help={isClosed ? say('commitment.never-public') : undefined}
          options={choices.map((value) => ({ value, label: say.dynamic(`commitments.visibility.${value}`) }))}
          defaultValue={evidence.visibility}
          required
        />
        <Buttons>
          <Button look="plain">{say('shared.save')}</Button>
        </Buttons>
      </DataForm>
      {evidence.review === null && (
        <DataForm name={`withdraw-${evidence.id}`}>
          <input type="hidden" name="evidenceId" value={evidence.id} />
          <input type="hidden" name="version" value={evidence.version} />
          <Button look="danger">{say('commitment.withdraw-evidence')}</Button>
        </DataForm>
      )}
    </>
  );
}
