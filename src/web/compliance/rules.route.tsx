import { redirect } from 'react-router';
import { countryOfPage, territoryChoices } from '../actors/territory-choices.ts';
import { call, refusedForm } from '../api.ts';
import { Page } from '../design/page.tsx';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/rules.route';
import { changeCalendar } from './calendar-forms.ts';
import { Holidays } from './holidays.tsx';
import { QuietPeriods } from './quiet-periods.tsx';
import { Rates } from './rates.tsx';

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams;
  const { country, countries } = await countryOfPage(context, request, query.get('pais'));
  const territory = country?.reference ?? '';
  const year = Number(query.get('anio')) || undefined;
  const [holidays, rates, quietPeriods, territories] = await Promise.all([
    call(context, 'listHolidays', { territory, year }, request),
    call(context, 'listExchangeRates', { territory }, request),
    call(context, 'listQuietPeriods', { territory }, request),
    territoryChoices(context, territory, null, request),
  ]);
  return { country, countries, territory, holidays, rates, quietPeriods, territories };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const done = await changeCalendar(context, form);
  return done.ok
    ? redirect(new URL(request.url).pathname + new URL(request.url).search)
    : refusedForm(done.refused, form);
}

/** The three lists by which periods and amounts are counted. */
export default function RulesPage({ loaderData }: Route.ComponentProps) {
  const { country, territory, holidays, rates, quietPeriods, territories } = loaderData;
  const say = useSay();
  return (
    <InPlace country={country?.code}>
      <Page
        title={say('compliance.rules')}
        lead={say('compliance.rules-lead')}
        crumbs={[{ to: '/cumplimiento', title: say('compliance.title') }]}
      >
        <Holidays list={holidays} territories={territories} />
        <Rates list={rates} territory={territory} />
        <QuietPeriods list={quietPeriods} territory={territory} />
      </Page>
    </InPlace>
  );
}
