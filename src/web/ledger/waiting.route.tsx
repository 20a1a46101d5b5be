import { Form } from 'react-router';
import { countryOfPage, findPlace, territoriesOfList } from '../actors/territory-choices.ts';
import { call } from '../api.ts';
import { Button } from '../design/button.tsx';
import { Select } from '../design/field.tsx';
import { Empty, Notice } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { Table } from '../design/table.tsx';
import { InPlace, useFormat, useSay } from '../words/words.tsx';
import type { Route } from './+types/waiting.route';
import { HoldingBack } from './holding-back.tsx';
import { Chain } from './chain.tsx';
import styles from './ledger.module.css';
import { layOut } from './waiting-layout.ts';
import { WaitingPicture } from './waiting-picture.tsx';

const isReference = /^[A-Z]{2}(-[0-9A-Z]{1,12})?$/;
const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams;
  const wanted = query.get('territorio') ?? '';
  const asked = isReference.test(wanted) ? wanted : null;
  const around = await countryOfPage(context, request, asked === null ? null : asked.slice(0, 2));
  const territory = asked ?? around.country?.reference ?? '';
  const from = query.get('desde') ?? '';
  const [waiting, holding, place, chain] = await Promise.all([
    call(context, 'getWaiting', { territory }, request),
    call(context, 'getHoldingBack', { territory, limit: 10 }, request),
    findPlace(context, territory, request),
    isId.test(from) ? call(context, 'getWaitingChain', { commitmentId: from }, request) : null,
  ]);
  const territories = await territoriesOfList(context, around, place, request);
  const drawn = waiting.waits.length > 0 ? layOut(waiting) : null;
  return { waiting, holding, chain, drawn, territories, territory, country: around.country?.code };
}

/** Who waits on whom: as a picture and as a table, what is late and holds back most, and the way from what is blocked to its cause. */
export default function WaitingPage({ loaderData }: Route.ComponentProps) {
  const { waiting, holding, chain, drawn, territories, territory, country } = loaderData;
  const say = useSay();
  return (
    <InPlace country={country} today={waiting.today}>
      <Page
        title={say('ledger.waiting')}
        lead={say('ledger.waiting-lead')}
        crumbs={[{ to: '/seguimiento', title: say('ledger.title') }]}
      >
        <Form method="get" className={styles.filters} role="search">
          <Select
            name="territorio"
            label={say('ledger.territory')}
            options={territories}
            defaultValue={territory}
          />
          <Button look="plain">{say('ledger.filter')}</Button>
        </Form>
        {chain !== null && <Chain nodes={chain.chain} />}
        <HoldingBack items={holding.items} territory={territory} />
        <Section title={say('ledger.waiting')}>
          {drawn === null ? (
            <Empty title={say('ledger.waiting-none')} />
          ) : (
            <>
              <WaitingPicture drawn={drawn} />
              {waiting.isMore && <Notice>{say('ledger.waiting-more')}</Notice>}
              <WaitsTable waiting={waiting} />
            </>
          )}
        </Section>
      </Page>
    </InPlace>
  );
}

function WaitsTable({ waiting }: { waiting: Route.ComponentProps['loaderData']['waiting'] }) {
  const say = useSay();
  const format = useFormat();
  const names = new Map(waiting.parties.map(({ id, name }) => [id, name]));
  return (
    <Table
      caption={say('ledger.waiting')}
      isCaptionHidden
      rows={waiting.waits}
      rowKey={(row) => `${row.waiting} ${row.waitedOn}`}
      columns={[
        { id: 'from', title: say('ledger.waiting-from'), cell: (row) => names.get(row.waiting) },
        { id: 'to', title: say('ledger.waiting-to'), cell: (row) => names.get(row.waitedOn) },
        {
          id: 'count',
          title: say('ledger.waiting-count'),
          isNumber: true,
          cell: (row) => format.number(row.count),
        },
        {
          id: 'late',
          title: say('ledger.waiting-late'),
          isNumber: true,
          cell: (row) => format.number(row.late),
        },
      ]}
    />
  );
}
