import { redirect } from 'react-router';
import { Chooser } from '../actors/chooser.tsx';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Button, Buttons } from '../design/button.tsx';
import { DataForm } from '../design/form.tsx';
import { Page, Section } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/agreement-parties.route';
import { partyBody } from './agreement-body.ts';
import { ConfirmText } from './confirm-text.tsx';
import { addressOfAgreement } from './agreement-shapes.ts';
import { chosenHolder } from './choose-party.ts';
import { crumbsOfAgreement, openToWorkers } from './open-to-workers.ts';
import { PartyFields, RoleSelect } from './party-fields.tsx';
import { peopleOf } from './people-of.ts';

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const agreement = await call(context, 'getAgreement', { agreementId: params.id }, request);
  openToWorkers(context, request, agreement);
  const people = await Promise.all(
    agreement.partyList.map((party) => peopleOf(context, party.holder, request)),
  );
  return { agreement, people };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData();
  const agreementId = params.id;
  const version = Number(textOf(form, 'version'));
  const [deed, partyId = ''] = textOf(form, '_form').split(':');
  const back = addressOfAgreement(agreementId, 'partes');
  if (deed === 'add') {
    const chosen = await chosenHolder(context, form, 'party', textOf(form, 'country'));
    if (!chosen.ok) return chosen.answer;
    const holder = chosen.holder ?? { organisationId: null, structureId: null };
    const body = { ...holder, ...partyBody(form) };
    const added = await attempt(context, 'addAgreementParty', { agreementId, version, body }, keyOf(form));
    return added.ok ? redirect(back) : refusedForm(added.refused, form);
  }
  if (deed === 'remove') {
    const removed = await attempt(
      context,
      'removeAgreementParty',
      { agreementId, partyId, version },
      keyOf(form),
    );
    return removed.ok ? redirect(back) : refusedForm(removed.refused, form);
  }
  const body = { ...partyBody(form), confirmText: form.has('confirmText') };
  const saved = await attempt(
    context,
    'updateAgreementParty',
    { agreementId, partyId, version, body },
    keyOf(form),
  );
  return saved.ok ? redirect(back) : refusedForm(saved.refused, form);
}

/** The parties of a draft: what each is in it, what it relies on, and who signs for it. */
export default function AgreementParties({ loaderData: { agreement, people } }: Route.ComponentProps) {
  const say = useSay();
  return (
    <Page
      title={say('agreement-pages.edit-parties')}
      lead={say('agreement-pages.edit-parties-lead')}
      crumbs={crumbsOfAgreement(agreement, say)}
    >
      {agreement.partyList.map((party, index) => (
        <Section key={party.id} title={party.holder.name}>
          <DataForm name={`party:${party.id}`}>
            <input type="hidden" name="version" value={party.version} />
            <PartyFields party={party} people={people[index] ?? []} />
            <ConfirmText />
            <Buttons>
              <Button look="plain">{say('agreement-pages.save')}</Button>
            </Buttons>
          </DataForm>
          <DataForm name={`remove:${party.id}`}>
            <input type="hidden" name="version" value={party.version} />
            <Buttons>
              <Button look="quiet">{say('agreement-pages.remove-party')}</Button>
            </Buttons>
          </DataForm>
        </Section>
      ))}
      <Section title={say('agreement-pages.add-party')}>
        <DataForm name="add">
          <input type="hidden" name="version" value={agreement.version} />
          <input type="hidden" name="country" value={agreement.territory.reference.slice(0, 2)} />
          <Chooser
            name="party"
            label={say('agreement-pages.party')}
            help={say('agreement-pages.party-help')}
            required
          />
          <RoleSelect party={null} />
          <Buttons>
            <Button>{say('agreement-pages.add-party')}</Button>
          </Buttons>
        </DataForm>
      </Section>
    </Page>
  );
}
