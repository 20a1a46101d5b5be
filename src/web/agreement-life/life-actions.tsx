import { ButtonLink, Buttons } from '../design/button.tsx';
import { Section } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import { Waiting, Warnings } from './life-facts.tsx';
import { addressOfConsolidated, addressOfLife, addressOfSigning, type Life } from './life-shapes.ts';

/** For the page of an agreement: what comes next and from whom, and the ways to its life, its signature and its text in force. */
export function LifeActions({ life }: { life: Life }) {
  const say = useSay();
  const signs = life.steps.some(({ act, isOpen }) => act === 'sign' && isOpen);
  const next = life.steps.find(({ isOpen }) => isOpen);
  if (life.steps.length === 0 && life.textHash === null) return null;
  return (
    <Section title={say('agreement-life.next-step')}>
      <Warnings life={life} />
      <Waiting life={life} />
      {next && <p>{say(`agreement-life.step.${next.act}`)}</p>}
      <Buttons>
        {signs && <ButtonLink to={addressOfSigning(life.id)}>{say('agreement-life.step.sign')}</ButtonLink>}
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
