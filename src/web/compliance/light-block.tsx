import { valueOf } from '#domain/compliance/share.ts';
import { lights } from '#domain/compliance/light.ts';
import { Button } from '../design/button.tsx';
import { DateField, Radios, TextArea } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Section } from '../design/page.tsx';
import { StateTag } from '../design/state-tag.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import { lightLooks, type Compliance } from './compliance-shapes.ts';

/** The light that the rule gives with its arithmetic, and the one that somebody set beside it. */
export function LightBlock({
  compliance: { light, abilities },
  agreement,
}: {
  compliance: Compliance;
  agreement: string | undefined;
}) {
  const say = useSay();
  const format = useFormat();
  const share = valueOf(light);
  const { thresholds, override } = light;
  const mayOverride = agreement !== undefined && abilities.includes('oversee-agreement');
  return (
    <Section title={say('compliance.light')}>
      {light.byRule === null || share === null ? (
        <p>{say('compliance.light-none')}</p>
      ) : (
        <>
          <StateTag state={lightLooks[light.byRule]}>{say(`compliance.light.${light.byRule}`)}</StateTag>
          <p>
            {say('compliance.light-why', {
              share: format.percent(share),
              days: light.longestOverdue,
              green: format.percent(thresholds.green),
              amber: format.percent(thresholds.amber),
              limit: thresholds.redAfterDays,
            })}
          </p>
        </>
      )}
      {override && (
        <>
          <StateTag state={lightLooks[override.light]}>{say(`compliance.light.${override.light}`)}</StateTag>
          <p>{say('compliance.light-set', { to: format.longDay(override.to), reason: override.reason })}</p>
          {mayOverride && (
            <DataForm name="end">
              <input type="hidden" name="id" value={override.id} />
              <Button look="quiet">{say('compliance.override-end')}</Button>
            </DataForm>
          )}
        </>
      )}
      {mayOverride && <OverrideForm agreement={agreement} />}
    </Section>
  );
}

function OverrideForm({ agreement }: { agreement: string }) {
  const say = useSay();
  return (
    <details>
      <summary>{say('compliance.override')}</summary>
      <p>{say('compliance.override-lead')}</p>
      <DataForm name="override">
        <input type="hidden" name="subject" value={agreement} />
        <Radios
          name="light"
          label={say('compliance.light')}
          options={lights.map((value) => ({ value, label: say(`compliance.light.${value}`) }))}
          defaultValue="amber"
        />
        <TextArea name="reason" label={say('compliance.reason')} rows={2} required />
        <DateField name="to" label={say('compliance.override-until')} required />
        <Button look="plain">{say('compliance.override')}</Button>
      </DataForm>
    </details>
  );
}
