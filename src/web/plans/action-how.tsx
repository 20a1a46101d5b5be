import { ecologicalLevels, violenceKinds } from '#domain/diagnosis/vocabulary.ts';
import { inspireStrategies, preventionLevels, preventionTypes } from '#domain/strategy/vocabulary.ts';
import { Checkbox, Select } from '../design/field.tsx';
import { useSay } from '../words/words.tsx';
import { useOptions } from './action-fields.tsx';
import { Choices, Faults, Part } from './choices.tsx';
import type { ActionPage } from './plan-shapes.ts';

/** How it prevents: against what violence, at what level, in which ways. */
export function HowFields({ page }: { page: ActionPage }) {
  const say = useSay();
  const { action } = page;
  return (
    <Part
      title={say('plans.part-how')}
      isOpen={action.violence === null}
      fields={['violence', 'preventionLevel', 'usesMediation']}
    >
      <Select
        name="violence"
        label={say('plans.field.violence')}
        options={useOptions('diagnosis.violence', violenceKinds)}
        empty={say('shared.choose')}
        defaultValue={action.violence ?? ''}
      />
      <Select
        name="preventionLevel"
        label={say('plans.field.preventionLevel')}
        options={useOptions('strategy.prevention-level', preventionLevels)}
        empty={say('shared.choose')}
        defaultValue={action.preventionLevel ?? ''}
      />
      <Choices
        name="preventionTypes"
        label={say('plans.field.preventionTypes')}
        options={useOptions('strategy.prevention-type', preventionTypes)}
        chosen={action.preventionTypes}
      />
      <Choices
        name="inspire"
        label={say('plans.field.inspire')}
        options={useOptions('strategy.inspire', inspireStrategies)}
        chosen={action.inspire}
      />
      <Choices
        name="ecologicalLevels"
        label={say('plans.field.ecologicalLevels')}
        options={useOptions('diagnosis.ecological', ecologicalLevels)}
        chosen={action.ecologicalLevels}
      />
      <Faults name="usesMediation" />
      <Checkbox
        name="usesMediation"
        label={say('plans.field.usesMediation')}
        help={say('plans.mediation-help')}
        defaultChecked={action.usesMediation}
      />
    </Part>
  );
}
