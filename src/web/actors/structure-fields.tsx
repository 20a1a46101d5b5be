import { textOf } from '../api.ts';
import { DateField, Select, TextArea, TextInput } from '../design/field.tsx';
import { FieldGroup } from '../design/form.tsx';
import { useSay } from '../words/words.tsx';
import { addressOfStructure, type Structure } from './actor-shapes.ts';
import { Chooser } from './chooser.tsx';
import { Confirmations } from './confirmations.tsx';
import { optionsOf } from './options.ts';

/** What is written of a board or committee, new or corrected. */
export function StructureFields({ structure }: { structure?: Structure }) {
  const say = useSay();
  return (
    <>
      <TextInput
        name="name"
        label={say('actor-pages.name')}
        help={say('actor-pages.structure-name-help')}
        defaultValue={structure?.name}
        required
      />
      <Select
        name="kind"
        label={say('actor-pages.kind')}
        options={optionsOf(say, 'structure')}
        empty={say('shared.choose')}
        defaultValue={structure?.kind}
        required
      />
      <TextArea
        name="mandate"
        label={say('actor-pages.mandate')}
        help={say('actor-pages.mandate-help')}
        defaultValue={structure?.mandate ?? ''}
      />
      <TextInput
        name="legalBasis"
        label={say('actor-pages.legal-basis')}
        help={say('actor-pages.legal-basis-help')}
        defaultValue={structure?.legalBasis ?? ''}
      />
      <Chooser name="secretariatId" label={say('actor-pages.secretariat')} current={structure?.secretariat} />
      <FieldGroup legend={say('actor-pages.exists')}>
        <DateField
          name="validFrom"
          label={say('actor-pages.from')}
          defaultValue={structure?.validFrom ?? ''}
        />
        <DateField
          name="validTo"
          label={say('actor-pages.until')}
          help={say('actor-pages.until-help')}
          defaultValue={structure?.validTo ?? ''}
        />
      </FieldGroup>
      <Confirmations addressOf={addressOfStructure} />
    </>
  );
}

/** The form as the API is told it. */
export function structureBody(form: FormData, secretariatId: string | null) {
  const optional = (name: string) => textOf(form, name) || null;
  return {
    name: textOf(form, 'name'),
    kind: textOf(form, 'kind') as Structure['kind'],
    mandate: optional('mandate'),
    legalBasis: optional('legalBasis'),
    secretariatId,
    validFrom: optional('validFrom'),
    validTo: optional('validTo'),
    confirmText: form.has('confirmText'),
  };
}

export function useStructureLabels() {
  const say = useSay();
  return {
    territory: say('actor-pages.territory'),
    name: say('actor-pages.name'),
    kind: say('actor-pages.kind'),
    mandate: say('actor-pages.mandate'),
    legalBasis: say('actor-pages.legal-basis'),
    validFrom: say('actor-pages.from'),
    validTo: say('actor-pages.until'),
  };
}
