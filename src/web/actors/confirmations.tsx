import { Link } from 'react-router';
import { Checkbox } from '../design/field.tsx';
import { useForm } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { useSay } from '../words/words.tsx';

/** What a form asks to be confirmed after it was refused once: data of a third person in a text, or an entry that looks like another. */
export function Confirmations({ addressOf }: { addressOf: (id: string) => string }) {
  const say = useSay();
  const { refused } = useForm();
  if (refused?.code === 'actors.personal-in-text')
    return (
      <Notice kind="warning" title={say('actor-pages.personal-title')}>
        <p>{say('actor-pages.personal-lead')}</p>
        <Checkbox name="confirmText" label={say('actor-pages.personal-confirm')} />
      </Notice>
    );
  if (refused?.code === 'actors.looks-alike')
    return (
      <Notice kind="warning" title={say('actor-pages.alike-title')}>
        <ul>
          {alikeOf(refused.current).map((one) => (
            <li key={one.id}>
              <Link to={addressOf(one.id)}>{one.name}</Link>
            </li>
          ))}
        </ul>
        <Checkbox name="confirmNew" label={say('actor-pages.alike-confirm')} />
      </Notice>
    );
  return null;
}

function alikeOf(current: unknown): { id: string; name: string }[] {
  return Array.isArray(current)
    ? current.filter(
        (one): one is { id: string; name: string } =>
          typeof one === 'object' &&
          one !== null &&
          typeof one.id === 'string' &&
          typeof one.name === 'string',
      )
    : [];
}
