import { Link } from 'react-router';
import type { Answer } from '../api.ts';
import { ButtonLink, Buttons } from '../design/button.tsx';
import { DefinitionList, type Fact } from '../design/definition-list.tsx';
import { Section } from '../design/page.tsx';
import { StateTag } from '../design/state-tag.tsx';
import { looks } from '../agreements/agreement-shapes.ts';
import { DueLines } from '../ledger/due-lines.tsx';
import { useFormat, useSay, useToday } from '../words/words.tsx';
import styles from './territory.module.css';

export type Cooperation = Answer<'getCooperation'>;
type AgreementLine = Cooperation['agreements'][number];

/** The agreements that bind here, with the money in them and the last session of a commission; nothing where there are none. */
export function AgreementsHere({ reference, cooperation }: { reference: string; cooperation: Cooperation }) {
  const say = useSay();
  const { agreements, agreementCount } = cooperation;
  const facts = useCooperationFacts(cooperation);
  if (agreements.length === 0) return null;
  return (
    <Section title={say('places.agreements')}>
      <AgreementLines agreements={agreements} />
      {facts.length > 0 && <DefinitionList facts={facts} />}
      <Buttons>
        <ButtonLink to={`/convenios?territorio=${reference}`}>
          {say('places.agreements-all', { count: agreementCount })}
        </ButtonLink>
      </Buttons>
    </Section>
  );
}

/** Agreements in a few lines each: between whom, and until when. */
export function AgreementLines({ agreements }: { agreements: readonly AgreementLine[] }) {
  const say = useSay();
  const format = useFormat();
  const today = useToday();
  return (
    <ul className={styles.lines}>
      {agreements.map((one) => (
        <li key={one.id}>
          <Link to={`/convenios/${one.id}`}>{one.shortName ?? one.title}</Link>
          <small>
            {one.example && `${say('places.example')} · `}
            {format.list(one.parties.map(({ name }) => name))}
          </small>
          <small>
            {one.endsOn === null
              ? say('places.agreement-open')
              : say('places.agreement-ends', {
                  day: format.day(one.endsOn),
                  when: format.relativeDay(one.endsOn, today),
                })}
          </small>
          {one.standing !== 'in-force' && (
            <StateTag state={looks[one.standing]}>
              {say.dynamic(`agreements.standing.${one.standing}`)}
            </StateTag>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Money by currency, never added across, and the last session of a commission in words. */
export function useCooperationFacts({ money, lastSession }: Cooperation): Fact[] {
  const say = useSay();
  const format = useFormat();
  const sums = money.flatMap(({ currency, cash, inKind }) => [
    ...(Number(cash) > 0 ? [format.money(cash, currency)] : []),
    ...(Number(inKind) > 0 ? [say('places.money-in-kind', { amount: format.money(inKind, currency) })] : []),
  ]);
  return [
    ...(sums.length > 0 ? [{ term: say('places.money'), value: format.list(sums) }] : []),
    ...(lastSession === null
      ? []
      : [
          {
            term: say('places.last-session'),
            value: say(lastSession.hadQuorum ? 'places.session-valid' : 'places.session-without-quorum', {
              day: format.day(lastSession.heldOn),
              present: lastSession.present,
              seats: lastSession.seats,
            }),
            source: lastSession.agreement.name,
          },
        ]),
  ];
}

/** What was promised here: the late first, in words and by whom, then what falls due next. */
export function CommitmentsHere({ reference, cooperation }: { reference: string; cooperation: Cooperation }) {
  const say = useSay();
  const { commitments, open, late } = cooperation;
  if (commitments.length === 0) return null;
  return (
    <Section title={say('places.commitments')}>
      <p>{say('places.commitments-sum', { open, late })}</p>
      <DueLines rows={commitments} tells="who" />
      <Buttons>
        <ButtonLink to={`/seguimiento?lado=oversee&territorio=${reference}`}>
          {say('places.commitments-all')}
        </ButtonLink>
        <ButtonLink look="quiet" to={`/cumplimiento?territorio=${reference}`}>
          {say('places.compliance')}
        </ButtonLink>
      </Buttons>
    </Section>
  );
}
