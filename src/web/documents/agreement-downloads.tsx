import { useSay } from '../words/words.tsx';
import styles from './documents.module.css';

export type DownloadsOf = {
  readonly agreementId: string;
  /** Whether a text was put to signature. */
  readonly isSealed: boolean;
  /** Whether it has bound somebody: then there is something to certify. */
  readonly hasBound: boolean;
};

/** The text that was put to signature, to be printed. */
export function addressOfSealedPdf(agreementId: string): string {
  return `/api/agreements/${agreementId}/document?text=sealed&format=pdf`;
}

/** The documents of an agreement, each as PDF and DOCX. */
export function AgreementDownloads({ agreementId, isSealed, hasBound }: DownloadsOf) {
  const say = useSay();
  const of = (path: string) => `/api/agreements/${agreementId}/${path}`;
  return (
    <ul className={styles.downloads}>
      {isSealed && (
        <Document
          title={say('documents.download-text')}
          help={say('documents.download-text-help')}
          address={of('document?text=sealed')}
        />
      )}
      {!isSealed && (
        <Document
          title={say('documents.download-draft')}
          help={say('documents.download-draft-help')}
          address={of('document?text=draft')}
        />
      )}
      <Document title={say('documents.download-summary')} address={of('summary?')} />
      {hasBound && (
        <Document
          title={say('documents.download-certificate')}
          help={say('documents.download-certificate-help')}
          address={of('certificate?')}
        />
      )}
    </ul>
  );
}

function Document({ title, help, address }: { title: string; help?: string; address: string }) {
  const join = address.endsWith('?') ? '' : '&';
  return (
    <li>
      {title}: <a href={`${address}${join}format=pdf`}>PDF</a> ·{' '}
      <a href={`${address}${join}format=docx`}>DOCX</a>
      {help && <small className={styles.help}>{help}</small>}
    </li>
  );
}
