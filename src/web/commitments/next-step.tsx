import { ButtonLink } from '../design/button.tsx';
import { Notice } from '../design/notice.tsx';
import { Section } from '../design/page.tsx';
import { PersonToCall } from '../design/person-to-call.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import {
  addressOfCommitment,
  addressOfInstance,
  shortNameOf,
  type Commitment,
  type Instance,
} from './commitment-shapes.ts';
import styles from './commitments.module.css';

/** What a commitment needs next and from whom, with the button that does it and whom to call. */
export function NextStep({ commitment }: { commitment: Commitment }) {
  const say = useSay();
  const sentence = useNextStep(commitment);
  const instance = commitment.instances.find(({ id }) => id === commitment.main?.instanceId);
  if (sentence === null) return null;
  return (
    <Section title={say('commitment.next')}>
      <p className={styles.next}>{sentence}</p>
      <Deeds commitment={commitment} instance={instance} />
      {commitment.quality < 6 && commitment.standing === 'proposed' && <Missing commitment={commitment} />}
      {commitment.callAbout.map(({ party, office, contacts }) => (
        <PersonToCall
          key={party.id}
          name={shortNameOf(party)}
          office={office}
          phone={contacts.find(({ channel }) => channel === 'mobile' || channel === 'phone')?.value}
          email={contacts.find(({ channel }) => channel === 'email')?.value}
        />
      ))}
    </Section>
  );
}

function Deeds({ commitment, instance }: { commitment: Commitment; instance: Instance | undefined }) {
  const say = useSay();
  const may = (act: string) => instance?.possible.some((one) => one === act) ?? false;
  if (commitment.possible.includes('agreed')) {
    return (
      <p>
        <ButtonLink look="main" to={`${addressOfCommitment(commitment.id)}/estado`}>
          {say('commitment.agree')}
        </ButtonLink>
      </p>
    );
  }
  if (!instance) return null;
  return (
    <p className={styles.deeds}>
      {may('accepted') && (
        <ButtonLink look="main" to={addressOfInstance(commitment.id, 'verificar', instance.id)}>
          {say('commitment.verify')}
        </ButtonLink>
      )}
      {may('delivered') && (
        <ButtonLink
          look={instance.isOpen ? 'main' : 'plain'}
          to={addressOfInstance(commitment.id, 'evidencia', instance.id)}
        >
          {say(instance.isOpen ? 'commitment.hand-in' : 'commitment.hand-in-more')}
        </ButtonLink>
      )}
    </p>
  );
}

function Missing({ commitment }: { commitment: Commitment }) {
  const say = useSay();
  return (
    <Notice title={say('commitment.score', { score: commitment.quality })}>
      <ul>
        {commitment.missing.map((part) => (
          <li key={part}>{say.dynamic(`commitments.missing.${part}`)}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** The sentence that says what is needed next; none where nothing is. */
function useNextStep(commitment: Commitment): string | null {
  const say = useSay();
  const format = useFormat();
  const { main, standing, agreement } = commitment;
  const obligor = shortNameOf(commitment.obligor);
  if (standing === 'proposed') {
    return agreement ? say('commitment.next-agreement') : say('commitment.next-agree', { name: obligor });
  }
  const instance = commitment.instances.find(({ id }) => id === main?.instanceId);
  if (standing !== 'agreed' || !main || !instance) return null;
  const day = format.longDay(main.dueOn);
  switch (main.state) {
    case 'delivered':
    case 'delivered-late': {
      const verifier = commitment.verifier ? shortNameOf(commitment.verifier) : say('commitment.the-centre');
      if (instance.hasPassed) return say('commitment.next-passed', { name: verifier });
      const by = instance.verifyBy ? format.longDay(instance.verifyBy) : '';
      return say('commitment.next-verify', { name: verifier, day: by });
    }
    case 'sent-back':
      return say('commitment.next-again', { name: obligor });
    case 'noticed':
      return say('commitment.next-cure', {
        name: obligor,
        day: instance.cureBy ? format.longDay(instance.cureBy) : '',
      });
    case 'paused':
      return say('commitment.next-paused');
    default:
      return main.isOpen ? say('commitment.next-deliver', { name: obligor, day }) : null;
  }
}
