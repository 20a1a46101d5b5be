import type { Answer } from '../api.ts';
import { StateTag } from '../design/state-tag.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import styles from './life.module.css';

export type AgreementFile = Answer<'listAgreementFiles'>['files'][number];

/** The papers that whoever asks may read, each with its hash and what an order made of it. */
export function FileLines({ agreementId, files }: { agreementId: string; files: readonly AgreementFile[] }) {
  return (
    <ul className={styles.lines}>
      {files.map((file) => (
        <Line key={file.id} agreementId={agreementId} file={file} />
      ))}
    </ul>
  );
}

function Line({ agreementId, file }: { agreementId: string; file: AgreementFile }) {
  const say = useSay();
  const format = useFormat();
  const { redaction } = file;
  const door = file.of === 'signature' ? `signatures/${file.subjectId}/file` : `papers/${file.id}`;
  return (
    <li>
      {say(`agreement-life.file-of.${file.of}`)}:{' '}
      <a href={`/api/agreements/${agreementId}/${door}`} download>
        {file.name}
      </a>{' '}
      {redaction && (
        <StateTag state="at-risk">
          {say(redaction.isWithdrawn ? 'agreement-life.file-withdrawn' : 'agreement-life.file-replaced')}
        </StateTag>
      )}
      {file.isPublic && <small>{say('agreement-life.file-public')}</small>}
      {redaction && (
        <small>
          {say('agreement-life.file-order', { order: redaction.order, day: format.day(redaction.at) })}{' '}
          {say(
            redaction.isOriginalKept ? 'agreement-life.original-kept' : 'agreement-life.original-destroyed',
          )}
        </small>
      )}
      <small className={styles.hash}>
        {say('agreement-life.file-original-hash', { hash: file.originalHash })}
      </small>
    </li>
  );
}
