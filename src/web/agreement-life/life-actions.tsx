import { ButtonLink, Buttons } from '../design/button.tsx';
import { Section } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import { Waiting, Warnings } from './life-facts.tsx';
import {
  addressOfConsolidated,
  addressOfLife,
  addressOfSigning,
  type Life,
  type Step,
} from './life-shapes.ts';

// What leads on. The others may be done at any time, and nothing waits for them.
const leadsOn = new Set<Step['act']>([
  'seal',
  'sign',
  'record-gate',
  'reply',
  'decide-notice',
  'decide-on-commitment',
  'close',
]);

/** For the page of an agreement: what comes next and from whom, and the ways to its life, its signature and its text in force. */
export function LifeActions({ life }: { life: Life }) {
  const say = useSay();
  const next = life.steps.find(({ act, isOpen }) => isOpen && leadsOn.has(act));
  // An addendum is confirmed there, before it can be put to signature.
  const isThere = life.kind === 'addendum' || life.textHash !== null || life.steps.length > 0;
  if (!isThere) return null;
  return (
    <Section title={say(next ? 'agreement-life.next-step' : 'agreement-life.title')}>
      <Warnings life={life} />
      <Waiting life={life} />
      <Buttons>
        {next && (
          <ButtonLink
            look="main"
            to={next.act === 'sign' ? addressOfSigning(life.id) : addressOfLife(life.id)}
          >
            {say(`agreement-life.step.${next.act}`)}
          </ButtonLink>
        )}
        <ButtonLink look="plain" to={addressOfLife(life.id)}>
          {say('agreement-life.see-life')}
        </ButtonLink>
        {life.textHash !== null && life.kind !== 'addendum' && (
          <ButtonLink look="quiet" to={addressOfConsolidated(life.id)}>
            {say('agreement-life.see-consolidated')}
          </ButtonLink>
        )}
      </Buttons>
    </Section>
  );
}
