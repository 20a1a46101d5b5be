import { Form, Link } from 'react-router';
import { call, pageOfRequest, type Answer } from '../api.ts';
import { Button } from '../design/button.tsx';
import { Select } from '../design/field.tsx';
import { Page, Section } from '../design/page.tsx';
import { addressOfTerritory } from '../territories/territory-shapes.ts';
import { InPlace, useFormat, useSay } from '../words/words.tsx';
import type { Route } from './+types/orphans.route';
import { ActionLinks } from './plan-lines.tsx';
import { lineName } from './plan-shapes.ts';
import styles from './plans.module.css';

type Orphans = Answer<'listPlanOrphans'>;
type Share = Orphans['needResponse'];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { visitor } = pageOfRequest(context);
  const { items: countries } = await call(context, 'listCountries', {}, request);
  const asked = new URL(request.url).searchParams.get('territorio');
  const territory = asked || (visitor?.home.reference ?? countries[0]?.reference ?? '');
  const orphans = await call(context, 'listPlanOrphans', { territory }, request);
  return { orphans, countries: countries.map(({ reference, name }) => ({ reference, name })) };
}

/** What stands alone: actions without need or line, needs and lines without action; with the two shares and their arithmetic. */
export default function OrphansPage({ loaderData: { orphans, countries } }: Route.ComponentProps) {
  const say = useSay();
  const format = useFormat();
  const { territory, alignment, needResponse } = orphans;
  const options = countries.map(({ reference, name }) => ({ value: reference, label: name[say.language] }));
  const here = { value: territory.reference, label: territory.name };
  const places = options.some(({ value }) => value === here.value) ? options : [here, ...options];
  return (
    <InPlace country={territory.reference.slice(0, 2)}>
      <Page
        title={say('plans.orphans-of', { name: territory.name })}
        lead={say('plans.orphans-lead', { day: format.day(orphans.on) })}
        crumbs={[
          { to: addressOfTerritory(territory.reference), title: territory.name },
          { to: `/planes?territorio=${territory.reference}`, title: say('plans.title') },
        ]}
      >
        <Form method="get" className={styles.filters}>
          <Select name="territorio" label={say('plans.where')} options={places} defaultValue={here.value} />
          <Button look="plain">{say('plans.filter')}</Button>
        </Form>
        <Section title={say('plans.shares')}>
          <ul className={styles.lines}>
            <ShareLine title={say('plans.share-actions')} share={alignment.actions} />
            {alignment.budget.map((share) => (
              <ShareLine
                key={share.currency}
                title={say('plans.share-budget', { currency: share.currency })}
                share={share}
                currency={share.currency}
              />
            ))}
            {alignment.lines && <ShareLine title={say('plans.share-lines')} share={alignment.lines} />}
            <ShareLine title={say('plans.share-needs')} share={needResponse} />
          </ul>
        </Section>
        <Lists orphans={orphans} />
      </Page>
    </InPlace>
  );
}

/** A share with what was divided by what; nothing is said where there is nothing to divide by. */
function ShareLine({ title, share, currency }: { title: string; share: Share; currency?: string }) {
  const say = useSay();
  const format = useFormat();
  const amount = (value: number) =>
    currency === undefined ? format.number(value) : format.money(value, currency, true);
  return (
    <li>
      {title}: {share.share === null ? say('plans.nothing-to-divide') : format.percent(share.share)}
      {share.share !== null && (
        <small>
          {amount(share.numerator)} ÷ {amount(share.denominator)}
        </small>
      )}
    </li>
  );
}

function Lists({ orphans }: { orphans: Orphans }) {
  const say = useSay();
  const { actionsWithoutNeed, actionsWithoutLine, needsWithoutAction, linesWithoutAction } = orphans;
  const none = <p>{say('plans.no-orphans')}</p>;
  return (
    <>
      <Section title={say('plans.needs-alone')}>
        {needsWithoutAction.length === 0 ? (
          none
        ) : (
          <ul className={styles.lines}>
            {needsWithoutAction.map((need) => (
              <li key={need.id}>
                <Link to={`/necesidades/${need.id}`}>{need.problem}</Link>
                <small>
                  {say.dynamic(`diagnosis.priority.${need.priority}`)} · {need.territory.name}
                </small>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={say('plans.actions-without-need')}>
        {actionsWithoutNeed.length === 0 ? none : <ActionLinks actions={actionsWithoutNeed} />}
      </Section>
      <Section title={say('plans.actions-without-line')}>
        {actionsWithoutLine.length === 0 ? none : <ActionLinks actions={actionsWithoutLine} />}
      </Section>
      {orphans.alignment.lines && (
        <Section title={say('plans.lines-alone')}>
          {linesWithoutAction.length === 0 ? (
            none
          ) : (
            <ul className={styles.lines}>
              {linesWithoutAction.map((line) => (
                <li key={line.id}>
                  {lineName(line)}
                  <small>{line.strategy}</small>
                </li>
              ))}
            </ul>
          )}
        </Section>
      )}
    </>
  );
}
