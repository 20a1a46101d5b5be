import { Link } from 'react-router';
import { address, attempt, call, pageOfRequest } from '../api.ts';
import { EntryList } from '../audit/entry-list.tsx';
import { DefinitionList } from '../design/definition-list.tsx';
import { Notice } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { SideBySide } from '../design/side-by-side.tsx';
import { mayAny } from '../shell/frame.ts';
import { useFormat, useSay } from '../words/words.tsx';
import type { Route } from './+types/account.route';
import { doToAccount } from './account-deeds.ts';
import { AccessCodeForm, AccessCodeOnce } from './account-code.tsx';
import { InvitationPart } from './account-invitation.tsx';
import { AccountRoles } from './account-roles.tsx';
import { EraseForm, StandingForms } from './account-standing.tsx';
import { AccountState } from './account-words.tsx';
import { DeliveryOnce } from './delivery-once.tsx';
import { suggestionsFor } from './role-fields.tsx';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const account = await call(context, 'getAccount', { id }, request);
  const mayRead = mayAny(pageOfRequest(context).visitor, ['read-audit']);
  const [suggestions, history] = await Promise.all([
    account.abilities.includes('manage-accounts') ? suggestionsFor(context, request) : null,
    mayRead ? attempt(context, 'getHistory', { subjectKind: 'account', subjectId: id, limit: 10 }) : null,
  ]);
  const data = address(context, 'exportPersonData', { id: account.person.id });
  return { account, data, suggestions, history: history?.ok ? history.answer.items : null };
}

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  return doToAccount(context, id, await request.formData());
}

/** One account: who it is, what it needs next, what it may do, and what was done to it. */
export default function AccountPage({ loaderData, actionData }: Route.ComponentProps) {
  const { account, suggestions, history, data } = loaderData;
  const say = useSay();
  const may = (deed: (typeof account.abilities)[number]) => account.abilities.includes(deed);
  const refused = actionData && 'refused' in actionData ? actionData.refused : null;
  return (
    <Page
      title={account.person.name}
      crumbs={[
        { to: '/administracion', title: say('shell.administration') },
        { to: '/administracion/cuentas', title: say('accounts.title') },
      ]}
      state={<AccountState account={account} />}
      lead={account.standingReason && say('accounts.reason-is', { reason: account.standingReason })}
    >
      {actionData && 'delivery' in actionData && <DeliveryOnce delivery={actionData.delivery} />}
      {actionData && 'code' in actionData && <AccessCodeOnce code={actionData.code} />}
      {refused?.status === 412 && <Stale theirs={refused.current} mine={account} />}
      <Facts account={account} />
      {account.abilities.length === 0 && <Notice>{say('accounts.only-read')}</Notice>}
      {may('invite') && account.standing === 'invited' && <InvitationPart account={account} />}
      <Section title={say('accounts.roles')}>
        <AccountRoles account={account} suggestions={may('manage-accounts') ? suggestions : null} />
      </Section>
      {may('reset-access') && account.standing === 'active' && <AccessCodeForm account={account} />}
      {may('manage-accounts') && <StandingForms account={account} />}
      {may('erase') && <EraseForm account={account} data={data} />}
      {history && (
        <Section
          title={say('accounts.history')}
          actions={
            <Link to={`/administracion/auditoria?cosa=account&id=${account.id}`}>
              {say('accounts.history-all')}
            </Link>
          }
        >
          <EntryList entries={history} />
        </Section>
      )}
    </Page>
  );
}

type Account = Route.ComponentProps['loaderData']['account'];

function Facts({ account }: { account: Account }) {
  const say = useSay();
  const format = useFormat();
  const fact = (term: string, value: string | null) => (value ? [{ term, value }] : []);
  return (
    <DefinitionList
      facts={[
        { term: say('shell.username'), value: account.username },
        ...fact(say('accounts.phone'), account.phone),
        ...fact(say('accounts.email'), account.email),
        {
          term: say('accounts.place'),
          value: <Link to={`/territorios/${account.territory.reference}`}>{account.territory.name}</Link>,
        },
        ...fact(say('accounts.organisation'), account.organisation?.name ?? null),
        {
          term: say('accounts.second-factor'),
          value: account.hasSecondFactor ? say('mine.factor-on') : say('mine.factor-off'),
        },
        {
          term: say('accounts.last-entered'),
          value: account.lastEnteredAt ? format.moment(account.lastEnteredAt) : say('accounts.never-entered'),
        },
      ]}
    />
  );
}

/** Somebody else changed the account in between: what they left is shown, and nothing was overwritten. */
function Stale({ mine, theirs }: { mine: Account; theirs: unknown }) {
  const say = useSay();
  return <SideBySide mine={mine} theirs={theirs} labels={{ standing: say('accounts.state') }} />;
}
