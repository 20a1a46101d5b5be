import { Button } from '../design/button.tsx';
import { TextArea } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Section } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import type { Indicator } from './indicator-shapes.ts';

/** Publishing, retiring, taking up again, deleting: what is possible as the indicator stands. */
export function StandingForms({ indicator }: { indicator: Indicator }) {
  const say = useSay();
  const { version, possible } = indicator;
  const may = (act: Indicator['possible'][number]) => possible.includes(act);
  const plain = (name: 'publish' | 'restore') => (
    <Section title={say(`indicators.${name}`)}>
      <DataForm name={name}>
        <input type="hidden" name="version" value={version} />
        <Button look="plain">{say(`indicators.${name}`)}</Button>
      </DataForm>
    </Section>
  );
  return (
    <>
      {may('published') && plain('publish')}
      {may('restored') && plain('restore')}
      {may('retired') && (
        <Section title={say('indicators.retire')}>
          <p>{say('indicators.retire-lead')}</p>
          <DataForm name="retire" labels={{ reason: say('indicators.reason') }}>
            <input type="hidden" name="version" value={version} />
            <TextArea name="reason" label={say('indicators.reason')} rows={2} required />
            <Button look="danger">{say('indicators.retire')}</Button>
          </DataForm>
        </Section>
      )}
      {may('deleted') && (
        <Section title={say('indicators.delete')}>
          <p>{say('indicators.delete-lead')}</p>
          <DataForm name="delete">
            <input type="hidden" name="version" value={version} />
            <Button look="danger">{say('indicators.delete')}</Button>
          </DataForm>
        </Section>
      )}
    </>
  );
}
