import { Form, Link } from 'react-router';
import { call, type Answer } from '../api.ts';
import { Button } from '../design/button.tsx';
import { Select } from '../design/field.tsx';
import { Empty } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/plan-difference.route';
import { addressOfAction, addressOfPlan } from './plan-shapes.ts';
import { useValueWords } from './value-words.ts';
import styles from './plans.module.css';

type Difference = Answer<'comparePlanEditions'>;
type Changes = Difference['head'];

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams;
  const from = Number(query.get('de')) || 1;
  const to = Number(query.get('a')) || undefined;
  return { difference: await call(context, 'comparePlanEditions', { planId: id, from, to }, request) };
}

/** What is different between two editions, or between an edition and what is being written. */
export default function PlanDifference({ loaderData: { difference } }: Route.ComponentProps) {
  const say = useSay();
  const { plan, from, to, head, programmes, actions, editions } = difference;
  const now =
    to.number === null ? say('plans.as-written') : say('plans.edition-number', { number: to.number });
  const lists = [head, ...Object.values(programmes), ...Object.values(actions)];
  const isSame = lists.every((list) => list.length === 0);
  return (
    <Page
      title={say('plans.difference', { title: plan.title })}
      crumbs={[{ to: addressOfPlan(plan.id), title: plan.title }]}
      lead={say('plans.difference-lead', { from: say('plans.edition-number', from), to: now })}
    >
      <Which editions={editions} from={from.number} to={to.number} />
      {isSame && (
        <Empty title={say('plans.no-difference')}>
          <p>{say('plans.no-difference-lead')}</p>
        </Empty>
      )}
      {head.length > 0 && (
        <Section title={say('plans.head')}>
          <FieldChanges changes={head} names={difference.programmeNames} />
        </Section>
      )}
      <Part title={say('plans.programmes')} list={programmes} difference={difference} />
      <Part title={say('plans.actions')} list={actions} difference={difference} areActions />
    </Page>
  );
}

function Which({ editions, from, to }: { editions: readonly number[]; from: number; to: number | null }) {
  const say = useSay();
  const options = editions.map((number) => ({
    value: String(number),
    label: say('plans.edition-number', { number }),
  }));
  return (
    <Form method="get" className={styles.filters}>
      <Select name="de" label={say('plans.compare-from')} options={options} defaultValue={String(from)} />
      <Select
        name="a"
        label={say('plans.compare-to')}
        options={[{ value: '', label: say('plans.as-written') }, ...options]}
        defaultValue={to === null ? '' : String(to)}
      />
      <Button look="plain">{say('plans.compare')}</Button>
    </Form>
  );
}

type Listed = Difference['actions'];

function Part({
  title,
  list,
  difference,
  areActions = false,
}: {
  title: string;
  list: Listed;
  difference: Difference;
  areActions?: boolean;
}) {
  const say = useSay();
  const { added, removed, changed } = list;
  if (added.length + removed.length + changed.length === 0) return null;
  const link = (one: { readonly id: string; readonly title: string }) =>
    areActions ? <Link to={addressOfAction(difference.plan.id, one.id)}>{one.title}</Link> : one.title;
  return (
    <Section title={title}>
      <ul className={styles.lines}>
        {added.map((one) => (
          <li key={one.id}>
            {say('plans.added')}: {link(one)}
          </li>
        ))}
        {removed.map((one) => (
          <li key={one.id}>
            {say('plans.removed')}: {one.title}
          </li>
        ))}
        {changed.map((one) => (
          <li key={one.id}>
            {say('plans.changed')}: {link(one)}
            <FieldChanges changes={one.fields} names={difference.programmeNames} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function FieldChanges({
  changes,
  names,
}: {
  changes: readonly { readonly field: string; readonly from: unknown; readonly to: unknown }[] | Changes;
  names: Readonly<Record<string, string>>;
}) {
  const say = useSay();
  const worded = useValueWords(names);
  return (
    <ul>
      {changes.map(({ field, from, to }) => (
        <li key={field}>
          {say.dynamic(`plans.field.${field}`)}: <del className={styles.from}>{worded(field, from)}</del>{' '}
          <ins>{worded(field, to)}</ins>
        </li>
      ))}
    </ul>
  );
}
