import { Link } from 'react-router';
import { Day } from '../design/date-words.tsx';
import { StateTag, type State } from '../design/state-tag.tsx';
import { useSay } from '../words/words.tsx';
import {
  addressOfHolder,
  isOpen,
  mayWork,
  type Agreement,
  type PartyOfAgreement,
} from './agreement-shapes.ts';
import { PaperLink } from './papers.tsx';
import styles from './agreements.module.css';

/** The parties in the order of the document: what each is, who signs for it, and how far it has come. */
export function Parties({ agreement }: { agreement: Agreement }) {
  const say = useSay();
  return (
    <ol className={styles.parties}>
      {agreement.partyList.map((party) => (
        <li key={party.id}>
          <div className={styles.partyName}>
            <Link to={addressOfHolder(party.holder)}>{party.holder.name}</Link>
            <span>{say.dynamic(`agreements.party-role.${party.role}`)}</span>
            <Standing agreement={agreement} party={party} />
          </div>
          <small>
            {[
              party.representativeOffice &&
                say('agreement-pages.signs-office', { office: party.representativeOffice }),
              party.representative?.name,
              party.competence,
              party.capacity,
              party.appointmentAct,
              party.powerSource,
            ]
              .filter(Boolean)
              .join(' · ')}
          </small>
          <Approvals agreement={agreement} partyId={party.id} />
        </li>
      ))}
    </ol>
  );
}

function Standing({ agreement, party }: { agreement: Agreement; party: PartyOfAgreement }) {
  const say = useSay();
  if (!mayWork(agreement) || agreement.next === null) return null;
  const [state, word]: [State, string] = isOpen(agreement)
    ? party.hasConfirmed
      ? ['fulfilled', say('agreement-pages.has-confirmed')]
      : ['missing', say('agreement-pages.has-not-confirmed')]
    : party.standing === 'approved'
      ? ['fulfilled', say('agreement-pages.has-approved')]
      : ['missing', say('agreement-pages.has-not-approved')];
  return party.role === 'observer' ? null : <StateTag state={state}>{word}</StateTag>;
}

function Approvals({ agreement, partyId }: { agreement: Agreement; partyId: string }) {
  const say = useSay();
  const approvals = agreement.approvals.filter((one) => one.partyId === partyId);
  if (approvals.length === 0) return null;
  return (
    <ul className={styles.plain}>
      {approvals.map((one) => (
        <li key={one.id}>
          {say.dynamic(`agreements.approval-kind.${one.kind}`)}: {one.body}, {one.reference},{' '}
          <Day day={one.on} />
          <PaperLink agreement={agreement} file={one.file} />
          {one.isTakenBack && ` (${say('agreement-pages.taken-back')})`}
        </li>
      ))}
    </ul>
  );
}
