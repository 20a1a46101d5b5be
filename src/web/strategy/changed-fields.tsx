import { writeTargets } from '#domain/strategy/targets.ts';
import type { Say } from '#words/say.ts';
import { Table } from '../design/table.tsx';
import { useSay } from '../words/words.tsx';
import { wordsOf, type Compared, type Element } from './strategy-shapes.ts';

type Field = Compared['fields'][number];

/** The fields in which two wordings of an element differ, from what to what. */
export function ChangedFields({ item }: { item: Compared }) {
  const say = useSay();
  const { before, after } = item;
  if (!before || !after) return null;
  return (
    <Table
      caption={`${say('strategies.changed-fields')}: ${after.title}`}
      isCaptionHidden
      rows={item.fields}
      rowKey={(field) => field}
      columns={[
        { id: 'field', title: say('shared.field'), cell: (field) => say.dynamic(`strategy.field.${field}`) },
        {
          id: 'before',
          title: say('strategies.before'),
          cell: (field) => valueOf(say, field, before, item.placeBefore),
        },
        {
          id: 'after',
          title: say('strategies.after'),
          cell: (field) => valueOf(say, field, after, item.placeAfter),
        },
      ]}
    />
  );
}

/** What an element says in a field, in words; a dash where it says nothing. */
function valueOf(say: Say, field: Field, element: Element, place: readonly string[]): string {
  return textOf(say, field, element, place) || '—';
}

function textOf(say: Say, field: Field, element: Element, place: readonly string[]): string {
  switch (field) {
    case 'place':
      return place.join(' › ');
    case 'preventionLevel':
      return wordsOf(
        say,
        'strategy.prevention-level',
        element.preventionLevel ? [element.preventionLevel] : [],
      );
    case 'preventionTypes':
      return wordsOf(say, 'strategy.prevention-type', element.preventionTypes);
    case 'inspire':
      return wordsOf(say, 'strategy.inspire', element.inspire);
    case 'ecologicalLevels':
      return wordsOf(say, 'diagnosis.ecological', element.ecologicalLevels);
    case 'roles':
      return rolesOf(say, element);
    case 'indicators':
      return element.indicators.map(indicatorText).join(' · ');
    default:
      return element[field] ?? '';
  }
}

function rolesOf(say: Say, { lead, support }: Element): string {
  const names = (some: Element['lead']) => some.map(({ name }) => name).join(', ');
  return [
    lead.length > 0 ? say('strategies.leads', { names: names(lead) }) : '',
    support.length > 0 ? say('strategies.supports', { names: names(support) }) : '',
  ]
    .filter((part) => part !== '')
    .join('; ');
}

function indicatorText({ title, unit, baselineValue, baselineYear, targets }: Element['indicators'][number]) {
  const baseline = baselineValue === null ? '' : ` (${baselineYear}: ${baselineValue})`;
  const wanted = targets.length > 0 ? ` → ${writeTargets(targets)}` : '';
  return `${title}, ${unit}${baseline}${wanted}`;
}
