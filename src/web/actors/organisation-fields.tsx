import { Checkbox, DateField, Select, TextArea, TextInput } from '../design/field.tsx';
import { FieldGroup } from '../design/form.tsx';
import { textOf } from '../api.ts';
import { useSay } from '../words/words.tsx';
import { addressOfOrganisation, type Organisation } from './actor-shapes.ts';
import { Chooser } from './chooser.tsx';
import { Confirmations } from './confirmations.tsx';
import { optionsOf } from './options.ts';

/** What is written of an organisation, new or corrected. */
export function OrganisationFields({ organisation }: { organisation?: Organisation }) {
  const say = useSay();
  return (
    <>
      <TextInput
        name="name"
        label={say('actor-pages.name')}
        help={organisation ? say('actor-pages.name-correct-help') : say('actor-pages.name-help')}
        defaultValue={organisation?.name}
        required
      />
      <TextInput
        name="shortName"
        label={say('actor-pages.short-name')}
        defaultValue={organisation?.shortName ?? ''}
      />
      <Select
        name="kind"
        label={say('actor-pages.kind')}
        options={optionsOf(say, 'kind')}
        empty={say('shared.choose')}
        defaultValue={organisation?.kind}
        required
      />
      <Select
        name="sector"
        label={say('actor-pages.sector')}
        options={optionsOf(say, 'sector')}
        empty={say('shared.choose')}
        defaultValue={organisation?.sector}
        required
      />
      <Select
        name="level"
        label={say('actor-pages.level')}
        help={say('actor-pages.level-help')}
        options={optionsOf(say, 'level')}
        empty={say('shared.choose')}
        defaultValue={organisation?.level}
        required
      />
      <Chooser name="parentId" label={say('actor-pages.parent')} current={organisation?.parent} />
      <TextArea
        name="mandate"
        label={say('actor-pages.mandate')}
        help={say('actor-pages.mandate-help')}
        defaultValue={organisation?.mandate ?? ''}
      />
      <TextInput
        name="website"
        label={say('actor-pages.website')}
        help={say('actor-pages.website-help')}
        type="url"
        defaultValue={organisation?.website ?? ''}
      />
      <FieldGroup legend={say('actor-pages.exists')}>
        <DateField
          name="validFrom"
          label={say('actor-pages.from')}
          defaultValue={organisation?.validFrom ?? ''}
        />
        <DateField
          name="validTo"
          label={say('actor-pages.until')}
          help={say('actor-pages.until-help')}
          defaultValue={organisation?.validTo ?? ''}
        />
      </FieldGroup>
      <Checkbox
        name="withholdsDisaggregation"
        label={say('actor-pages.withholds')}
        help={say('actor-pages.withholds-help')}
        defaultChecked={organisation?.withholdsDisaggregation ?? false}
      />
      <Confirmations addressOf={addressOfOrganisation} />
    </>
  );
}

/** The form as the API is told it. */
export function organisationBody(form: FormData, parentId: string | null) {
  const optional = (name: string) => textOf(form, name) || null;
  return {
    name: textOf(form, 'name'),
    shortName: optional('shortName'),
    // The API checks these against its lists; what is not chosen is a fault beside the field.
    kind: textOf(form, 'kind') as Organisation['kind'],
    sector: textOf(form, 'sector') as Organisation['sector'],
    level: textOf(form, 'level') as Organisation['level'],
    parentId,
    mandate: optional('mandate'),
    website: optional('website'),
    validFrom: optional('validFrom'),
    validTo: optional('validTo'),
    withholdsDisaggregation: form.has('withholdsDisaggregation'),
    confirmText: form.has('confirmText'),
  };
}

/** The names of the fields, for the list of faults on top and for two versions side by side. */
export function useOrganisationLabels() {
  const say = useSay();
  return {
    territory: say('actor-pages.territory'),
    name: say('actor-pages.name'),
    shortName: say('actor-pages.short-name'),
    kind: say('actor-pages.kind'),
    sector: say('actor-pages.sector'),
    level: say('actor-pages.level'),
    mandate: say('actor-pages.mandate'),
    website: say('actor-pages.website'),
    validFrom: say('actor-pages.from'),
    validTo: say('actor-pages.until'),
  };
}
