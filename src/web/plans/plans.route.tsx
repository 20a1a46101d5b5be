import { Form, Link, useSearchParams } from 'react-router';
import { planKinds, planStandings } from '#domain/plans/vocabulary.ts';
import { address, call } from '../api.ts';
import { Button, ButtonLink } from '../design/button.tsx';
import { Field, Select } from '../design/field.tsx';
import fieldStyles from '../design/field.module.css';
import { Empty } from '../design/notice.tsx';
import { Page } from '../design/page.tsx';
import { saysExample } from '../design/says-example.ts';
import { StateTag } from '../design/state-tag.tsx';
import { Pagination, Table, type Download } from '../design/table.tsx';
import { addressOfTerritory } from '../territories/territory-shapes.ts';
import { InPlace, useFormat, useSay } from '../words/words.tsx';
import type { Route } from './+types/plans.route';
import { addressOfPlan, looks, type PlanLine } from './plan-shapes.ts';
import styles from './plans.module.css';

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams;
  const oneOf = <Value extends string>(name: string, values: readonly Value[]) =>
    values.find((value) => value === query.get(name));
  const { items: countries } = await call(context, 'listCountries', {}, request);
  const asked = {
    territory: query.get('territorio') || undefined,
    kind: oneOf('tipo', planKinds),
    standing: oneOf('estado', planStandings),
    text: query.get('texto')?.trim().slice(0, 200) || undefined,
  };
  const after = query.get('despues') ?? undefined;
  const plans = await call(context, 'listPlans', { ...asked, after }, request);
  const place = asked.territory
    ? await call(context, 'getTerritory', { reference: asked.territory }, request)
    : null;
  const downloads: Download[] = [
    { format: 'XLSX', href: address(context, 'exportPlans', { ...asked, format: 'xlsx' }) },
    { format: 'CSV', href: address(context, 'exportPlans', { ...asked, format: 'csv' }) },
  ];
  const territory = place && { name: place.name, reference: place.reference, country: place.country };
  const choices = countries.map(({ reference, name }) => ({ reference, name }));
  const isFiltered = Object.values(asked).some((one) => one !== undefined);
  return { plans, downloads, territory, choices, isFiltered };
}

/** Plans of a country or a territory, the latest first. */
export default function PlansPage({ loaderData }: Route.ComponentProps) {
  const { plans, downloads, territory, choices, isFiltered } = loaderData;
  const say = useSay();
  const mayEdit = plans.abilities.includes('edit-plan');
  const where = territory ? `?territorio=${territory.reference}` : '';
  return (
    <InPlace {...(territory && { country: territory.country })}>
      <Page
        title={territory ? say('plans.title-of', { name: territory.name }) : say('plans.title')}
        lead={say('plans.lead')}
        crumbs={territory ? [{ to: addressOfTerritory(territory.reference), title: territory.name }] : []}
        actions={
          <>
            {mayEdit && (
              <ButtonLink look="main" to={`/planes/nuevo${where}`}>
                {say('plans.new')}
              </ButtonLink>
            )}
            <ButtonLink look="quiet" to={`/planes/huerfanos${where}`}>
              {say('plans.orphans')}
            </ButtonLink>
          </>
        }
      >
        <PlansFilter territory={territory} choices={choices} />
        {plans.items.length === 0 ? (
          <Empty title={say(isFiltered ? 'plans.none-with-filter' : 'plans.none')}>
            <p>{say('plans.none-lead')}</p>
          </Empty>
        ) : (
          <PlansTable plans={plans.items} downloads={downloads} />
        )}
        <Pagination next={plans.next} count={plans.items.length} />
      </Page>
    </InPlace>
  );
}

type Choice = { readonly reference: string; readonly name: { readonly es: string; readonly en: string } };

function PlansFilter({
  territory,
  choices,
}: {
  territory: { readonly name: string; readonly reference: string } | null;
  choices: readonly Choice[];
}) {
  const say = useSay();
  const [asked] = useSearchParams();
  const all = { value: '', label: say('plans.all') };
  const here = territory ? [{ value: territory.reference, label: territory.name }] : [];
  const countries = choices.map(({ reference, name }) => ({ value: reference, label: name[say.language] }));
  const places = [...countries, ...here.filter(({ value }) => !countries.some((one) => one.value === value))];
  const words = (prefix: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: say.dynamic(`plans.${prefix}.${value}`) }));
  return (
    <Form method="get" className={styles.filters}>
      <Select
        name="territorio"
        label={say('plans.where')}
        options={[all, ...places]}
        defaultValue={territory?.reference ?? ''}
      />
      <Select
        name="tipo"
        label={say('plans.kind')}
        options={[all, ...words('kind', planKinds)]}
        defaultValue={asked.get('tipo') ?? ''}
      />
      <Select
        name="estado"
        label={say('plans.standing')}
        options={[all, ...words('standing', planStandings)]}
        defaultValue={asked.get('estado') ?? ''}
      />
      <Field name="texto" label={say('plans.text')} optional={false}>
        {(control) => (
          <input
            {...control}
            type="search"
            maxLength={200}
            defaultValue={asked.get('texto') ?? ''}
            className={fieldStyles.control}
          />
        )}
      </Field>
      <Button look="plain">{say('plans.filter')}</Button>
    </Form>
  );
}

function PlansTable({ plans, downloads }: { plans: readonly PlanLine[]; downloads: readonly Download[] }) {
  const say = useSay();
  const format = useFormat();
  return (
    <Table
      caption={say('plans.title')}
      isCaptionHidden
      rows={plans}
      rowKey={(plan) => plan.id}
      downloads={downloads}
      columns={[
        {
          id: 'plan',
          title: say('plans.column.plan'),
          cell: (plan) => (
            <>
              <Link to={addressOfPlan(plan.id)}>{plan.title}</Link>
              {plan.example && !saysExample(plan.title) && ` (${say('plans.example')})`}
            </>
          ),
        },
        {
          id: 'standing',
          title: say('plans.standing'),
          cell: (plan) => (
            <StateTag state={looks[plan.standing]}>{say.dynamic(`plans.standing.${plan.standing}`)}</StateTag>
          ),
        },
        { id: 'owner', title: say('plans.owner'), cell: (plan) => plan.owner.name },
        {
          id: 'where',
          title: say('plans.where'),
          cell: (plan) => (
            <Link to={addressOfTerritory(plan.territory.reference)}>{plan.territory.name}</Link>
          ),
        },
        { id: 'kind', title: say('plans.kind'), cell: (plan) => say.dynamic(`plans.kind.${plan.kind}`) },
        {
          id: 'period',
          title: say('plans.period'),
          cell: (plan) => `${format.day(plan.periodFrom)} – ${format.day(plan.periodTo)}`,
        },
      ]}
    />
  );
}
