import { Form, Link } from 'react-router';
import { daysToReply } from '#domain/commitments/evidence.ts';
import { publicStates } from '#domain/commitments/public-list.ts';
import { address, call, pageOfRequest } from '../api.ts';
import { Button } from '../design/button.tsx';
import { DefinitionList } from '../design/definition-list.tsx';
import { Select, TextInput } from '../design/field.tsx';
import { Empty, Notice } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { Downloads, Pagination, type Download } from '../design/table.tsx';
import type { RouteHandle } from '../shell/frame.ts';
import { addressOfTerritory, crumbsOf } from '../territories/territory-shapes.ts';
import { InPlace, useFormat, useSay } from '../words/words.tsx';
import type { Route } from './+types/promises.route';
import { Method } from './method.tsx';
import { askedOfPromises, pastOf, type Tally } from './portal-shapes.ts';
import styles from './portal.module.css';
import { PromiseList } from './promise-list.tsx';

export const handle: RouteHandle = { script: false };

export async function loader({ context, params: { reference }, request }: Route.LoaderArgs) {
  const asked = askedOfPromises(request);
  const after = new URL(request.url).searchParams.get('despues') ?? undefined;
  const of = { territory: reference, ...asked };
  const [territory, promises, quiet] = await Promise.all([
    call(context, 'getTerritory', { reference }, request),
    call(context, 'listPublicCommitments', { ...of, after, limit: 50 }, request),
    call(context, 'listQuietPeriods', { territory: reference }, request),
  ]);
  const file = (format: 'xlsx' | 'csv') =>
    address(context, 'exportPublicCommitments', { territory: reference, format });
  const downloads: Download[] = [
    { format: 'XLSX', href: file('xlsx') },
    { format: 'CSV', href: file('csv') },
  ];
  const { today } = promises;
  const silence = quiet.items.find(({ from, to }) => from <= today && today <= to) ?? null;
  const forPrograms = `${pageOfRequest(context).origin}/api/public/commitments?territory=${reference}`;
  return { territory, promises, asked, downloads, silence, forPrograms, days: daysToReply };
}

/** What was promised in a territory, by whom, with what money, and whether it is done: for anybody, without account or script. */
export default function PromisesPage({ loaderData }: Route.ComponentProps) {
  const { territory, promises, asked, downloads, silence, forPrograms, days } = loaderData;
  const { items, tally, today, next } = promises;
  const say = useSay();
  const format = useFormat();
  const { name, reference } = territory;
  const own = { to: addressOfTerritory(reference), title: name };
  return (
    <InPlace country={territory.country} today={today}>
      <Page
        title={say('portal.title-of', { name })}
        crumbs={[...crumbsOf(territory, say.language), own]}
        lead={say('portal.lead')}
      >
        {silence && (
          <Notice title={say('portal.quiet-title', { day: format.day(silence.to) })}>
            <p>{say('portal.quiet', { reason: silence.reason })}</p>
          </Notice>
        )}
        {tally.all === 0 ? (
          <Empty title={say('portal.none')}>
            <p>{say('portal.none-lead')}</p>
          </Empty>
        ) : (
          <>
            <Arithmetic tally={tally} reference={reference} today={today} />
            <Section title={say('portal.list')}>
              <Filter asked={asked} />
              {items.length === 0 && <p role="status">{say('portal.none-asked')}</p>}
              <PromiseList items={items} here={reference} />
              <Pagination next={next} count={items.length} />
            </Section>
          </>
        )}
        <Section title={say('portal.data')}>
          <p>{say('portal.data-lead')}</p>
          <Downloads downloads={downloads} />
          <p className={styles.address}>{say('portal.data-api', { address: forPrograms })}</p>
        </Section>
        <Method days={days} />
        <p>
          <Link to={own.to}>{say('portal.whom', { name })}</Link>
        </p>
      </Page>
    </InPlace>
  );
}

const parts = ['met', 'delivered', 'underWay', 'inReview', 'late', 'ended'] as const;

/** The one figure, and all that it is made of. */
function Arithmetic({ tally, reference, today }: { tally: Tally; reference: string; today: string }) {
  const say = useSay();
  const format = useFormat();
  const past = pastOf(tally);
  const told = parts.filter((part) => tally[part] > 0);
  return (
    <Section title={say('portal.arithmetic')}>
      <p className={styles.summary}>
        {past === 0
          ? say('portal.nothing-due')
          : say('portal.done-of', { met: format.number(tally.met), past: format.number(past) })}
      </p>
      <DefinitionList
        facts={[...told, 'all' as const].map((part) => ({
          term: say(`portal.part.${part}`),
          value: format.number(tally[part]),
        }))}
      />
      <p className={styles.soft}>
        {say('portal.arithmetic-lead')} {say('portal.as-of', { day: format.day(today) })}.{' '}
        <Link to={`/cumplimiento?territorio=${reference}`}>{say('portal.see-figures')}</Link>
      </p>
    </Section>
  );
}

function Filter({ asked }: { asked: ReturnType<typeof askedOfPromises> }) {
  const say = useSay();
  return (
    <Form method="get" role="search" className={styles.filters}>
      <Select
        name="estado"
        label={say('portal.state')}
        options={publicStates.map((value) => ({ value, label: say(`portal.state.${value}`) }))}
        defaultValue={asked.state}
      />
      <TextInput name="texto" label={say('portal.text')} defaultValue={asked.text ?? ''} />
      <Button look="quiet">{say('portal.filter')}</Button>
    </Form>
  );
}
