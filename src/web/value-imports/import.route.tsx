import { redirect } from 'react-router';
import { proposedCompositions } from '#domain/values/import/propose-indicator.ts';
import { attempt, call, keyOf, pageOfRequest, refusedForm, textOf } from '../api.ts';
import { openFormTo } from '../actors/may-edit.ts';
import { territoryChoices } from '../actors/territory-choices.ts';
import { Button, ButtonLink, Buttons } from '../design/button.tsx';
import { DataForm } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { InPlace, useFormat, useSay } from '../words/words.tsx';
import type { Route } from './+types/import.route';
import { CrosswalkLinks } from './crosswalk-links.tsx';
import { describe } from './describe.ts';
import { ExchangeMapping } from './exchange-mapping.tsx';
import { ImportMapping, type MappingChoices } from './import-mapping.tsx';
import { isOfExchange, layoutOfForm, settingsOfForm, type ValueImport } from './layout-of-form.ts';
import { NotRead } from './not-read.tsx';
import { OtherSystem, Proposals } from './other-system.tsx';
import { UnknownPlaces } from './unknown-places.tsx';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  openFormTo(context, request, 'import');
  const { language, visitor } = pageOfRequest(context);
  const given = await call(context, 'getValueImport', { importId: id }, request);
  const country = given.territory.reference.slice(0, 2);
  const isOpen = given.stage === 'open';
  const [indicators, dimensions, territories] = await Promise.all([
    isOpen ? call(context, 'listIndicators', { country, limit: 200 }, request) : { items: [] },
    isOpen ? call(context, 'listDimensions', {}, request) : { items: [] },
    isOpen && given.places.length > 0
      ? territoryChoices(context, given.territory.reference, null, request)
      : [],
  ]);
  const called = (one: { title: string; titleEn: string | null }) =>
    language === 'en' ? (one.titleEn ?? one.title) : one.title;
  const choices: MappingChoices = {
    indicators: indicators.items
      .filter(({ composition }) => composition !== 'ratio' && composition !== 'computed')
      .map((one) => ({ value: one.code, label: called(one) })),
    dimensions: dimensions.items.map((one) => ({
      value: one.code,
      label: called(one),
      categories: one.categories.map((category) => ({ value: category.code, label: called(category) })),
    })),
  };
  const mayPropose = visitor?.deeds.includes('edit-indicator') ?? false;
  return { given, choices, territories, mayPropose };
}

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const at = { importId: id, version: Number(textOf(form, 'version')) };
  const key = keyOf(form);
  const done = await deed();
  return done.ok ? redirect(`/cifras/importar/${id}`) : refusedForm(done.refused, form);

  async function deed() {
    const name = textOf(form, '_form');
    if (name === 'apply') return attempt(context, 'applyValueImport', at, key);
    if (name === 'undo') return attempt(context, 'revokeValueImport', at, key);
    if (name === 'accept')
      return attempt(context, 'acceptProposedIndicators', { ...at, body: acceptedOfForm(form) }, key);
    if (name === 'describe')
      return (await describe(context, form, at)) ?? attempt(context, 'getValueImport', { importId: id });
    if (name.startsWith('place')) {
      const said = textOf(form, 'candidate') || textOf(form, 'territory');
      const territory = textOf(form, 'leave') === 'out' ? null : said;
      const body = { key: textOf(form, 'key'), territory };
      return attempt(context, 'settleValuePlace', { ...at, body }, key);
    }
    const shown = await call(context, 'getValueImport', { importId: id }, request);
    if (shown.layout === null) return attempt(context, 'getValueImport', { importId: id });
    const layout = layoutOfForm(form, shown.headers, shown.layout);
    return attempt(
      context,
      'mapValueImport',
      { ...at, body: { layout, settings: settingsOfForm(form) } },
      key,
    );
  }
}

function acceptedOfForm(form: FormData) {
  const elements = form.getAll('element').filter((one) => typeof one === 'string');
  const compositions = elements.flatMap((element) => {
    const said = proposedCompositions.find((one) => one === textOf(form, `composition:${element}`));
    return said === undefined ? [] : [[element, said] as const];
  });
  return {
    elements,
    compositions: Object.fromEntries(compositions),
    topic: textOf(form, 'topic') as 'other',
    direction: textOf(form, 'direction') as 'none',
    unit: textOf(form, 'unit'),
    countsPeople: textOf(form, 'countsPeople') === 'yes',
  };
}

/** A file that is being read says how far it has got, and looks again by itself. */
export function meta({ loaderData }: Route.MetaArgs) {
  const stage = loaderData?.given.stage;
  return stage === 'waiting' || stage === 'reading' || stage === 'writing'
    ? [{ httpEquiv: 'refresh', content: '4' }]
    : [];
}

