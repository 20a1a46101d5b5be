import type { Work } from '#domain/inbox/work.ts';

/** The page on which a thing is done. */
export function pathOf(work: Pick<Work, 'kind' | 'subject' | 'subjectId' | 'withinId'>): string {
  const { kind, subject, subjectId, withinId } = work;
  switch (subject) {
    case 'commitment':
      return `/compromisos/${subjectId}/${pageOfCommitment(kind)}`;
    case 'agreement':
      return `/convenios/${subjectId}${pageOfAgreement(kind)}`;
    case 'plan':
      return kind === 'mend-plan' ? `/planes/${subjectId}` : `/planes/${subjectId}/revision`;
    case 'report':
      return `/reportes/${subjectId}`;
    case 'report-cycle':
      return `/ciclos/${subjectId}`;
    case 'path':
      return `/ruta/${subjectId}`;
    default:
      return `/estrategia/${subjectId}/versiones/${withinId ?? ''}/observaciones`;
  }
}

function pageOfCommitment(kind: Work['kind']): string {
  if (kind === 'deliver' || kind === 'mend') return 'evidencia';
  return kind === 'verify' || kind === 'verify-instead' ? 'verificar' : 'estado';
}

function pageOfAgreement(kind: Work['kind']): string {
  if (kind === 'record-approval') return '/tramite';
  if (kind === 'confirm-text' || kind === 'answer-clause-remarks') return '';
  return kind === 'sign' || kind === 'confirm-signature' ? '/firmar' : '/vida';
}
