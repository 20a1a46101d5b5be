import { redirect } from 'react-router';
import { KeptForm } from '../actors/kept-form.tsx';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Button, ButtonLink, Buttons } from '../design/button.tsx';
import { Page } from '../design/page.tsx';
import { SideBySide } from '../design/side-by-side.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/agreement-data.route';
import { agreementBody } from './agreement-body.ts';
import { choicesFor } from './agreement-choices.ts';
import { AgreementFields, useAgreementLabels } from './agreement-fields.tsx';
import { ConfirmText } from './confirm-text.tsx';
import { addressOfAgreement } from './agreement-shapes.ts';
import { namedTerritories } from './choose-party.ts';
import { crumbsOfAgreement, openToWorkers } from './open-to-workers.ts';

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const agreement = await call(context, 'getAgreement', { agreementId: params.id }, request);
  openToWorkers(context, request, agreement);
  const place = agreement.territories[0]?.reference ?? agreement.territory.reference;
  return { agreement, choices: await choicesFor(context, place, request) };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData();
  const country = textOf(form, 'country');
  const places = await namedTerritories(context, textOf(form, 'territories'), 'territories', country);
  if (!places.ok) return refusedForm(places.refused, form);
  const version = Number(textOf(form, 'version'));
  const body = { ...agreementBody(form), territories: places.references };
  const saved = await attempt(
    context,
    'updateAgreement',
    { agreementId: params.id, version, body },
    keyOf(form),
  );
  return saved.ok ? redirect(addressOfAgreement(params.id)) : refusedForm(saved.refused, form);
}

/** Changes what an agreement is for, covers, answers and how long it lasts. */
export default function AgreementData({
  loaderData: { agreement, choices },
  actionData,
}: Route.ComponentProps) {
  const say = useSay();
  const labels = useAgreementLabels();
  const refused = actionData?.refused;
  return (
    <Page
      title={say('agreement-pages.data')}
      lead={say('agreement-pages.data-lead')}
      crumbs={crumbsOfAgreement(agreement, say)}
    >
      {refused?.status === 412 && (
        <SideBySide mine={actionData?.typed ?? {}} theirs={refused.current} labels={labels} />
      )}
      <KeptForm draft={`agreement-${agreement.id}`} labels={labels}>
        <input type="hidden" name="version" value={agreement.version} />
        <input type="hidden" name="country" value={agreement.territory.reference.slice(0, 2)} />
        <AgreementFields
          agreement={agreement}
          choices={choices}
          places={agreement.territories.map(({ reference }) => reference).join('\n')}
        />
        <ConfirmText />
        <Buttons>
          <Button>{say('agreement-pages.save')}</Button>
          <ButtonLink look="quiet" to={addressOfAgreement(agreement.id)}>
            {say('shared.cancel')}
          </ButtonLink>
        </Buttons>
      </KeptForm>
    </Page>
  );
}
