import { Link } from 'react-router';
import { countryOfPage, territoryChoices } from '../actors/territory-choices.ts';
import { address, call, pageOfRequest } from '../api.ts';
import { ButtonLink } from '../design/button.tsx';
import { Day } from '../design/date-words.tsx';
import { Empty } from '../design/notice.tsx';
import { Page } from '../design/page.tsx';
import { saysExample } from '../design/says-example.ts';
import { StateTag } from '../design/state-tag.tsx';
import { Pagination, Table, type Download } from '../design/table.tsx';
import { addressOfTerritory } from '../territories/territory-shapes.ts';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/agreements.route';
import { addressOfAgreement, looks, untilWhen, type AgreementLine } from './agreement-shapes.ts';
import { AgreementsFilter, filterOf } from './agreements-filter.tsx';

export async function loader({ context, request }: Route.LoaderArgs) {
  const asked = filterOf(request);
  const after = new URL(request.url).searchParams.get('despues') ?? undefined;
  const around = await countryOfPage(context, request, asked.territory?.slice(0, 2) ?? null);
  const root = around.country?.reference;
  const [agreements, here] = await Promise.all([
    call(context, 'listAgreements', { ...asked, after }, request),
    root === undefined ? [] : territoryChoices(context, root, null, request),
  ]);
  const { language } = pageOfRequest(context);
  const others = around.countries
    .filter((one) => one.reference !== root)
    .map((one) => ({ value: one.reference, label: one.name[language] }));
  const downloads: Download[] = [
    { format: 'XLSX', href: address(context, 'exportAgreements', { ...asked, format: 'xlsx' }) },
    { format: 'CSV', href: address(context, 'exportAgreements', { ...asked, format: 'csv' }) },
  ];
  return {
    agreements,
    territories: [...here, ...others],
    downloads,
    isFiltered: new URL(request.url).search !== '',
  };
}

/** The agreements that whoever reads may see, the latest first. */
export default function AgreementsPage({ loaderData }: Route.ComponentProps) {
  const { agreements, territories, downloads, isFiltered } = loaderData;
  const say = useSay();
  const mayDraft = agreements.abilities.includes('draft');
  return (
    <Page
      title={say('agreement-pages.title')}
      lead={say('agreement-pages.lead')}
      actions={
        <>
          {mayDraft && (
            <ButtonLink look="main" to="/convenios/nuevo">
              {say('agreement-pages.draft')}
            </ButtonLink>
          )}
          <ButtonLink look="quiet" to="/convenios/instrumentos">
            {say('agreement-pages.instruments')}
          </ButtonLink>
        </>
      }
    >
      <AgreementsFilter territories={territories} />
      {agreements.items.length === 0 ? (
        <Empty title={say(isFiltered ? 'agreement-pages.none-with-filter' : 'agreement-pages.none')}>
          <p>{say(mayDraft ? 'agreement-pages.none-draft' : 'agreement-pages.none-lead')}</p>
        </Empty>
      ) : (
        <>
          <p>{say('agreement-pages.count', { count: agreements.count })}</p>
          <AgreementsTable agreements={agreements.items} downloads={downloads} />
        </>
      )}
      <Pagination next={agreements.next} count={agreements.items.length} />
    </Page>
  );
}

function AgreementsTable({
  agreements,
  downloads,
}: {
  agreements: readonly AgreementLine[];
  downloads: readonly Download[];
}) {
  const say = useSay();
  return (
    <Table
      caption={say('agreement-pages.title')}
      isCaptionHidden
      rows={agreements}
      rowKey={(agreement) => agreement.id}
      downloads={downloads}
      columns={[
        { id: 'title', title: say('agreement-pages.agreement'), cell: (one) => <Title agreement={one} /> },
        {
          id: 'standing',
          title: say('agreement-pages.standing'),
          cell: (one) => (
            <StateTag state={looks[one.standing]}>
              {say.dynamic(`agreements.standing.${one.standing}`)}
            </StateTag>
          ),
        },
        {
          id: 'parties',
          title: say('agreement-pages.parties'),
          cell: (one) => one.parties.map(({ name }) => name).join('; '),
        },
        {
          id: 'where',
          title: say('agreement-pages.territory'),
          cell: (one) => <Link to={addressOfTerritory(one.territory.reference)}>{one.territory.name}</Link>,
        },
        {
          id: 'ends',
          title: say('agreement-pages.until'),
          cell: (one) => {
            const until = untilWhen(one);
            return until === null ? '' : <Day day={until} />;
          },
        },
      ]}
    />
  );
}

function Title({ agreement }: { agreement: AgreementLine }) {
  const say = useSay();
  return (
    <>
      <Link to={addressOfAgreement(agreement.id)}>{agreement.title}</Link>
      {agreement.example && !saysExample(agreement.title) && ` (${say('agreements.example')})`}
      <br />
      <small>
        {say.dynamic(`agreements.kind.${agreement.kind}`)}
        {agreement.number !== null && ` · ${agreement.number}`}
        {!agreement.isPublic && ` · ${say('agreement-pages.not-public')}`}
      </small>
    </>
  );
}
