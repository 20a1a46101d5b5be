import { Form } from 'react-router';
import { Button } from '../design/button.tsx';
import { TextInput } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import type { Commitment } from './commitment-shapes.ts';
import styles from './commitments.module.css';
import { ConfirmText } from './confirm-text.tsx';

type Found = readonly {
  readonly id: string;
  readonly what: string;
  readonly obligor: string;
  readonly dueOn: string;
}[];

/** What a commitment needs first: taken away, or found by its words and added. */
export function DependencyForms({
  commitment,
  text,
  found,
}: {
  commitment: Commitment;
  text: string;
  found: Found | null;
}) {
  const say = useSay();
  return (
    <>
      <ul className={styles.others}>
        {commitment.dependsOn.map((other) => (
          <li key={other.id}>
            <span>{other.what}</span>
            <DataForm name={`undepend-${other.id}`}>
              <input type="hidden" name="prerequisiteId" value={other.id} />
              <Button look="quiet">{say('commitment.remove-dependency')}</Button>
            </DataForm>
          </li>
        ))}
      </ul>
      <Form method="get" action="#dependencias" className={styles.find}>
        <TextInput name="buscar" label={say('commitment.find-other')} defaultValue={text} required />
        <Button look="plain">{say('shared.search')}</Button>
      </Form>
      {found !== null && <Choices found={found} />}
    </>
  );
}

function Choices({ found }: { found: Found }) {
  const say = useSay();
  const format = useFormat();
  if (found.length === 0) return <p>{say('commitment.none-found')}</p>;
  return (
    <ul className={styles.lines}>
      {found.map((other) => (
        <li key={other.id}>
          {other.what}
          <small>
            {other.obligor} · {format.day(other.dueOn)}
          </small>
          <DataForm name={`depend-${other.id}`}>
            <input type="hidden" name="prerequisiteId" value={other.id} />
            <TextInput name="reason" label={say('commitment.why')} />
            <ConfirmText form={`depend-${other.id}`} />
            <Button look="plain">{say('commitment.add-dependency')}</Button>
          </DataForm>
        </li>
      ))}
    </ul>
  );
}
