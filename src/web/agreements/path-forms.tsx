import { gateKinds } from '#domain/agreements/gate-kinds.ts';
import { approvalKinds, gateResults } from '#domain/agreements/vocabulary.ts';
import { Button, Buttons } from '../design/button.tsx';
import { DateField, Radios, Select, TextArea, TextInput } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { useSay } from '../words/words.tsx';
import { ConfirmText } from './confirm-text.tsx';
import type { Agreement } from './agreement-shapes.ts';

type Of = { readonly agreement: Agreement };

/** Who did it, under which reference, on which day. */
function Said({
  body,
  reference,
  isReferenceRequired = false,
}: {
  body: string;
  reference: string;
  isReferenceRequired?: boolean;
}) {
  const say = useSay();
  return (
    <>
      <TextInput name="body" label={body} help={say('agreement-pages.body-help')} required />
      <TextInput name="reference" label={reference} required={isReferenceRequired} />
      <DateField name="on" label={say('agreement-pages.on')} required />
    </>
  );
}

/** The legal report: favourable, or with observations that open the text again. */
export function LegalReportForm({ agreement }: Of) {
  const say = useSay();
  return (
    <DataForm name="legal-report">
      <input type="hidden" name="version" value={agreement.version} />
      <Radios
        name="result"
        label={say('agreement-pages.result')}
        options={(['favourable', 'observations'] as const).map((value) => ({
          value,
          label: say.dynamic(`agreements.gate-result.${value}`),
          help: say.dynamic(`agreement-pages.legal-${value}`),
        }))}
        defaultValue="favourable"
      />
      <Said body={say('agreement-pages.legal-body')} reference={say('agreement-pages.reference')} />
      <TextArea name="note" label={say('agreement-pages.observations')} rows={3} />
      <ConfirmText />
      <Buttons>
        <Button>{say('agreement-pages.record-report')}</Button>
      </Buttons>
    </DataForm>
  );
}

/** The act by which a party approves: only whoever acts for it records it. */
export function ApprovalForm({ agreement }: Of) {
  const say = useSay();
  const own = agreement.partyList.filter(
    ({ isYours, role, standing }) => isYours && role !== 'observer' && standing !== 'withdrawn',
  );
  if (own.length === 0) return <p>{say('agreement-pages.approvals-of-others')}</p>;
  return (
    <DataForm name="approval">
      <input type="hidden" name="version" value={agreement.version} />
      <Select
        name="partyId"
        label={say('agreement-pages.party')}
        options={own.map((party) => ({ value: party.id, label: party.holder.name }))}
        defaultValue={own.find(({ standing }) => standing !== 'approved')?.id ?? own[0]?.id}
      />
      <Select
        name="kind"
        label={say('agreement-pages.approval-kind')}
        options={approvalKinds.map((value) => ({
          value,
          label: say.dynamic(`agreements.approval-kind.${value}`),
        }))}
      />
      <Said
        body={say('agreement-pages.approval-body')}
        reference={say('agreement-pages.approval-reference')}
        isReferenceRequired
      />
      <ConfirmText />
      <Buttons>
        <Button>{say('agreement-pages.record-approval')}</Button>
      </Buttons>
    </DataForm>
  );
}

/** Approving acts that were recorded by mistake, with the way to take them back. */
export function TakeBackForms({ agreement }: Of) {
  const say = useSay();
  const standing = agreement.approvals.filter(
    (one) => !one.isTakenBack && agreement.partyList.some(({ id, isYours }) => id === one.partyId && isYours),
  );
  return standing.map((one) => (
    <DataForm key={one.id} name={`take-back:${one.id}`}>
      <input type="hidden" name="version" value={agreement.version} />
      <input type="hidden" name="approvalId" value={one.id} />
      <Buttons>
        <Button look="quiet">
          {say('agreement-pages.take-back', { reference: `${one.body}, ${one.reference}` })}
        </Button>
      </Buttons>
    </DataForm>
  ));
}

/** A step outside the text: the memorandum, the consultation of indigenous authorities, with its day and its result. */
export function GateForm({ agreement }: Of) {
  const say = useSay();
  const kinds = gateKinds.filter((kind) => kind !== 'legal-report');
  return (
    <DataForm name="gate">
      <input type="hidden" name="version" value={agreement.version} />
      <Select
        name="kind"
        label={say('agreement-pages.gate-kind')}
        options={kinds.map((value) => ({ value, label: say.dynamic(`agreements.gate.${value}`) }))}
      />
      <Select
        name="result"
        label={say('agreement-pages.result')}
        options={gateResults.map((value) => ({
          value,
          label: say.dynamic(`agreements.gate-result.${value}`),
        }))}
        defaultValue="done"
      />
      <Said body={say('agreement-pages.gate-body')} reference={say('agreement-pages.reference')} />
      <TextArea name="note" label={say('agreement-pages.note')} rows={2} />
      <ConfirmText />
      <Buttons>
        <Button>{say('agreement-pages.record-gate')}</Button>
      </Buttons>
    </DataForm>
  );
}
