import type { Answer } from '../api.ts';
import { StateTag } from '../design/state-tag.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import styles from './life.module.css';

export type AgreementFile = Answer<'listAgreementFiles'>['files'][number];

/** One paper, as often as it is kept: a scan that several parties signed is kept for each of them. */
type Paper = readonly [AgreementFile, ...AgreementFile[]];

/** Files by what they are: the same bytes for the same thing are one paper. */
export function papersOf(files: readonly AgreementFile[]): Paper[] {
  const papers = new Map<string, Paper>();
  for (const file of files) {
    const key = `${file.of} ${file.hash}`;
    const paper = papers.get(key);
    papers.set(key, paper ? [...paper, file] : [file]);
  }
  return [...papers.values()];
}

/** The papers that whoever asks may read, each with its hash and what an order made of it. */
export function FileLines({ agreementId, papers }: { agreementId: string; papers: readonly Paper[] }) {
  return (
    <ul className={styles.lines}>
      {papers.map((paper) => (
        <Line key={paper[0].id} agreementId={agreementId} paper={paper} />
      ))}
    </ul>
  );
}

function Line({ agreementId, paper }: { agreementId: string; paper: Paper }) {
  const say = useSay();
  const format = useFormat();
  const [file] = paper;
  const { redaction } = file;
  const parties = paper.flatMap(({ party }) => party ?? []);
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
      {parties.length > 0 && <small>{format.list(parties)}</small>}
      {file.isPublic && <small>{say('agreement-life.file-public')}</small>}
      {redaction && (
        <small>
          {say('agreement-life.file-order', { order: redaction.order, day: format.moment(redaction.at) })}{' '}
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
