import { Link } from 'react-router';
import { recurrenceWords } from '#words/recurrence-words.ts';
import type { Fact } from '../design/definition-list.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import { addressOfParty, type Commitment, type Party } from './commitment-shapes.ts';

/** A party by its name, with the way to its page; one that was closed since says so. */
export function PartyName({ party }: { party: Party }) {
  const say = useSay();
  return (
    <>
      <Link to={addressOfParty(party)}>{party.name}</Link>
      {party.isClosed && ` (${say('commitment.party-closed')})`}
    </>
  );
}

/** Who owes what to whom, by when, proved how, and whatever else was said; what was not said is left out. */
export function useCommitmentFacts(commitment: Commitment): Fact[] {
  const say = useSay();
  const format = useFormat();
  const { beneficiary, verifier, need, place, agreement, planAction } = commitment;
  const text = (term: string, value: string | null): Fact[] => (value === null ? [] : [{ term, value }]);
  return [
    { term: say('commitment.who'), value: <PartyName party={commitment.obligor} /> },
    ...commitment.coObliged.map((party) => ({
      key: party.id,
      term: say('commitment.co-obliged'),
      value: <PartyName party={party} />,
    })),
    ...(beneficiary ? [{ term: say('commitment.for-whom'), value: <PartyName party={beneficiary} /> }] : []),
    {
      term: say('commitment.verifier'),
      value: verifier ? <PartyName party={verifier} /> : say('commitment.the-centre'),
    },
    { term: say('commitment.due'), value: format.longDay(commitment.dueOn) },
    { term: say('commitment.proof'), value: commitment.proof },
    ...text(say('commitment.quantity'), quantityOf(commitment, format)),
    ...text(
      say('commitment.recurrence'),
      commitment.recurrence && recurrenceWords(commitment.recurrence, say),
    ),
    ...text(say('commitment.office'), commitment.responsibleOffice),
    ...text(say('commitment.where'), place?.name ?? null),
    ...(agreement
      ? [
          {
            term: say('commitment.agreement'),
            value: <Link to={`/convenios/${agreement.id}`}>{agreement.title}</Link>,
          },
        ]
      : []),
    ...(planAction
      ? [
          {
            term: say('commitment.plan-action'),
            value: <Link to={`/planes/${planAction.planId}`}>{planAction.title}</Link>,
          },
        ]
      : []),
    ...(need
      ? [{ term: say('commitment.need'), value: <Link to={`/necesidades/${need.id}`}>{need.problem}</Link> }]
      : []),
    ...text(say('commitment.no-need'), commitment.noNeedReason),
    ...text(say('commitment.money'), moneyOf(commitment, format)),
    ...text(
      say('commitment.staff-days'),
      commitment.staffDays === null ? null : format.number(commitment.staffDays),
    ),
    ...text(say('commitment.in-kind'), commitment.inKind),
    ...text(say('commitment.poa'), commitment.poaCode),
  ];
}

type Format = ReturnType<typeof useFormat>;

function quantityOf({ quantity, unit }: Commitment, format: Format): string | null {
  if (quantity === null) return unit;
  return [format.number(quantity), unit].filter((part) => part !== null).join(' ');
}

function moneyOf({ cash, currency }: Commitment, format: Format): string | null {
  return cash === null || currency === null ? null : `${currency} ${format.number(cash)}`;
}
