import { Link } from 'react-router';
import { Section } from '../design/page.tsx';
import { Table } from '../design/table.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import { addressOfIndicator, digitsOf, titleIn, type Target } from './indicator-shapes.ts';

/** What is aimed at where somebody works, before all that can be measured. */
export function OwnTargets({
  place,
  targets,
}: {
  place: { readonly reference: string; readonly name: string };
  targets: readonly Target[];
}) {
  const say = useSay();
  const format = useFormat();
  return (
    <Section title={say('indicators.own-targets', { name: place.name })}>
      <Table
        caption={say('indicators.targets')}
        isCaptionHidden
        rows={targets.filter(({ group }) => Object.keys(group).length === 0)}
        rowKey={(target) => target.id}
        columns={[
          {
            id: 'title',
            title: say('indicators.name'),
            cell: ({ indicator }) => (
              <Link to={`${addressOfIndicator(indicator.code)}?territorio=${place.reference}#metas`}>
                {titleIn(say, indicator)}
              </Link>
            ),
          },
          { id: 'year', title: say('indicators.year'), cell: (target) => target.year },
          {
            id: 'kind',
            title: say('indicators.kind'),
            cell: (target) => say.dynamic(`indicators.target-kind.${target.kind}`),
          },
          {
            id: 'value',
            title: say('indicators.value'),
            isNumber: true,
            cell: (target) => format.number(target.value, digitsOf(target.value)),
          },
        ]}
      />
    </Section>
  );
}
