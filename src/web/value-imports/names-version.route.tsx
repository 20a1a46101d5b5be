import { Link } from 'react-router';
import { call } from '../api.ts';
import { ButtonLink } from '../design/button.tsx';
import { Day } from '../design/date-words.tsx';
import { Notice } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { StateTag } from '../design/state-tag.tsx';
import { Table } from '../design/table.tsx';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/names-version.route';
import { addressOfNames, addressToCorrect, NamesTable } from './names-table.tsx';
import { downloadsOf } from './names-downloads.ts';
import { useWho, VersionLine } from './version-line.tsx';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const list = await call(context, 'getCrosswalk', { crosswalk: id }, request);
  return { list, downloads: downloadsOf(context, list) };
}

/** One version of a list of names, also a former one: by it figures were read, and stay read. */
export default function NamesVersionPage({ loaderData: { list, downloads } }: Route.ComponentProps) {
  const say = useSay();
  const who = useWho();
  const newest = list.versions[0];
  const back = list.country === null ? '/cifras/nombres' : `/cifras/nombres?pais=${list.country}`;
  return (
    <InPlace country={list.country ?? undefined}>
      <Page
        title={list.title}
        crumbs={[{ to: back, title: say('crosswalks.title') }]}
        actions={
          list.isNewest &&
          list.abilities.includes('edit-indicator') && (
            <ButtonLink look="quiet" to={addressToCorrect(list.id, null)}>
              {say('crosswalks.add-name')}
            </ButtonLink>
          )
        }
      >
        <VersionLine list={list} />
        {!list.isNewest && newest && (
          <Notice kind="warning" title={say('crosswalks.former')}>
            <Link to={addressOfNames(newest.id)}>{say('crosswalks.see-current')}</Link>
          </Notice>
        )}
        <p>{say('crosswalks.batches', { count: list.batches })}</p>
        <Section title={say('crosswalks.names')}>
          <NamesTable list={list} downloads={downloads} />
          <p>{say('crosswalks.iccs-help')}</p>
        </Section>
        <Section title={say('crosswalks.other-versions')}>
          <Table
            caption={say('crosswalks.other-versions')}
            isCaptionHidden
            rows={list.versions}
            rowKey={(one) => one.id}
            columns={[
              {
                id: 'number',
                title: say('crosswalks.see-version'),
                cell: (one) => (
                  <Link to={addressOfNames(one.id)}>{say('crosswalks.version', { number: one.number })}</Link>
                ),
              },
              { id: 'since', title: say('crosswalks.since'), cell: (one) => <Day day={one.since} /> },
              { id: 'who', title: say('crosswalks.who'), cell: who },
              { id: 'reason', title: say('crosswalks.reason'), cell: (one) => one.reason },
              {
                id: 'state',
                title: say('value-imports.state'),
                cell: (one) =>
                  one.isNewest && <StateTag state="present">{say('crosswalks.current')}</StateTag>,
              },
            ]}
          />
        </Section>
      </Page>
    </InPlace>
  );
}
