import { Form, redirect, useSearchParams } from 'react-router';
import { address, attempt, call, keyOf, pageOfRequest, refusedForm, textOf } from '../api.ts';
import { Button } from '../design/button.tsx';
import { Select } from '../design/field.tsx';
import { Empty } from '../design/notice.tsx';
import { Page } from '../design/page.tsx';
import { Downloads, type Download } from '../design/table.tsx';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/paths.route';
import { addressOfSession } from './path-shapes.ts';
import { AskingForHelp, ByStep, OwnPaths } from './progress.tsx';
import styles from './planning.module.css';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { visitor } = pageOfRequest(context);
  const home = visitor?.home.reference ?? 'XX';
  const asked = new URL(request.url).searchParams.get('lugar') ?? '';
  const isWithin = asked.startsWith(`${home.slice(0, 2)}-`);
  const territory = isWithin ? asked : home;
  const progress = await call(context, 'listPlanningProgress', { territory }, request);
  const isCountry = !home.includes('-');
  const areas =
    progress.mayFollow && isCountry
      ? (await call(context, 'listTerritories', { parent: home, limit: 100 }, request)).items
      : [];
  const downloads: Download[] = (['xlsx', 'csv'] as const).map((format) => ({
    format: format === 'xlsx' ? 'XLSX' : 'CSV',
    href: address(context, 'exportPlanningProgress', { territory, format }),
  }));
  return {
    ...progress,
    country: home.slice(0, 2),
    areas: areas.map(({ reference, name }) => ({ reference, name })),
    downloads,
  };
}

/** Begins a path; the first session opens. */
export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const body = { organisationId: textOf(form, 'organisationId') };
  const begun = await attempt(context, 'openPlanningPath', { body }, keyOf(form));
  return begun.ok ? redirect(addressOfSession(begun.answer.id, 1)) : refusedForm(begun.refused, form);
}

/** For the centre, how far every municipality has got; for an office, its own path. */
export default function Paths({ loaderData }: Route.ComponentProps) {
  const { items, mayFollow, areas, downloads, country } = loaderData;
  const say = useSay();
  return (
    <InPlace country={country}>
      <Page title={say('planning.title')} lead={say(mayFollow ? 'planning.centre-lead' : 'planning.lead')}>
        {areas.length > 0 && <AreaFilter areas={areas} />}
        {items.length === 0 && (
          <Empty title={say('planning.nobody')}>
            <p>{say('planning.nobody-lead')}</p>
          </Empty>
        )}
        {mayFollow ? (
          <>
            <AskingForHelp rows={items.filter((row) => row.openHelp > 0)} />
            <ByStep rows={items} />
            {items.length > 0 && <Downloads downloads={downloads} />}
          </>
        ) : (
          <OwnPaths rows={items} />
        )}
      </Page>
    </InPlace>
  );
}

function AreaFilter({ areas }: { areas: readonly { reference: string; name: string }[] }) {
  const say = useSay();
  const [asked] = useSearchParams();
  return (
    <Form method="get" className={styles.filters}>
      <Select
        name="lugar"
        label={say('planning.province')}
        options={[
          { value: '', label: say('planning.all-provinces') },
          ...areas.map(({ reference, name }) => ({ value: reference, label: name })),
        ]}
        defaultValue={asked.get('lugar') ?? ''}
      />
      <Button look="plain">{say('planning.filter')}</Button>
    </Form>
  );
}
