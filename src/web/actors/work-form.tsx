import { textOf } from '../api.ts';
import { Button, ButtonLink, Buttons } from '../design/button.tsx';
import { DateField, Select, TextArea, TextInput, type Option } from '../design/field.tsx';
import { useSay } from '../words/words.tsx';
import { addressOfOrganisation, type Work } from './actor-shapes.ts';
import { Confirmations } from './confirmations.tsx';
import { KeptForm } from './kept-form.tsx';
import { optionsOf } from './options.ts';

/** What an institution does: for which end, in what it consists, for whom, where, with which capacity. */
export function WorkForm({
  work,
  organisationId,
  territory,
  territories,
  here,
}: {
  work: Work | undefined;
  organisationId: string;
  territory: string;
  territories: readonly Option[];
  here: string;
}) {
  const say = useSay();
  const labels = {
    territory: say('actor-pages.territory'),
    function: say('actor-pages.function'),
    description: say('actor-pages.description'),
    targetGroup: say('actor-pages.target'),
    preventionLevel: say('actor-pages.prevention-level'),
    staff: say('actor-pages.staff'),
    capacity: say('actor-pages.capacity'),
    validFrom: say('actor-pages.from'),
    validTo: say('actor-pages.until'),
  };
  return (
    <KeptForm
      name="work"
      draft={`work-${organisationId}-${work ? `${work.id}-${work.version}` : 'new'}`}
      labels={labels}
    >
      {work && <input type="hidden" name="workId" value={work.id} />}
      {work && <input type="hidden" name="version" value={work.version} />}
      {!work && (
        <Select
          name="territory"
          label={labels.territory}
          options={territories}
          defaultValue={territory}
          required
        />
      )}
      <Select
        name="function"
        label={labels.function}
        help={say('actor-pages.function-help')}
        options={optionsOf(say, 'function')}
        empty={say('shared.choose')}
        defaultValue={work?.function}
        required
      />
      <TextArea
        name="description"
        label={labels.description}
        help={say('actor-pages.description-help')}
        defaultValue={work?.description ?? ''}
      />
      <TextInput
        name="targetGroup"
        label={labels.targetGroup}
        help={say('actor-pages.target-help')}
        defaultValue={work?.targetGroup ?? ''}
      />
      <Select
        name="preventionLevel"
        label={labels.preventionLevel}
        help={say('actor-pages.prevention-level-help')}
        options={optionsOf(say, 'prevention')}
        empty={say('actor-pages.not-said')}
        defaultValue={work?.preventionLevel ?? ''}
      />
      <TextInput
        name="staff"
        label={labels.staff}
        help={say('actor-pages.staff-help')}
        inputMode="numeric"
        defaultValue={work?.staff?.toString() ?? ''}
      />
      <TextArea
        name="capacity"
        label={labels.capacity}
        help={say('actor-pages.capacity-help')}
        rows={2}
        defaultValue={work?.capacity ?? ''}
      />
      <DateField name="validFrom" label={labels.validFrom} defaultValue={work?.validFrom ?? ''} />
      <DateField
        name="validTo"
        label={labels.validTo}
        help={say('actor-pages.work-until-help')}
        defaultValue={work?.validTo ?? ''}
      />
      <Confirmations addressOf={addressOfOrganisation} />
      <Buttons>
        <Button>{say('shared.save')}</Button>
        {work && (
          <Button look="danger" name="remove" value="yes">
            {say('actor-pages.delete-mistake')}
          </Button>
        )}
        {work && (
          <ButtonLink look="quiet" to={here}>
            {say('shared.cancel')}
          </ButtonLink>
        )}
      </Buttons>
    </KeptForm>
  );
}

/** The form as the API is told it. */
export function workBody(form: FormData) {
  const optional = (name: string) => textOf(form, name) || null;
  const staff = optional('staff');
  return {
    function: textOf(form, 'function') as Work['function'],
    description: optional('description'),
    targetGroup: optional('targetGroup'),
    preventionLevel: optional('preventionLevel') as Work['preventionLevel'],
    // What is no number is sent as it is not: the API says so beside the field.
    staff: staff === null ? null : Number(staff.replaceAll(/[\s.,]/g, '')),
    capacity: optional('capacity'),
    validFrom: optional('validFrom'),
    validTo: optional('validTo'),
    confirmText: form.has('confirmText'),
  };
}
