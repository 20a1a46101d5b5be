import type { Answer } from '../api.ts';
import { StateTag, type State } from '../design/state-tag.tsx';
import { useFormat, useSay } from '../words/words.tsx';

export type Account = Answer<'listAccounts'>['items'][number];

const looks = {
  invited: 'on-time',
  active: 'fulfilled',
  suspended: 'at-risk',
  closed: 'not-applicable',
} as const satisfies Record<Account['standing'], State>;

/** The state of an account in words: whether they entered, and how long the invitation still lasts. */
export function AccountState({ account }: { account: Account }) {
  const say = useSay();
  const format = useFormat();
  const { invitation } = account;
  if (account.standing !== 'invited' || invitation === null)
    return <StateTag state={looks[account.standing]}>{say(`access.standing.${account.standing}`)}</StateTag>;
  if (invitation.standing === 'waiting')
    return (
      <StateTag state="on-time">
        {say('accounts.invited-until', { date: format.day(format.dayOf(invitation.expiresAt)) })}
      </StateTag>
    );
  return <StateTag state="at-risk">{say(`accounts.invitation-${invitation.standing}`)}</StateTag>;
}

/** Which roles, in one line. */
export function rolesInLine(account: Account, say: ReturnType<typeof useSay>): string {
  return account.roles
    .map((held) => {
      const role = say(`access.role.${held.role}`);
      const place = held.territory.name;
      const body = (held.organisation ?? held.structure)?.name;
      return body ? say('mine.role-within', { role, body, place }) : say('mine.role-over', { role, place });
    })
    .join('; ');
}
