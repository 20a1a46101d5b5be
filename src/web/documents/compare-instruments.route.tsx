import { Form } from 'react-router';
import { call } from '../api.ts';
import { Button } from '../design/button.tsx';
import { Select } from '../design/field.tsx';
import { Page, Section } from '../design/page.tsx';
import { Table } from '../design/table.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import type { Answer } from '../api.ts';
import type { Route } from './+types/compare-instruments.route';
import styles from './documents.module.css';
import { inLanguage, instrumentsAddress, type TemplateLine } from './instrument-shapes.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { items } = await call(context, 'listTemplates', {}, request);
  const asked = new URL(request.url).searchParams;
  const known = (name: string) => items.find(({ id }) => id === asked.get(name))?.id;
  const [a, b] = [known('a'), known('b')];
  const comparison = a && b ? await call(context, 'compareTemplates', { a, b }, request) : null;
  return { items, a, b, comparison };
}

/** Two instruments side by side, by dimension and by type of clause. */
export default function CompareInstrumentsPage({ loaderData }: Route.ComponentProps) {
  const { items, a, b, comparison } = loaderData;
  const say = useSay();
  const format = useFormat();
  const options = items.map((one) => ({
    value: one.id,
    label: `${format.country(one.country)}: ${inLanguage(say, one.title)}`,
  }));
  const first = a ?? options[0]?.value;
  return (
    <Page
      title={say('documents.compare')}
      lead={say('documents.compare-lead')}
      crumbs={[
        { to: '/convenios', title: say('agreements.sheet') },
        { to: instrumentsAddress, title: say('documents.instruments') },
      ]}
    >
      <Form method="get" className={styles.filters}>
        <Select name="a" label={say('documents.compare-one')} options={options} defaultValue={first ?? ''} />
        <Select
          name="b"
          label={say('documents.compare-other')}
          options={options}
          defaultValue={b ?? options.find(({ value }) => value !== first)?.value ?? ''}
        />
        <Button look="plain">{say('documents.compare-do')}</Button>
      </Form>
      {comparison && <Comparison comparison={comparison} />}
    </Page>
  );
}

function Comparison({ comparison }: { comparison: Answer<'compareTemplates'> }) {
  const say = useSay();
  const format = useFormat();
  const nameOf = (one: TemplateLine) => `${inLanguage(say, one.title)} (${format.country(one.country)})`;
  const [a, b] = [nameOf(comparison.a), nameOf(comparison.b)];
  return (
    <>
      <Section title={say('documents.by-dimension')}>
        <Table
          isCompared
          caption={say('documents.by-dimension')}
          isCaptionHidden
          rows={comparison.dimensions}
          rowKey={(row) => row.dimension}
          columns={[
            {
              id: 'dimension',
              title: say('documents.dimension'),
              cell: (row) => say.dynamic(`documents.dimension.${row.dimension}`),
            },
            { id: 'a', title: a, cell: (row) => inLanguage(say, row.a) },
            { id: 'b', title: b, cell: (row) => inLanguage(say, row.b) },
          ]}
        />
      </Section>
      <Section title={say('documents.by-clause')}>
        <Table
          isCompared
          caption={say('documents.by-clause')}
          isCaptionHidden
          rows={comparison.clauses}
          rowKey={(row) => row.type}
          columns={[
            {
              id: 'type',
              title: say('documents.column.clause'),
              cell: (row) => say.dynamic(`agreements.clause-type.${row.type}`),
            },
            { id: 'a', title: a, cell: (row) => say.dynamic(`documents.need.${row.a}`) },
            { id: 'b', title: b, cell: (row) => say.dynamic(`documents.need.${row.b}`) },
          ]}
        />
      </Section>
    </>
  );
}
