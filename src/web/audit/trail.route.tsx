import { Form, Link } from 'react-router';
import { address, call, type Given } from '../api.ts';
import { findPlace, voiceOfPage } from '../access/named-things.ts';
import { Button, Buttons } from '../design/button.tsx';
import { DateField, Select, TextInput } from '../design/field.tsx';
import { Empty, Notice } from '../design/notice.tsx';
import { Page } from '../design/page.tsx';
import { Downloads, Pagination } from '../design/table.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/trail.route';
import { EntryList } from './entry-list.tsx';
import { subjectOf } from './entry-words.ts';
import { searchedDeeds } from './searched-deeds.ts';
import styles from './trail.module.css';

type Filters = Omit<Given<'exportAuditEntries'>, 'format'>;

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams;
  const typed = (name: string) => query.get(name)?.trim() || undefined;
  const place = await findPlace(context, await voiceOfPage(context), typed('territorio') ?? '');
  const long = (text: string | undefined) => (text && text.length >= 2 ? text : undefined);
  const filters: Filters = {
    who: long(typed('quien')),
    operation: typed('hecho'),
    subjectKind: typed('cosa'),
    subjectId: typed('id'),
    territory: place.value ?? undefined,
    from: typed('desde'),
    to: typed('hasta'),
    text: long(typed('texto')),
  };
  const list = await call(context, 'listAuditEntries', { ...filters, after: typed('despues') }, request);
  return {
    ...list,
    filters,
    typedPlace: typed('territorio') ?? '',
    unknownPlace: place.fault,
    xlsx: address(context, 'exportAuditEntries', { ...filters, format: 'xlsx' }),
    csv: address(context, 'exportAuditEntries', { ...filters, format: 'csv' }),
  };
}

/** The trail: who did what, to what, where and when. Every filter is in the address. */
export default function Trail({ loaderData }: Route.ComponentProps) {
  const { items, next, filters, typedPlace, unknownPlace, xlsx, csv } = loaderData;
  const say = useSay();
  const [first] = items;
  return (
    <Page
      title={say('trail.title')}
      crumbs={[{ to: '/administracion', title: say('shell.administration') }]}
      lead={say('trail.lead')}
    >
      {filters.subjectId && (
        <Notice>
          <p>{first && say('trail.about-thing', { name: subjectOf(first, say) })}</p>
          <p>
            <Link to="/administracion/auditoria">{say('trail.see-all')}</Link>
          </p>
        </Notice>
      )}
      <search>
        <Form method="get" className={styles.filters}>
          {filters.subjectKind && <input type="hidden" name="cosa" value={filters.subjectKind} />}
          {filters.subjectId && <input type="hidden" name="id" value={filters.subjectId} />}
          <TextInput name="quien" label={say('trail.who')} defaultValue={filters.who} />
          <Select
            name="hecho"
            label={say('trail.what')}
            empty={say('trail.any')}
            defaultValue={filters.operation}
            options={searchedDeeds(say)}
          />
          <TextInput
            name="territorio"
            label={say('trail.territory')}
            help={unknownPlace}
            defaultValue={typedPlace}
          />
          <TextInput name="texto" label={say('trail.text')} defaultValue={filters.text} />
          <DateField name="desde" label={say('trail.from')} defaultValue={filters.from} />
          <DateField name="hasta" label={say('trail.to')} defaultValue={filters.to} />
          <Buttons>
            <Button look="plain">{say('trail.find')}</Button>
          </Buttons>
        </Form>
      </search>
      {items.length === 0 ? <Empty title={say('trail.nothing')} /> : <EntryList entries={items} />}
      <Pagination next={next} count={items.length} />
      <Downloads
        downloads={[
          { format: 'XLSX', href: xlsx },
          { format: 'CSV', href: csv },
        ]}
      />
      <p>
        <small>{say('trail.verify')}</small>
      </p>
    </Page>
  );
}
