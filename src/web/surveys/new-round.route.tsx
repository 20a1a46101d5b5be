import { renderSVG } from 'uqr';
import { ownTerritories } from '../actors/territory-choices.ts';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Button, Buttons, ButtonLink } from '../design/button.tsx';
import { DateField, Select, TextArea, TextInput } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Page, Section } from '../design/page.tsx';
import { openForm } from './open-form.ts';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/new-round.route';
import { roundBody } from './round-body.ts';
import styles from './surveys.module.css';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { abilities } = await call(context, 'listPulseRounds', { limit: 1 }, request);
  openForm(context, request, abilities.includes('report-figures'));
  return ownTerritories(context, request);
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const body = roundBody(form);
  const made = await attempt(
    context,
    'openPulse',
    { body: { territory: textOf(form, 'territory'), ...body } },
    keyOf(form),
  );
  if (!made.ok) return refusedForm(made.refused, form);
  const { id, link } = made.answer;
  const drawn = encodeURIComponent(renderSVG(link, { ecc: 'M', border: 1 }));
  return { opened: { id, link, picture: `data:image/svg+xml;utf8,${drawn}` } };
}

export default function NewRound({ loaderData: { options, chosen }, actionData }: Route.ComponentProps) {
  const say = useSay();
  const opened = actionData && 'opened' in actionData ? actionData.opened : null;
  return (
    <Page
      title={say('surveys.pulse-new')}
      lead={say('surveys.pulse-lead')}
      crumbs={[{ to: '/encuestas', title: say('surveys.title') }]}
    >
      {opened ? <Opened {...opened} /> : <RoundForm options={options} chosen={chosen} />}
    </Page>
  );
}

/** The link, shown once, as text and as a picture to print. */
function Opened({ id, link, picture }: { id: string; link: string; picture: string }) {
  const say = useSay();
  return (
    <Section title={say('surveys.pulse-link')}>
      <p>{say('surveys.pulse-link-once')}</p>
      <code className={styles.link}>{link}</code>
      <img className={styles.code} src={picture} alt={say('surveys.pulse-qr', { address: link })} />
      <Buttons>
        <ButtonLink to={`/encuestas/pulso/${id}`}>{say('surveys.pulse')}</ButtonLink>
      </Buttons>
    </Section>
  );
}

function RoundForm({ options, chosen }: Awaited<ReturnType<typeof ownTerritories>>) {
  const say = useSay();
  return (
    <DataForm>
      <Select
        name="territory"
        label={say('surveys.field.territory')}
        options={options}
        defaultValue={chosen}
        required
      />
      <TextInput name="title" label={say('surveys.field.round')} required />
      <TextArea
        name="sectors"
        label={say('surveys.field.sectors')}
        help={say('surveys.field.sectors-help')}
        required
      />
      <div className={styles.pair}>
        <TextInput
          name="women"
          type="number"
          min={0}
          label={say('surveys.field.women')}
          help={say('surveys.field.people-help')}
        />
        <TextInput name="men" type="number" min={0} label={say('surveys.field.men')} />
        <DateField name="opensOn" label={say('surveys.field.opens')} required />
        <DateField name="closesOn" label={say('surveys.field.closes')} required />
      </div>
      <Buttons>
        <Button>{say('surveys.pulse-open')}</Button>
      </Buttons>
    </DataForm>
  );
}
