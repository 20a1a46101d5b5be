import { Link } from 'react-router';
import { DateField, Select, TextInput } from '../design/field.tsx';
import { Section } from '../design/page.tsx';
import { useSay, useToday } from '../words/words.tsx';
import { addressOfAgreement, yourParties, type Life } from './life-shapes.ts';
import { Reason, StepForm } from './step.tsx';
import styles from './life.module.css';

/** An addendum while it is negotiated: who has confirmed it, and the forms to confirm it or give it up. */
export function AddendumPart({ life }: { life: Life }) {
  const say = useSay();
  const today = useToday();
  if (life.kind !== 'addendum' || life.parent === null) return null;
  const isOpen = life.standing === 'negotiation' && life.abilities.length > 0;
  const unconfirmed = new Set(life.parties.filter(({ hasConfirmed }) => !hasConfirmed).map(({ id }) => id));
  const yours = yourParties(life).filter(({ value }) => unconfirmed.has(value));
  return (
    <Section title={say('agreement-life.parties')}>
      <p>
        {say('agreement-life.addendum-of')}{' '}
        <Link to={addressOfAgreement(life.parent.id)}>{life.parent.title}</Link>
      </p>
      <ul className={styles.lines}>
        {life.parties.map((party) => (
          <li key={party.id}>
            {party.name}
            <small>
              {party.hasConfirmed ? say('agreement-life.confirmed') : say('agreement-life.not-confirmed')}
            </small>
          </li>
        ))}
      </ul>
      {isOpen && yours.length > 0 && (
        <StepForm
          name="confirm"
          title={say('agreement-life.confirm-addendum')}
          lead={say('agreement-life.confirm-addendum-lead')}
          version={life.version}
        >
          <Select name="partyId" label={say('agreement-life.field.party')} options={yours} required />
          <TextInput
            name="reference"
            label={say('agreement-life.field.approval')}
            help={say('agreement-life.field.approval-help')}
          />
          <TextInput name="approvalBody" label={say('agreement-life.field.approval-body')} />
          <DateField
            name="approvalOn"
            label={say('agreement-life.field.approval-on')}
            defaultValue={today}
            max={today}
          />
        </StepForm>
      )}
      {isOpen && (
        <StepForm name="abandon" title={say('agreement-life.abandon')} version={life.version} look="danger">
          <Reason />
        </StepForm>
      )}
    </Section>
  );
}
