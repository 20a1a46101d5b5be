import type { Answer } from '../api.ts';
import { Button } from '../design/button.tsx';
import { TextInput } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Section } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';

type Account = Answer<'getAccount'>;

/** What may be done next from each standing, the mildest first. */
const moves = {
  invited: ['close'],
  active: ['suspend', 'close'],
  suspended: ['reopen', 'close'],
  closed: [],
} as const satisfies Record<Account['standing'], readonly string[]>;

/** Keeping somebody out, letting them in again, ending the account; each says what it will do, and asks why. */
export function StandingForms({ account }: { account: Account }) {
  const say = useSay();
  const possible = moves[account.standing];
  if (possible.length === 0) return null;
  return (
    <Section title={say('accounts.standing')}>
      {possible.map((move) => (
        <details key={move}>
          <summary>{say(`accounts.${move}`)}</summary>
          <DataForm name={move} labels={{ reason: say('accounts.reason') }}>
            <p>{say(`accounts.${move}-lead`)}</p>
            <input type="hidden" name="version" value={account.version} />
            <TextInput name="reason" label={say('accounts.reason')} maxLength={500} required />
            <div>
              <Button look={move === 'reopen' ? 'plain' : 'danger'}>{say(`accounts.${move}-do`)}</Button>
            </div>
          </DataForm>
        </details>
      ))}
    </Section>
  );
}

/** Erasing what is held about a person, with all that it means said first. */
export function EraseForm({ account, data }: { account: Account; data: string }) {
  const say = useSay();
  return (
    <Section title={say('accounts.erase')}>
      <p>
        <a href={data} download>
          {say('accounts.data-of-person')}
        </a>
      </p>
      <details>
        <summary>{say('accounts.erase-of', { name: account.person.name })}</summary>
        <DataForm name="erase" labels={{ reason: say('accounts.reason') }}>
          <p>{say('accounts.erase-lead')}</p>
          <ul>
            <li>{say('accounts.erase-goes')}</li>
            <li>{say('accounts.erase-stays')}</li>
            <li>{say('accounts.erase-final')}</li>
          </ul>
          <input type="hidden" name="person" value={account.person.id} />
          <TextInput
            name="reason"
            label={say('accounts.reason')}
            help={say('accounts.erase-reason-help')}
            maxLength={500}
            required
          />
          <div>
            <Button look="danger">{say('accounts.erase-do')}</Button>
          </div>
        </DataForm>
      </details>
    </Section>
  );
}
