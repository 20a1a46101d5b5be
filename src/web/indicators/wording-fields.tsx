import { TextArea } from '../design/field.tsx';
import { FieldGroup } from '../design/form.tsx';
import { useSay } from '../words/words.tsx';
import type { Definition } from './indicator-shapes.ts';

/** What the fields of a definition are called, for the list of faults. */
export function useWordingLabels(): Record<string, string> {
  const say = useSay();
  return {
    definition: say('indicators.definition'),
    numeratorWords: say('indicators.numerator-words'),
    denominatorWords: say('indicators.denominator-words'),
    method: say('indicators.method'),
    limits: say('indicators.limits-field'),
    definitionEn: say('indicators.definition-en'),
    numeratorWordsEn: say('indicators.numerator-words-en'),
    denominatorWordsEn: say('indicators.denominator-words-en'),
    methodEn: say('indicators.method-en'),
    limitsEn: say('indicators.limits-en'),
  };
}

/** The wording of a definition, in the order in which people tell it. */
export function WordingFields({ definition }: { definition: Definition | null }) {
  const say = useSay();
  const labels = useWordingLabels();
  const area = (name: keyof Definition & string, isRequired = false) => (
    <TextArea
      key={name}
      name={name}
      label={labels[name] ?? name}
      rows={name.startsWith('definition') ? 3 : 2}
      defaultValue={String(definition?.[name] ?? '')}
      required={isRequired}
    />
  );
  return (
    <>
      {area('definition', true)}
      {area('numeratorWords')}
      {area('denominatorWords')}
      {area('method')}
      {area('limits')}
      <FieldGroup legend={say('indicators.english')}>
        {area('definitionEn')}
        {area('numeratorWordsEn')}
        {area('denominatorWordsEn')}
        {area('methodEn')}
        {area('limitsEn')}
      </FieldGroup>
    </>
  );
}
