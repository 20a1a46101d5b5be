import { redirect } from 'react-router';
import {
  address,
  attempt,
  call,
  keyOf,
  pageOfRequest,
  refusedForm,
  textOf,
  type Given,
  type Refused,
} from '../api.ts';
import { Button, ButtonLink, Buttons } from '../design/button.tsx';
import { TextInput, Radios } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { Section } from '../design/page.tsx';
import { SideBySide } from '../design/side-by-side.tsx';
import { keepPreferences } from '../shell/preference-cookies.ts';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/my-account.route';
import { contactsOf, MyContacts } from './my-contacts.tsx';
import { MyAccountFrame } from './my-account-frame.tsx';
import { RoleList } from './role-list.tsx';

export async function loader({ context, request }: Route.LoaderArgs) {
  const account = await call(context, 'getMyAccount', {}, request);
  const isSaved = new URL(request.url).searchParams.has('guardado');
  return { account, isSaved, data: address(context, 'exportMyData', {}) };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const body = bodyOf(form);
  const version = Number(textOf(form, 'version'));
  const result = await attempt(context, 'updateMyAccount', { version, body }, keyOf(form));
  if (!result.ok) return refusedForm(result.refused, form);
  const liked = { language: textOf(form, 'language'), theme: textOf(form, 'theme') };
  const headers = keepPreferences(new Headers(), pageOfRequest(context), liked);
  return redirect('/mi-cuenta?guardado=1', { headers });
}

/** Each form of the page says only what it is about; the rest stays as it was. */
function bodyOf(form: FormData): Given<'updateMyAccount'>['body'] {
  switch (textOf(form, '_form')) {
    case 'contacts':
      return { contacts: contactsOf(form) };
    case 'names':
      return { phone: textOf(form, 'phone') || null, email: textOf(form, 'email') || null };
    default: {
      const language = textOf(form, 'language') === 'en' ? 'en' : 'es';
      const theme = textOf(form, 'theme');
      return { language, theme: theme === 'light' || theme === 'dark' ? theme : 'system' };
    }
  }
}

/** Who I am here, how I can be reached, how I like it shown, and what is kept about me. */
export default function MyAccount({ loaderData, actionData }: Route.ComponentProps) {
  const { account, isSaved, data } = loaderData;
  const say = useSay();
  return (
    <MyAccountFrame here="data">
      {isSaved && !actionData && <Notice kind="done">{say('mine.saved')}</Notice>}
      <Conflict refused={actionData?.refused} typed={actionData?.typed} />
      <Section title={say('mine.contacts')}>
        <p>{say('mine.contacts-lead')}</p>
        <MyContacts contacts={account.contacts} version={account.version} />
      </Section>
      <Section title={say('mine.names')}>
        <p>{say('mine.names-lead')}</p>
        <Names account={account} />
      </Section>
      <Section title={say('mine.liking')}>
        <Liking account={account} />
      </Section>
      <Section title={say('mine.roles')}>
        {account.roles.length > 0 ? <RoleList roles={account.roles} /> : <p>{say('mine.no-roles')}</p>}
      </Section>
      <Section title={say('mine.export')}>
        <p>{say('mine.export-lead')}</p>
        <Buttons>
          <ButtonLink to={data} file icon="download">
            {say('mine.export-do')}
          </ButtonLink>
        </Buttons>
        <p>
          <small>{say('mine.export-erase')}</small>
        </p>
      </Section>
    </MyAccountFrame>
  );
}

type Mine = Route.ComponentProps['loaderData']['account'];

function Names({ account }: { account: Mine }) {
  const say = useSay();
  return (
    <DataForm name="names" labels={{ phone: say('mine.phone'), email: say('mine.email') }}>
      <input type="hidden" name="version" value={account.version} />
      <TextInput
        name="phone"
        type="tel"
        label={say('mine.phone')}
        help={say('mine.phone-help')}
        defaultValue={account.phone ?? ''}
        autoComplete="tel"
      />
      <TextInput
        name="email"
        type="email"
        label={say('mine.email')}
        defaultValue={account.email ?? ''}
        autoComplete="email"
      />
      <Buttons>
        <Button look="plain">{say('shared.save')}</Button>
      </Buttons>
    </DataForm>
  );
}

const themes = [
  { value: 'system', word: 'shell.theme-system' },
  { value: 'light', word: 'shell.theme-light' },
  { value: 'dark', word: 'shell.theme-dark' },
] as const;

function Liking({ account }: { account: Mine }) {
  const say = useSay();
  return (
    <DataForm name="liking" reloadDocument>
      <input type="hidden" name="version" value={account.version} />
      <Radios
        name="language"
        label={say('mine.language')}
        defaultValue={account.language}
        options={[
          { value: 'es', label: 'Español' },
          { value: 'en', label: 'English' },
        ]}
      />
      <Radios
        name="theme"
        label={say('mine.theme')}
        defaultValue={account.theme}
        options={themes.map(({ value, word }) => ({ value, label: say(word) }))}
      />
      <Buttons>
        <Button look="plain">{say('shared.save')}</Button>
      </Buttons>
    </DataForm>
  );
}

/** Two devices changed the same account: both versions stand side by side, and nothing was overwritten. */
function Conflict({ refused, typed }: { refused?: Refused | undefined; typed?: object | undefined }) {
  const say = useSay();
  if (refused?.status !== 412 || typeof refused.current !== 'object') return null;
  const labels = {
    phone: say('mine.phone'),
    email: say('mine.email'),
    language: say('mine.language'),
    theme: say('mine.theme'),
  };
  const isThere = (name: string) => typed !== undefined && name in typed;
  const asked = Object.fromEntries(Object.entries(labels).filter(([name]) => isThere(name)));
  return <SideBySide mine={typed} theirs={refused.current} labels={asked} />;
}
