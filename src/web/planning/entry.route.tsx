import { Link, redirect } from 'react-router';
import { attempt, call, keyOf, pageOfRequest, refusedForm, textOf } from '../api.ts';
import { ButtonLink } from '../design/button.tsx';
import { DefinitionList, type Fact } from '../design/definition-list.tsx';
import { Notice } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { StateTag } from '../design/state-tag.tsx';
import { addressOfTerritory } from '../territories/territory-shapes.ts';
import { InPlace, useFormat, useSay } from '../words/words.tsx';
import type { Route } from './+types/entry.route';
import { CloseForms, DecideForm } from './entry-deeds.tsx';
import { looksOfLinks, type Entry } from './inventory-shapes.ts';
import { PeriodOf } from './period-of.tsx';
import styles from './planning.module.css';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const entry = await call(context, 'getInventoryEntry', { entryId: id }, request);
  return { entry, office: pageOfRequest(context).visitor?.organisation?.name ?? '' };
}

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const at = { entryId: id, version: Number(textOf(form, 'version')) };
  const key = keyOf(form);
  const confirmText = form.has('confirmText');
  const reasoned = { reason: textOf(form, 'reason'), confirmText };
  const which = textOf(form, '_form');
  const done =
    which === 'end'
      ? await attempt(context, 'endInventoryEntry', { ...at, body: reasoned }, key)
      : which === 'annul'
        ? await attempt(context, 'annulInventoryEntry', { ...at, body: reasoned }, key)
        : await attempt(
            context,
            'decideInventoryLink',
            {
              ...at,
              body: {
                link: textOf(form, 'link') as 'direct',
                criterion: textOf(form, 'criterion'),
                office: textOf(form, 'office'),
                reason: textOf(form, 'reason') || null,
                confirmText,
              },
            },
            key,
          );
  return done.ok ? redirect(`/inventario/${id}`) : refusedForm(done.refused, form);
}

/** One plan or programme: how it is linked to prevention and who said so, then what is known of it. */
export default function EntryPage({ loaderData: { entry, office } }: Route.ComponentProps) {
  const say = useSay();
  const country = entry.territory.reference.slice(0, 2);
  return (
    <InPlace country={country}>
      <Page
        title={entry.title}
        crumbs={[
          { to: '/inventario', title: say('inventory.title') },
          { to: addressOfTerritory(entry.territory.reference), title: entry.territory.name },
        ]}
        state={
          <>
            <StateTag state={looksOfLinks[entry.link]}>
              {`${say('inventory.link')}: ${say(`inventory.link.${entry.link}`).toLowerCase()}`}
            </StateTag>
            <span>{say(`inventory.standing.${entry.standing}`)}</span>
            {entry.example && <span className={styles.example}>{say('inventory.example')}</span>}
          </>
        }
        actions={
          entry.mayEdit &&
          entry.standing === 'current' && (
            <ButtonLink look="quiet" to={`/inventario/${entry.id}/corregir`} icon="edit">
              {say('inventory.correct')}
            </ButtonLink>
          )
        }
      >
        {entry.example && <Notice>{say('inventory.example-lead')}</Notice>}
        <Section title={say('inventory.decision')}>
          <Decision entry={entry} />
          {entry.mayDecide && <DecideForm entry={entry} office={office} />}
        </Section>
        <Section title={say('inventory.facts')}>
          <DefinitionList facts={useEntryFacts(entry)} />
        </Section>
        {entry.mayEdit && entry.standing !== 'annulled' && (
          <Section title={say('inventory.close')}>
            <CloseForms entry={entry} />
          </Section>
        )}
      </Page>
    </InPlace>
  );
}

function Decision({ entry }: { entry: Entry }) {
  const say = useSay();
  const format = useFormat();
  if (entry.link === 'undecided') {
    const { link, words } = entry.suggestion;
    return (
      <>
        <p>{say('inventory.not-decided')}</p>
        <p>
          {link === null
            ? say('inventory.suggests-nothing')
            : say('inventory.suggests', {
                link: say(`inventory.suggested.${link}`),
                words: format.list(words.map((word) => `«${word}»`)),
              })}
        </p>
      </>
    );
  }
  return (
    <>
      <blockquote className={styles.said}>{entry.criterion}</blockquote>
      <p>
        {say('inventory.decided')}:{' '}
        {say('inventory.decided-by-on', {
          office: entry.decidedByOffice ?? '',
          day: format.day(entry.decidedOn ?? ''),
        })}
      </p>
    </>
  );
}

function useEntryFacts(entry: Entry): Fact[] {
  const say = useSay();
  const format = useFormat();
  const money =
    entry.amount && entry.currency
      ? entry.amountYear === null
        ? format.money(entry.amount, entry.currency, true)
        : say('inventory.amount-of', {
            amount: format.money(entry.amount, entry.currency, true),
            year: String(entry.amountYear),
          })
      : null;
  const facts: (Fact & { readonly isSaid: boolean })[] = [
    { term: say('inventory.kind'), value: say(`inventory.kind.${entry.kind}`), isSaid: true },
    {
      term: say('inventory.organisation'),
      value: entry.organisation && (
        <Link to={`/actores/organizaciones/${entry.organisation.id}`}>{entry.organisation.name}</Link>
      ),
      isSaid: entry.organisation !== null,
    },
    {
      term: say('inventory.where'),
      value: <Link to={addressOfTerritory(entry.territory.reference)}>{entry.territory.name}</Link>,
      isSaid: true,
    },
    {
      term: say('inventory.description'),
      value: <span className={styles.kept}>{entry.description}</span>,
      isSaid: entry.description !== null,
    },
    {
      term: say('inventory.period'),
      value: <PeriodOf of={entry} />,
      isSaid: entry.periodFrom !== null || entry.periodTo !== null,
    },
    { term: say('inventory.amount'), value: money, isSaid: money !== null },
    {
      term: say('inventory.reference'),
      value: entry.officialReference,
      isSaid: entry.officialReference !== null,
    },
    { term: say('inventory.code'), value: entry.poaCode, isSaid: entry.poaCode !== null },
    { term: say('inventory.origin'), value: say(`inventory.origin.${entry.origin}`), isSaid: true },
    {
      term: say('inventory.source-words'),
      value: entry.sourceWords ?? <SourceOf entry={entry} />,
      isSaid: entry.sourceWords !== null || entry.source !== null,
    },
    {
      term: say('inventory.reason'),
      value: entry.standingReason,
      isSaid: entry.standingReason !== null,
    },
  ];
  return facts.filter(({ isSaid }) => isSaid);
}

function SourceOf({ entry: { source } }: { entry: Entry }) {
  const say = useSay();
  if (source === null) return null;
  const title = source.verified ? source.title : `${source.title} (${say('inventory.unverified')})`;
  return source.address ? <a href={source.address}>{title}</a> : title;
}
