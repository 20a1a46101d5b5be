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
  return (
    <>
      <Area name="definition" definition={definition} isRequired />
      <Area name="numeratorWords" definition={definition} />
      <Area name="denominatorWords" definition={definition} />
      <Area name="method" definition={definition} />
      <Area name="limits" definition={definition} />
    </>
  );
}

/** The same in English: complete where somebody translates it, else the Spanish is shown. */
export function EnglishWordingFields({ definition }: { definition: Definition | null }) {
  const say = useSay();
  return (
    <FieldGroup legend={say('indicators.english')}>
      <Area name="definitionEn" definition={definition} />
      <Area name="numeratorWordsEn" definition={definition} />
      <Area name="denominatorWordsEn" definition={definition} />
      <Area name="methodEn" definition={definition} />
      <Area name="limitsEn" definition={definition} />
    </FieldGroup>
  );
}

function Area({
  name,
  definition,
  isRequired = false,
}: {
  name: keyof Definition;
  definition: Definition | null;
  isRequired?: boolean;
}) {
  const label = useWordingLabels()[name] ?? name;
  return (
    <TextArea
      name={name}
      label={label}
      rows={name.startsWith('definition') ? 3 : 2}
      defaultValue={String(definition?.[name] ?? '')}
      required={isRequired}
    />
  );
}
