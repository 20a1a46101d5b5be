import { Section } from '../design/page.tsx';
import { Table } from '../design/table.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import type { ReportForm } from './written-form.ts';

type Content = ReportForm['content'];
type Item = Content['sections'][number]['items'][number];

/** What a form asks, section by section: each thing with how it is answered and what is questioned. */
export function FormContent({ content }: { content: Content }) {
  const say = useSay();
  const format = useFormat();
  const bounds = ({ high, low }: Item) => {
    if (low === null && high === null) return '';
    if (high === null) return say('reporting.at-least', { low: format.number(low ?? 0) });
    return low === null
      ? say('reporting.up-to', { high: format.number(high) })
      : say('reporting.from-to', { low: format.number(low), high: format.number(high) });
  };
  return content.sections.map((section) => (
    <Section key={section.key} title={section.title}>
      <Table
        caption={section.title}
        isCaptionHidden
        rows={section.items}
        rowKey={({ key }) => key}
        columns={[
          { id: 'label', title: say('reporting.what'), cell: ({ label }) => label },
          {
            id: 'kind',
            title: say('reporting.how-answered'),
            cell: ({ indicator, kind, unit }) =>
              [
                kind === 'indicator' || kind === 'computed'
                  ? `${say(kind === 'computed' ? 'reporting.computed' : 'reporting.an-indicator')} (${indicator})`
                  : say(`reporting.kind.${kind}`),
                unit,
              ]
                .filter(Boolean)
                .join(' · '),
          },
          {
            id: 'required',
            title: say('reporting.required'),
            cell: ({ required }) => (required ? say('reporting.yes') : ''),
          },
          { id: 'bounds', title: say('reporting.expected'), cell: bounds },
        ]}
      />
    </Section>
  ));
}
