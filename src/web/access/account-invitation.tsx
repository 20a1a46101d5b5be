import type { Answer } from '../api.ts';
import { Button, Buttons } from '../design/button.tsx';
import { DataForm } from '../design/form.tsx';
import { Section } from '../design/page.tsx';
import { useFormat, useSay } from '../words/words.tsx';

type Account = Answer<'getAccount'>;

const channels = ['link', 'text', 'mail'] as const;

/** How the invitation stands, and the ways to give a new one; a new one ends the one before. */
export function InvitationPart({ account }: { account: Account }) {
  const say = useSay();
  const { invitation } = account;
  return (
    <Section title={say('accounts.invitation')}>
      {invitation ? <Sent invitation={invitation} /> : <p>{say('accounts.not-invited')}</p>}
      <DataForm name="invite">
        <p>{invitation ? say('accounts.again-one') : say('accounts.invite-lead')}</p>
        <Buttons>
          {channels
            .filter((channel) => channel !== 'mail' || account.email !== null)
            .map((channel) => (
              <Button key={channel} look="plain" name="channel" value={channel}>
                {say(`accounts.invite-${channel}`)}
              </Button>
            ))}
        </Buttons>
      </DataForm>
      <DataForm name="print" action={`/administracion/cuentas/${account.id}/invitacion`} reloadDocument>
        <div>
          <Button look="plain" icon="print">
            {say('accounts.invite-print')}
          </Button>
        </div>
      </DataForm>
      {invitation?.standing === 'waiting' && (
        <DataForm name="revoke">
          <input type="hidden" name="invitation" value={invitation.id} />
          <div>
            <Button look="danger">{say('accounts.revoke')}</Button>
          </div>
        </DataForm>
      )}
    </Section>
  );
}

function Sent({ invitation }: { invitation: NonNullable<Account['invitation']> }) {
  const say = useSay();
  const format = useFormat();
  return (
    <>
      <p>
        {say('accounts.sent', {
          channel: say(`access.channel.${invitation.channel}`),
          made: format.moment(invitation.createdAt),
          standing: say(`access.invitation.${invitation.standing}`),
          until: format.moment(invitation.expiresAt),
        })}
      </p>
      {invitation.sendProblem && <p>{say('accounts.send-problem', { problem: invitation.sendProblem })}</p>}
    </>
  );
}
