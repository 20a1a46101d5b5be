import { Button } from '../design/button.tsx';
import { Checkbox, TextArea } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Section } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import type { Commitment } from './commitment-shapes.ts';
import { ConfirmText } from './confirm-text.tsx';

/** What brings a commitment as a whole further: agreeing to it, making it public. */
export function WholeDeeds({ commitment }: { commitment: Commitment }) {
  const say = useSay();
  const { possible } = commitment;
  return (
    <>
      {possible.includes('agreed') && (
        <Section title={say('commitment.agree')}>
          <p>{say('commitment.agree-lead')}</p>
          <DataForm name="agree">
            <input type="hidden" name="version" value={commitment.version} />
            <Checkbox
              name="isPublic"
              label={say('commitment.make-public')}
              help={say('commitment.make-public-help')}
              defaultChecked
            />
            <Button>{say('commitment.agree')}</Button>
          </DataForm>
        </Section>
      )}
      {possible.includes('published') && (
        <Section title={say('commitment.publish')}>
          <p>{say('commitment.make-public-help')}</p>
          <DataForm name="publish">
            <input type="hidden" name="version" value={commitment.version} />
            <Button look="plain">{say('commitment.publish')}</Button>
          </DataForm>
        </Section>
      )}
    </>
  );
}

/** What ends it; it comes last, after all that keeps it going. */
export function EndingDeeds({ commitment }: { commitment: Commitment }) {
  const { possible } = commitment;
  return (
    <>
      {possible.includes('cancelled') && <Reasoned commitment={commitment} name="cancel" />}
      {possible.includes('annulled') && <Reasoned commitment={commitment} name="annul" />}
    </>
  );
}

function Reasoned({ commitment, name }: { commitment: Commitment; name: 'cancel' | 'annul' }) {
  const say = useSay();
  return (
    <Section title={say(`commitment.${name}`)}>
      <p>{say(`commitment.${name}-lead`)}</p>
      <DataForm name={name} labels={{ reason: say('commitment.why') }}>
        <input type="hidden" name="version" value={commitment.version} />
        <TextArea name="reason" label={say('commitment.why')} rows={2} required />
        <ConfirmText form={name} />
        <Button look="danger">{say(`commitment.${name}`)}</Button>
      </DataForm>
    </Section>
  );
}
