import type { Answer } from '../api.ts';
import { Button, Buttons } from '../design/button.tsx';
import { Day } from '../design/date-words.tsx';
import { Checkbox, Select, TextInput } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { Table } from '../design/table.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import styles from './secrets.module.css';

type Token = Answer<'listTokens'>['items'][number];

const terms = [30, 90, 180, 366];

/** The keys of my programs: what each may do, when it was last used, and the way to end it. */
export function MyTokens({ tokens }: { tokens: readonly Token[] }) {
  const say = useSay();
  return (
    <>
      {tokens.length > 0 && <TokenTable tokens={tokens} />}
      <DataForm name="token" labels={{ name: say('mine.token-name') }}>
        <TextInput
          name="name"
          label={say('mine.token-name')}
          help={say('mine.token-name-help')}
          maxLength={100}
          autoComplete="off"
          required
        />
        <Select
          name="days"
          label={say('mine.token-days')}
          defaultValue="90"
          options={terms.map((days) => ({
            value: String(days),
            label: say('mine.token-days-value', { days }),
          }))}
        />
        <Checkbox name="mayWrite" label={say('mine.token-write')} />
        <Buttons>
          <Button look="plain">{say('mine.token-make')}</Button>
        </Buttons>
      </DataForm>
    </>
  );
}

function TokenTable({ tokens }: { tokens: readonly Token[] }) {
  const say = useSay();
  const format = useFormat();
  return (
    <Table
      caption={say('mine.tokens')}
      isCaptionHidden
      rows={tokens}
      rowKey={(token) => token.id}
      columns={[
        { id: 'name', title: say('mine.token-name'), cell: (token) => token.name },
        {
          id: 'may',
          title: say('mine.token-may'),
          cell: (token) => (token.mayWrite ? say('mine.token-writes') : say('mine.token-reads')),
        },
        {
          id: 'used',
          title: say('mine.token-used'),
          cell: (token) => (token.lastUsedAt ? format.moment(token.lastUsedAt) : say('mine.token-never')),
        },
        {
          id: 'expires',
          title: say('mine.token-expires'),
          cell: (token) => <Day day={format.dayOf(token.expiresAt)} />,
        },
        { id: 'end', title: say('mine.token-end'), cell: (token) => <EndToken token={token} /> },
      ]}
    />
  );
}

function EndToken({ token }: { token: Token }) {
  const say = useSay();
  return (
    <DataForm name="end-token">
      <input type="hidden" name="id" value={token.id} />
      <Button look="quiet" aria-label={say('mine.token-end-of', { name: token.name })}>
        {say('mine.token-end')}
      </Button>
    </DataForm>
  );
}

/** A token as it was made: never to be seen again. */
export function NewToken({ token }: { token: { readonly name: string; readonly value: string } }) {
  const say = useSay();
  return (
    <Notice kind="warning" title={say('mine.token-made', { name: token.name })}>
      <p className={styles.secret}>{token.value}</p>
      <p>{say('mine.token-once')}</p>
    </Notice>
  );
}
