import { redirect } from 'react-router';
import { countryOf } from '../actors/actor-shapes.ts';
import { countryOfPage, findPlace, territoriesOfList } from '../actors/territory-choices.ts';
import { address, attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { ButtonLink } from '../design/button.tsx';
import { Page, Section } from '../design/page.tsx';
import { Downloads, type Download } from '../design/table.tsx';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/compliance.route';
import { ComplianceFilter } from './compliance-filter.tsx';
import { askedOf } from './compliance-shapes.ts';
import styles from './compliance.module.css';
import { FigureBlock } from './figure-block.tsx';
import { Holders } from './holders.tsx';
import { LightBlock } from './light-block.tsx';
import { TerritoryGroups } from './territory-groups.tsx';

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams;
  const wanted = query.get('territorio');
  const around = await countryOfPage(context, request, wanted === null ? null : countryOf(wanted));
  const territory = wanted || around.country?.reference || '';
  const asked = { territory, ...askedOf(request) };
  const [compliance, place, organisations] = await Promise.all([
    call(context, 'getCompliance', asked, request),
    findPlace(context, territory, request),
    call(
      context,
      'listOrganisations',
      { territory: around.country?.reference ?? territory, limit: 200 },
      request,
    ),
  ]);
  const territories = await territoriesOfList(context, around, place, request);
  const file = (format: 'xlsx' | 'csv') => address(context, 'exportCompliance', { ...asked, format });
  const downloads: Download[] = [
    { format: 'XLSX', href: file('xlsx') },
    { format: 'CSV', href: file('csv') },
  ];
  const parties = organisations.items.map(({ id, name }) => ({ value: id, label: name }));
  return { compliance, asked, place, territories, parties, downloads, search: query.toString() };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const done =
    textOf(form, '_form') === 'end'
      ? await attempt(context, 'endLightOverride', { overrideId: textOf(form, 'id') }, keyOf(form))
      : await attempt(
          context,
          'overrideLight',
          {
            body: {
              kind: 'agreement',
              subject: textOf(form, 'subject'),
              light: textOf(form, 'light') as 'green',
              reason: textOf(form, 'reason'),
              to: textOf(form, 'to'),
            },
          },
          keyOf(form),
        );
  return done.ok ? redirect(`/cumplimiento${new URL(request.url).search}`) : refusedForm(done.refused, form);
}

/** How far what was promised is done, each figure a door to its arithmetic. */
export default function CompliancePage({ loaderData }: Route.ComponentProps) {
  const { compliance, asked, place, territories, parties, downloads, search } = loaderData;
  const say = useSay();
  return (
    <InPlace country={countryOf(place.reference)} today={compliance.today}>
      <Page
        title={`${say('compliance.title')}: ${place.name}`}
        lead={say('compliance.lead')}
        actions={
          <>
            <ButtonLink to="/seguimiento">{say('ledger.title')}</ButtonLink>
            <ButtonLink look="quiet" to="/cumplimiento/reglas">
              {say('compliance.rules')}
            </ButtonLink>
          </>
        }
      >
        <ComplianceFilter
          asked={asked}
          territories={territories}
          parties={parties}
          lines={compliance.lines}
        />
        <LightBlock compliance={compliance} agreement={asked.agreement} />
        <div className={styles.figures}>
          {compliance.figures.map((figure) => (
            <FigureBlock
              key={`${figure.code}-${figure.part}-${figure.currency}`}
              figure={figure}
              dues={compliance.dues}
              search={search}
            />
          ))}
        </div>
        <Downloads downloads={downloads} />
        <TerritoryGroups groups={compliance.groups} />
        {compliance.holders.length > 0 && (
          <Section title={say('compliance.holders')}>
            <p>{say('compliance.holders-lead')}</p>
            <Holders holders={compliance.holders} />
          </Section>
        )}
      </Page>
    </InPlace>
  );
}
