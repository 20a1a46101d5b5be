import { Form, Link } from 'react-router';
import { attempt, type Answer } from '../api.ts';
import { Button } from '../design/button.tsx';
import { DefinitionList, type Fact } from '../design/definition-list.tsx';
import { Field } from '../design/field.tsx';
import fieldStyles from '../design/field.module.css';
import { Notice } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { Table } from '../design/table.tsx';
import { VerifiedReport } from '../reports/verified-report.tsx';
import { InPlace, useFormat, useSay } from '../words/words.tsx';
import type { Route } from './+types/verify-code.route';
import { CodeForm } from './code-form.tsx';
import styles from './documents.module.css';

type Verified = Answer<'verifyDocument'>;

export async function loader({ context, params: { code }, request }: Route.LoaderArgs) {
  const given = new URL(request.url).searchParams.get('huella') ?? '';
  const asked = given.toLowerCase().replaceAll(/[^0-9a-f]/g, '');
  const found = await attempt(context, 'verifyDocument', { code });
  // A code is an agreement's or a report's; whoever holds the paper need not know which.
  const report = found.ok ? null : await attempt(context, 'verifyBulletin', { code });
  return {
    code,
    asked,
    verified: found.ok ? found.answer : null,
    report: report?.ok ? report.answer : null,
  };
}

/** What the code of a document leads to: whose it is, its hash, who signed, how it stands, and how to compare. */
export default function VerifyCodePage({
  loaderData: { code, asked, verified, report },
}: Route.ComponentProps) {
  const say = useSay();
  const crumbs = [{ to: '/verificar', title: say('documents.verify') }];
  if (report) return <VerifiedReport code={code} report={report} />;
  if (!verified) {
    return (
      <Page title={say('documents.verify-none')} crumbs={crumbs} lead={say('documents.verify-none-lead')}>
        <CodeForm code={code} />
      </Page>
    );
  }
  return (
    <InPlace country={verified.country}>
      <Page title={verified.title} crumbs={crumbs} state={<span>{code}</span>}>
        <Verdict verified={verified} />
        <DefinitionList facts={useFacts(verified)} />
        <Signatures signatures={verified.signatures} />
        <Comparison hash={verified.hash} asked={asked} />
      </Page>
    </InPlace>
  );
}

function Verdict({ verified }: { verified: Verified }) {
  const say = useSay();
  return (
    <>
      {verified.isExample && <Notice>{say('documents.verify-example')}</Notice>}
      {verified.redactedBy === null ? (
        <Notice
          kind={verified.isUnchanged ? 'done' : 'warning'}
          title={say(verified.isUnchanged ? 'documents.verify-good' : 'documents.verify-bad')}
        >
          {verified.isUnchanged ? null : say('documents.verify-bad-lead')}
        </Notice>
      ) : (
        <Notice>{say('documents.verify-redacted', { order: verified.redactedBy })}</Notice>
      )}
    </>
  );
}

function useFacts(verified: Verified): Fact[] {
  const say = useSay();
  const format = useFormat();
  const { endsOn, agreementId } = verified;
  const standing = say.dynamic(`agreements.standing.${verified.standing}`);
  const until = endsOn && say('documents.until-day', { day: format.longDay(endsOn) });
  return [
    { term: say('documents.verify-standing'), value: until ? `${standing}, ${until}` : standing },
    { term: say('documents.verify-parties'), value: format.list(verified.parties) },
    { term: say('documents.verify-sealed'), value: format.moment(verified.sealedAt) },
    { term: say('documents.hash'), value: <span className={styles.hash}>{verified.hash}</span> },
    ...(agreementId
      ? [
          {
            term: say('documents.file-text'),
            value: <Link to={`/convenios/${agreementId}`}>{say('documents.verify-open')}</Link>,
          },
        ]
      : []),
  ];
}

function Signatures({ signatures }: { signatures: Verified['signatures'] }) {
  const say = useSay();
  const format = useFormat();
  return (
    <Section title={say('documents.verify-signatures')}>
      {signatures.length === 0 ? (
        <p>{say('documents.verify-unsigned')}</p>
      ) : (
        <Table
          caption={say('documents.verify-signatures')}
          isCaptionHidden
          rows={signatures}
          rowKey={(row) => `${row.party} ${row.office}`}
          columns={[
            { id: 'party', title: say('documents.column.party'), cell: (row) => row.party },
            { id: 'office', title: say('documents.verify-office'), cell: (row) => row.office },
            { id: 'when', title: say('documents.verify-when'), cell: (row) => format.day(row.signedOn) },
            {
              id: 'how',
              title: say('documents.verify-how'),
              cell: (row) => (
                <>
                  {say.dynamic(`documents.method.${row.method}`)}
                  <SignedFile file={row.file} />
                </>
              ),
            },
            {
              id: 'good',
              title: say('documents.column.state'),
              cell: (row) =>
                say(row.isGood ? 'documents.verify-good-signature' : 'documents.verify-bad-signature'),
            },
          ]}
        />
      )}
    </Section>
  );
}

/** The scan or PDF of a signature given elsewhere: its hash as it was sent, and what an order made of it. */
function SignedFile({ file }: { file: Verified['signatures'][number]['file'] }) {
  const say = useSay();
  if (file === null) return null;
  const { originalHash, redactedBy: order, isWithdrawn } = file;
  return (
    <small className={styles.help}>
      <span className={styles.hash}>{say('documents.verify-file', { hash: originalHash })}</span>
      {order !== null &&
        ` ${say(isWithdrawn ? 'documents.verify-file-withdrawn' : 'documents.verify-file-replaced', { order })}`}
    </small>
  );
}

/** The hash on paper against the one on record: what can be checked, and what cannot, is said. */
function Comparison({ hash, asked }: { hash: string; asked: string }) {
  const say = useSay();
  return (
    <Section title={say('documents.verify-compare')}>
      <p>{say('documents.verify-compare-lead')}</p>
      {asked !== '' && (
        <Notice kind={asked === hash ? 'done' : 'warning'}>
          {say(asked === hash ? 'documents.verify-same' : 'documents.verify-different')}
        </Notice>
      )}
      <Form method="get" className={styles.filters}>
        <Field name="huella" label={say('documents.verify-hash')} optional={false}>
          {(control) => (
            <input
              {...control}
              type="text"
              required
              maxLength={200}
              autoComplete="off"
              spellCheck={false}
              defaultValue={asked}
              className={fieldStyles.control}
            />
          )}
        </Field>
        <Button look="plain">{say('documents.verify-compare-do')}</Button>
      </Form>
    </Section>
  );
}
