import { Button } from '../design/button.tsx';
import { Checkbox, Select, TextArea, TextInput, type Option } from '../design/field.tsx';
import { DataForm, FieldGroup } from '../design/form.tsx';
import { Section } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import type { Commitment } from './commitment-shapes.ts';
import { ConfirmText } from './confirm-text.tsx';

/** Whether agreeing asks which need it answers: nothing has said so yet. */
export const asksForNeed = ({ need, noNeedReason, planAction, possible }: Commitment): boolean =>
  possible.includes('agreed') && need === null && noNeedReason === null && planAction === null;

type Props = { commitment: Commitment; needs: readonly Option[] };

/** What brings a commitment as a whole further: agreeing to it, making it public. */
export function WholeDeeds({ commitment, needs }: Props) {
  const say = useSay();
  const { possible } = commitment;
  return (
    <>
      {possible.includes('agreed') && (
        <Section title={say('commitment.agree')}>
          <p>{say('commitment.agree-lead')}</p>
          <DataForm
            name="agree"
            labels={{ needId: say('commitment.need'), noNeedReason: say('commitment.no-need') }}
          >
            <input type="hidden" name="version" value={commitment.version} />
            {asksForNeed(commitment) && <AnsweredNeed needs={needs} />}
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

function AnsweredNeed({ needs }: { needs: readonly Option[] }) {
  const say = useSay();
  return (
    <FieldGroup legend={say('commitment.answers')}>
      <p>{say('commitment.agree-need')}</p>
      {needs.length > 0 && (
        <Select name="needId" label={say('commitment.need')} options={needs} empty={say('shared.none')} />
      )}
      <TextInput name="noNeedReason" label={say('commitment.no-need')} />
      <ConfirmText form="agree" />
    </FieldGroup>
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
