import type { Answer } from '../api.ts';
import { Button, Buttons } from '../design/button.tsx';
import { DateField } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { useSay } from '../words/words.tsx';
import { RoleFields, type Suggestions } from './role-fields.tsx';
import { RoleList, type HeldRole } from './role-list.tsx';

type Account = Answer<'getAccount'>;

/** What somebody may do and where; whoever manages the account ends a role today, or gives another. */
export function AccountRoles({
  account,
  suggestions,
}: {
  account: Account;
  suggestions: Suggestions | null;
}) {
  const say = useSay();
  const { reference, name } = account.territory;
  return (
    <>
      {account.roles.length === 0 && <p>{say('accounts.no-roles')}</p>}
      <RoleList roles={account.roles} {...(suggestions && { after: (held) => <EndRole held={held} /> })} />
      {suggestions && (
        <details>
          <summary>{say('accounts.give-role')}</summary>
          <DataForm
            name="grant"
            labels={{
              role: say('accounts.role'),
              territory: say('accounts.place'),
              organisation: say('accounts.organisation'),
              structure: say('accounts.structure'),
              validTo: say('accounts.role-until'),
            }}
          >
            <RoleFields suggestions={suggestions} place={`${name} (${reference})`} />
            <DateField
              name="validTo"
              label={say('accounts.role-until')}
              help={say('accounts.role-until-help')}
            />
            <Buttons>
              <Button look="plain">{say('accounts.give-role')}</Button>
            </Buttons>
          </DataForm>
        </details>
      )}
    </>
  );
}

function EndRole({ held }: { held: HeldRole }) {
  const say = useSay();
  const role = say(`access.role.${held.role}`);
  return (
    <DataForm name="end-role">
      <input type="hidden" name="roleId" value={held.id} />
      <div>
        <Button look="quiet" aria-label={say('accounts.end-role-of', { role, place: held.territory.name })}>
          {say('accounts.end-role')}
        </Button>
      </div>
    </DataForm>
  );
}
