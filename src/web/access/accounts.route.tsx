import type { ReactNode } from 'react';
import { Form, Link } from 'react-router';
import { roles } from '#domain/access/roles.ts';
import { address, call, pageOfRequest, type Given } from '../api.ts';
import { Button, ButtonLink, Buttons } from '../design/button.tsx';
import { Checkbox, Select, TextInput } from '../design/field.tsx';
import { Empty } from '../design/notice.tsx';
import { Page } from '../design/page.tsx';
import { Pagination, Table } from '../design/table.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import { mayAny } from '../shell/frame.ts';
import type { Route } from './+types/accounts.route';
import { AccountState, rolesInLine, type Account } from './account-words.tsx';
import styles from './accounts.module.css';
import { findPlace, voiceOfPage } from './named-things.ts';

const standings = ['invited', 'active', 'suspended', 'closed'] as const;

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams;
  const place = await findPlace(context, await voiceOfPage(context), query.get('territorio')?.trim() ?? '');
  const filters = filtersOf(query, place.value);
  const after = query.get('despues') ?? undefined;
  const list = await call(context, 'listAccounts', { ...filters, after }, request);
  const mayInvite = mayAny(pageOfRequest(context).visitor, ['invite']);
  return {
    ...list,
    asked: { ...filters, territory: query.get('territorio') ?? '' },
    unknownPlace: place.fault,
    mayInvite,
    xlsx: address(context, 'exportAccounts', { ...filters, format: 'xlsx' }),
    csv: address(context, 'exportAccounts', { ...filters, format: 'csv' }),
  };
}

function filtersOf(query: URLSearchParams, territory: string | null): Omit<Given<'listAccounts'>, 'after'> {
  const text = query.get('texto')?.trim();
  const standing = standings.find((one) => one === query.get('estado'));
  const role = roles.find((one) => one === query.get('funcion'));
  return {
    ...(text && { text }),
    ...(territory !== null && { territory }),
    ...(standing && { standing }),
    ...(role && { role }),
    ...(query.has('sin-entrar') && { entered: 'no' as const }),
  };
}

/** Everybody with an account in my places; those who have not entered can be invited again together. */
export default function Accounts({ loaderData }: Route.ComponentProps) {
  const { items, next, asked, unknownPlace, mayInvite, xlsx, csv } = loaderData;
  const say = useSay();
  const isWaiting = asked.entered === 'no';
  return (
    <Page
      title={isWaiting ? say('accounts.waiting') : say('accounts.title')}
      crumbs={[{ to: '/administracion', title: say('shell.administration') }]}
      lead={isWaiting ? say('accounts.waiting-lead') : say('accounts.lead')}
      actions={
        mayInvite && (
          <>
            <ButtonLink look="main" icon="add" to="/administracion/cuentas/nueva">
              {say('accounts.new')}
            </ButtonLink>
            <ButtonLink to="/administracion/cuentas/invitar">{say('accounts.invite-many')}</ButtonLink>
          </>
        )
      }
    >
      <Filters asked={asked} unknownPlace={unknownPlace} />
      {items.length === 0 && (
        <Empty title={isWaiting ? say('accounts.nobody-waits') : say('accounts.none')} />
      )}
      {items.length > 0 && isWaiting && mayInvite && (
        <InviteAgain>
          <AccountTable accounts={items} mayMark xlsx={xlsx} csv={csv} />
        </InviteAgain>
      )}
      {items.length > 0 && !(isWaiting && mayInvite) && (
        <AccountTable accounts={items} xlsx={xlsx} csv={csv} />
      )}
      <Pagination next={next} count={items.length} />
    </Page>
  );
}

type Asked = Route.ComponentProps['loaderData']['asked'];

function Filters({ asked, unknownPlace }: { asked: Asked; unknownPlace: string | null }) {
  const say = useSay();
  return (
    <search>
      <Form method="get" className={styles.filters}>
        <TextInput name="texto" type="search" label={say('accounts.filter-text')} defaultValue={asked.text} />
        <TextInput
          name="territorio"
          label={say('accounts.filter-place')}
          help={unknownPlace}
          defaultValue={asked.territory}
        />
        <Select
          name="estado"
          label={say('accounts.filter-standing')}
          empty={say('accounts.any')}
          defaultValue={asked.standing}
          options={standings.map((value) => ({ value, label: say(`access.standing.${value}`) }))}
        />
        <Select
          name="funcion"
          label={say('accounts.filter-role')}
          empty={say('accounts.any')}
          defaultValue={asked.role}
          options={roles.map((value) => ({ value, label: say(`access.role.${value}`) }))}
        />
        <Checkbox
          name="sin-entrar"
          value="1"
          label={say('accounts.filter-waiting')}
          defaultChecked={asked.entered === 'no'}
        />
        <Buttons>
          <Button look="plain">{say('accounts.filter-do')}</Button>
        </Buttons>
      </Form>
    </search>
  );
}

function AccountTable({
  accounts,
  mayMark = false,
  xlsx,
  csv,
}: {
  accounts: readonly Account[];
  mayMark?: boolean;
  xlsx: string;
  csv: string;
}) {
  const say = useSay();
  const format = useFormat();
  const entered = (account: Account) => account.lastEnteredAt && format.moment(account.lastEnteredAt);
  return (
    <Table
      caption={say('accounts.title')}
      isCaptionHidden
      rows={accounts}
      rowKey={(account) => account.id}
      downloads={[
        { format: 'XLSX', href: xlsx },
        { format: 'CSV', href: csv },
      ]}
      columns={[
        {
          id: 'name',
          title: say('accounts.person'),
          cell: (account) => <Name account={account} mayMark={mayMark} />,
        },
        { id: 'state', title: say('accounts.state'), cell: (account) => <AccountState account={account} /> },
        { id: 'place', title: say('accounts.place'), cell: (account) => account.territory.name },
        { id: 'roles', title: say('accounts.roles'), cell: (account) => rolesInLine(account, say) },
        { id: 'username', title: say('shell.username'), cell: (account) => account.username },
        { id: 'entered', title: say('accounts.last-entered'), cell: entered },
      ]}
    />
  );
}

function Name({ account, mayMark }: { account: Account; mayMark: boolean }) {
  const link = <Link to={`/administracion/cuentas/${account.id}`}>{account.person.name}</Link>;
  if (!mayMark) return link;
  return (
    <span className={styles.marked}>
      <input type="checkbox" name="id" value={account.id} defaultChecked aria-label={account.person.name} />
      {link}
    </span>
  );
}

/** The marked accounts get a new invitation each, all of them the same way; earlier ones end. */
function InviteAgain({ children }: { children: ReactNode }) {
  const say = useSay();
  return (
    <Form method="post" action="/administracion/cuentas/hojas" reloadDocument className={styles.again}>
      {children}
      <div className={styles.againHow}>
        <p>{say('accounts.again-lead')}</p>
        <Buttons>
          <Button name="channel" value="print">
            {say('accounts.again-print')}
          </Button>
          <Button look="plain" name="channel" value="link">
            {say('accounts.again-link')}
          </Button>
          <Button look="plain" name="channel" value="mail">
            {say('accounts.again-mail')}
          </Button>
        </Buttons>
      </div>
    </Form>
  );
}
