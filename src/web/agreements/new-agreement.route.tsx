import { Link, redirect } from 'react-router';
import { Chooser } from '../actors/chooser.tsx';
import { KeptForm } from '../actors/kept-form.tsx';
import { ownTerritories } from '../actors/territory-choices.ts';
import { attempt, call, keyOf, pageOfRequest, refusedForm, signInAddress, textOf } from '../api.ts';
import { Button, ButtonLink, Buttons } from '../design/button.tsx';
import { Select } from '../design/field.tsx';
import { FieldGroup } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/new-agreement.route';
import { agreementBody, partyBody } from './agreement-body.ts';
import { choicesFor } from './agreement-choices.ts';
import { AgreementFields, useAgreementLabels } from './agreement-fields.tsx';
import { ConfirmText } from './confirm-text.tsx';
import { addressOfAgreement } from './agreement-shapes.ts';
import styles from './agreements.module.css';
import { chosenHolder, namedTerritories } from './choose-party.ts';
import { RoleSelect } from './party-fields.tsx';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { visitor } = pageOfRequest(context);
  if (visitor === null) throw redirect(signInAddress(request));
  const asked = new URL(request.url).searchParams;
  const territories = await ownTerritories(context, request);
  const country = (territories.chosen || visitor.home.reference).slice(0, 2);
  const [own, all] = await Promise.all([
    call(context, 'listTemplates', { country }, request),
    call(context, 'listTemplates', {}, request),
  ]);
  const isAny = asked.get('de') === 'otros';
  const offered = (isAny || own.items.length === 0 ? all : own).items.filter(({ isEngine }) => isEngine);
  const template = all.items.find(({ id }) => id === asked.get('instrumento')) ?? null;
  const choices = template && (await choicesFor(context, territories.chosen || country, request));
  return { territories, offered, template, choices, own: visitor.organisation?.name ?? '', isAny };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const territory = textOf(form, 'territory');
  const country = territory.slice(0, 2);
  const places = await namedTerritories(
    context,
    textOf(form, 'territories') || territory,
    'territories',
    country,
  );
  if (!places.ok) return refusedForm(places.refused, form);
  const parties = [];
  for (const field of ['party1', 'party2', 'party3']) {
    const chosen = await chosenHolder(context, form, field, country);
    if (!chosen.ok) return chosen.answer;
    if (chosen.holder) parties.push({ ...chosen.holder, ...partyBody(form, `${field}-`) });
  }
  const body = {
    templateId: textOf(form, 'templateId'),
    territory,
    language: textOf(form, 'language') === 'en' ? ('en' as const) : ('es' as const),
    parties,
    ...agreementBody(form),
    territories: places.references,
  };
  const made = await attempt(context, 'createAgreement', { body }, keyOf(form));
  return made.ok ? redirect(addressOfAgreement(made.answer.id)) : refusedForm(made.refused, form);
}

export default function NewAgreement({ loaderData }: Route.ComponentProps) {
  const say = useSay();
  const { template, choices } = loaderData;
  return (
    <Page
      title={say('agreement-pages.draft')}
      lead={say(template ? 'agreement-pages.draft-lead' : 'agreement-pages.choose-instrument-lead')}
      crumbs={[{ to: '/convenios', title: say('agreement-pages.title') }]}
    >
      {template && choices ? (
        <DraftForm {...loaderData} template={template} choices={choices} />
      ) : (
        <Instruments {...loaderData} />
      )}
    </Page>
  );
}

type Loaded = Route.ComponentProps['loaderData'];

function Instruments({ offered, territories, isAny }: Loaded) {
  const say = useSay();
  const place = territories.chosen && `&territorio=${territories.chosen}`;
  return (
    <Section title={say('agreement-pages.choose-instrument')}>
      {offered.length === 0 && <Notice>{say('agreement-pages.no-instruments')}</Notice>}
      <ul className={styles.lines}>
        {offered.map((one) => (
          <li key={one.id}>
            <Link to={`/convenios/nuevo?instrumento=${one.id}${place}`}>{one.title[say.language]}</Link>
            <small>
              {one.country} · {say.dynamic(`agreements.kind.${one.kind}`)} · {one.nativeName}
            </small>
            <p>{one.summary[say.language]}</p>
          </li>
        ))}
      </ul>
      {!isAny && (
        <Buttons>
          <ButtonLink look="quiet" to={`/convenios/nuevo?de=otros${place}`}>
            {say('agreement-pages.other-instruments')}
          </ButtonLink>
        </Buttons>
      )}
    </Section>
  );
}

type Ready = Loaded & { template: NonNullable<Loaded['template']>; choices: NonNullable<Loaded['choices']> };

function DraftForm({ template, choices, territories, own }: Ready) {
  const say = useSay();
  const labels = {
    ...useAgreementLabels(),
    party1: say('agreement-pages.party-first'),
    party2: say('agreement-pages.party-second'),
    party3: say('agreement-pages.party-third'),
  };
  return (
    <KeptForm draft={`agreement-new-${template.id}`} labels={labels}>
      <Notice title={template.title[say.language]}>
        <p>{template.summary[say.language]}</p>
        <p>{say('agreement-pages.clauses-come', { count: template.clauses })}</p>
      </Notice>
      <input type="hidden" name="templateId" value={template.id} />
      <Select
        name="territory"
        label={say('agreement-pages.field-territory')}
        help={say('agreement-pages.field-territory-help')}
        options={territories.options}
        defaultValue={territories.chosen}
        required
      />
      <FieldGroup legend={say('agreement-pages.parties')}>
        {(['party1', 'party2', 'party3'] as const).map((field, index) => (
          <div key={field} className={styles.pair}>
            <Chooser
              name={field}
              label={labels[field]}
              help={say('agreement-pages.party-help')}
              required={index === 0}
              suggestions={index === 0 && own !== '' ? [own] : []}
            />
            <RoleSelect party={null} prefix={`${field}-`} role={index === 0 ? 'lead' : 'obligor'} />
          </div>
        ))}
        <p>{say('agreement-pages.more-parties-later')}</p>
      </FieldGroup>
      <AgreementFields agreement={null} choices={choices} places="" />
      <Select
        name="language"
        label={say('agreement-pages.field-language')}
        options={[
          { value: 'es', label: 'Español' },
          { value: 'en', label: 'English' },
        ]}
        defaultValue="es"
      />
      <ConfirmText />
      <Buttons>
        <Button>{say('agreement-pages.make-draft')}</Button>
        <ButtonLink look="quiet" to="/convenios/nuevo">
          {say('agreement-pages.another-instrument')}
        </ButtonLink>
      </Buttons>
    </KeptForm>
  );
}