/** One file of figures: how it is understood, what is left to settle, and what importing it will do. */
export default function OneValueImport({
  loaderData: { given, choices, mayPropose, territories },
}: Route.ComponentProps) {
  const say = useSay();
  const format = useFormat();
  const isOpen = given.stage === 'open';
  const isOther = given.layout !== null && isOfExchange(given.layout);
  return (
    <InPlace country={given.territory.reference.slice(0, 2)}>
      <Page
        title={given.fileName}
        lead={say('value-imports.of-place', { place: given.territory.name })}
        crumbs={[{ to: '/cifras/importar', title: say('value-imports.title') }]}
      >
        <Stage given={given} />
        <ReadBy given={given} />
        <NotRead given={given} />
        {isOpen && given.counts.problems === 0 && given.counts.values > 0 && (
          <DataForm name="apply">
            <input type="hidden" name="version" value={given.version} />
            <Button>{say('value-imports.apply', { count: given.counts.values })}</Button>
          </DataForm>
        )}
        {isOpen && given.places.length > 0 && (
          <Section title={say('value-imports.places', { count: given.places.length })}>
            <UnknownPlaces given={given} territories={territories} />
          </Section>
        )}
        {isOpen && given.problems.length + given.doubts.length > 0 && (
          <Section title={say('value-imports.problems', { count: given.counts.problems })}>
            <Problems given={given} />
          </Section>
        )}
        {isOpen && given.leftOut.length > 0 && (
          <p>
            {say('value-imports.left-out', {
              places: format.list(given.leftOut.map(({ text }) => text)),
              count: given.leftOut.reduce((sum, { rows }) => sum + rows, 0),
            })}
          </p>
        )}
        {isOpen && isOther && (
          <Section title={say('value-imports.other-system')}>
            <OtherSystem given={given} />
          </Section>
        )}
        {isOpen && mayPropose && given.proposals.length > 0 && (
          <Section title={say('value-imports.proposals', { count: given.proposals.length })}>
            <Proposals given={given} />
          </Section>
        )}
        {isOpen && given.layout && (
          <Section title={say('value-imports.how-read')}>
            <p>
              {isOther
                ? say('value-imports.layout.exchange')
                : say(`value-imports.layout.${given.layoutOrigin}`)}
            </p>
            {isOther ? (
              <ExchangeMapping given={given} layout={given.layout} choices={choices} />
            ) : (
              <details open={given.layoutOrigin === 'guessed' || given.doubts.length > 0}>
                <summary>{say('value-imports.see-how')}</summary>
                <ImportMapping given={given} layout={given.layout} choices={choices} />
              </details>
            )}
          </Section>
        )}
      </Page>
    </InPlace>
  );
}

function Stage({ given }: { given: ValueImport }) {
  const say = useSay();
  const { stage, counts } = given;
  if (stage === 'refused' && given.fault)
    return (
      <Notice kind="warning" title={say.dynamic(`refusal.${given.fault.code}`, given.fault.values)}>
        <Buttons>
          <ButtonLink to="/cifras/importar">{say('value-imports.another')}</ButtonLink>
        </Buttons>
      </Notice>
    );
  if (stage === 'open')
    return <p>{say('value-imports.counts', { rows: counts.rows, values: counts.values })}</p>;
  if (stage === 'applied')
    return (
      <Notice
        kind="done"
        title={say('value-imports.done', { written: given.written ?? 0, same: given.same ?? 0 })}
      >
        <DataForm name="undo">
          <input type="hidden" name="version" value={given.version} />
          <Button look="quiet">{say('value-imports.undo')}</Button>
        </DataForm>
      </Notice>
    );
  if (stage === 'revoked') return <Notice kind="done" title={say('value-imports.undone')} />;
  return <Notice title={say('value-imports.being-read', { rows: given.rowsRead })} />;
}

/** By which versions of which names the file is read, or was. */
function ReadBy({ given }: { given: ValueImport }) {
  const say = useSay();
  if (given.crosswalks.length === 0) return null;
  return (
    <p>
      {say('crosswalks.reads-by')} <CrosswalkLinks crosswalks={given.crosswalks} />
    </p>
  );
}

const asked: ReadonlySet<string> = new Set([
  'values.unknown-indicator',
  'values.not-figures',
  'values.unknown-crossing',
]);

function Problems({ given }: { given: ValueImport }) {
  const say = useSay();
  // What the fields below ask of another system's file is not told a second time.
  const isAsked = (code: string) => given.layout !== null && isOfExchange(given.layout) && asked.has(code);
  const told = given.problems.filter(({ code }) => !isAsked(code));
  const rows = [
    // A text that is asked about by the column is not told a second time by its row.
    ...given.doubts
      .filter(({ code }) => code !== 'category')
      .map(({ code, header, text }) => ({
        where: header ?? '',
        what: say.dynamic(`problem.values.doubt-${code}`, { header: header ?? '', text: text ?? '' }),
      })),
    ...told.map(({ code, row, cell, sheet, field, values }) => ({
      where: [sheet, ...placeOf(cell, row, field)].filter(Boolean).join(' · '),
      what: say.dynamic(`problem.${code}`, values),
    })),
  ];
  // A value of another system stands in no cell: it is the so many-th of its file.
  function placeOf(cell: string | null, row: number | null, field: string | null) {
    if (cell !== null || row === null) return [cell ?? field];
    const isValue = given.format !== null && !['csv', 'xlsx', 'dhis2-csv'].includes(given.format);
    return isValue ? [say('value-imports.value', { row }), field] : [say('value-imports.row', { row })];
  }
  const left = given.counts.problems - given.doubts.length - given.problems.length;
  return (
    <>
      <ul>
        {rows.map(({ where, what }) => (
          <li key={`${where} ${what}`}>
            {where !== '' && <strong>{where}: </strong>}
            {what}
          </li>
        ))}
      </ul>
      {told.length < given.problems.length && <p>{say('value-imports.asked-below')}</p>}
      {left > 0 && <p>{say('value-imports.more', { count: left })}</p>}
    </>
  );
}
