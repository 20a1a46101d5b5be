import { Link } from 'react-router';
import type { Fact } from '../design/definition-list.tsx';
import { addressOfTerritory } from '../territories/territory-shapes.ts';
import { useFormat, useSay } from '../words/words.tsx';
import { lineName, wordsOf, type ActionPage } from './plan-shapes.ts';

type Action = ActionPage['action'];

/** What is said of an action; what was not said is left out. */
export function useActionFacts({ action, programme }: ActionPage): Fact[] {
  const say = useSay();
  const format = useFormat();
  const text = (field: string, value: string | null): Fact[] =>
    value === null || value === '' ? [] : [{ term: say.dynamic(`plans.field.${field}`), value }];
  const days = [action.periodFrom, action.periodTo].map((day) => (day === null ? '…' : format.day(day)));
  const hasPeriod = action.periodFrom !== null || action.periodTo !== null;
  const level = action.preventionLevel;
  return [
    ...text('programmeId', programme?.title ?? null),
    ...(action.places.length > 0
      ? [{ term: say('plans.field.places'), value: <Places action={action} /> }]
      : []),
    ...(hasPeriod ? [{ term: say('plans.period'), value: days.join(' – ') }] : []),
    ...(action.need
      ? [
          {
            term: say('plans.field.need'),
            value: <Link to={`/necesidades/${action.need.id}`}>{action.need.problem}</Link>,
          },
        ]
      : []),
    ...text('noNeedReason', action.noNeedReason),
    ...text('lines', action.lines.map(lineName).join('; ')),
    ...text('noLineReason', action.noLineReason),
    ...text('targetGroups', wordsOf(say, 'diagnosis.group', action.targetGroups)),
    ...text('targetWords', action.targetWords),
    ...(['targetSize', 'targetWomen', 'targetYouth', 'targetIndigenous'] as const).flatMap((field) => {
      const size = action[field];
      return size === null ? [] : text(field, format.number(size));
    }),
    ...text('targetSource', action.targetSource),
    ...text('violence', action.violence && say.dynamic(`diagnosis.violence.${action.violence}`)),
    ...text('preventionLevel', level && say.dynamic(`strategy.prevention-level.${level}`)),
    ...text('preventionTypes', wordsOf(say, 'strategy.prevention-type', action.preventionTypes)),
    ...text('inspire', wordsOf(say, 'strategy.inspire', action.inspire)),
    ...text('ecologicalLevels', wordsOf(say, 'diagnosis.ecological', action.ecologicalLevels)),
    ...(action.usesMediation ? text('usesMediation', say('plans.yes')) : []),
    ...text('responsible', responsibleOf(action)),
    ...text('partners', partnersOf(action)),
    ...text(
      'outputs',
      outputsOf(action, (value) => format.number(value)),
    ),
    ...text('poaCode', action.poaCode),
  ];
}

function Places({ action }: { action: Action }) {
  return action.places.map(({ reference, name }, index) => (
    <span key={reference}>
      {index > 0 && ', '}
      <Link to={addressOfTerritory(reference)}>{name}</Link>
    </span>
  ));
}

function responsibleOf({ responsibleOrganisation, responsibleStructure, responsibleOffice }: Action): string {
  return [responsibleOrganisation?.name, responsibleStructure?.name, responsibleOffice]
    .filter(Boolean)
    .join(', ');
}

function partnersOf({ partners }: Action): string {
  return partners
    .map(({ organisation, contribution }) =>
      contribution === null ? organisation.name : `${organisation.name} (${contribution})`,
    )
    .join('; ');
}

function outputsOf({ outputs }: Action, number: (value: number) => string): string {
  return outputs
    .map(({ title, unit, quantity }) =>
      [title, [quantity === null ? '' : number(quantity), unit].filter(Boolean).join(' ')]
        .filter(Boolean)
        .join(': '),
    )
    .join('; ');
}
