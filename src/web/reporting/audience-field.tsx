import { Radios } from '../design/field.tsx';
import { useSay } from '../words/words.tsx';
import { audiences } from './written-form.ts';

/** Who sees the figures that a form brings in. */
export function AudienceField({ chosen }: { chosen: (typeof audiences)[number] }) {
  const say = useSay();
  return (
    <Radios
      name="audience"
      label={say('reporting.form-audience-label')}
      help={say('reporting.form-audience-help')}
      defaultValue={chosen}
      options={audiences.map((value) => ({ value, label: say(`reporting.form-audience.${value}`) }))}
    />
  );
}
