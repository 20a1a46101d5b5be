import type { Voice } from './agreement-tables.ts';
import { pageParts, paragraph, type Sheet } from './sheet.ts';

/** What is known of a paper that an order took away. */
export type WithdrawnFile = {
  readonly agreement: {
    readonly title: string;
    readonly language: 'es' | 'en';
    readonly example: boolean;
  };
  readonly order: string;
  readonly today: string;
  readonly madeAt: Date;
  readonly originalHash: string;
  readonly isOriginalKept: boolean;
  readonly voice: Voice;
  readonly paper: Sheet['paper'];
};

/** The page that stands in the place of a paper that was withdrawn by an order: that it was, by which, and the hash of the original. */
export function withdrawnFileSheet(withdrawn: WithdrawnFile): Sheet {
  const { agreement, order, today, madeAt, originalHash, isOriginalKept, voice, paper } = withdrawn;
  const { say, format } = voice;
  const day = format.longDay(today);
  return {
    title: `${say('documents.withdrawn')}: ${agreement.title}`,
    author: say('shell.name'),
    keywords: [],
    language: agreement.language,
    paper,
    mark: agreement.example ? say('documents.example-mark') : null,
    running: agreement.title,
    footer: say('documents.issued-by', { day }),
    madeAt,
    page: pageParts((numbers) => say('documents.page-of', numbers)),
    blocks: [
      { kind: 'title', text: say('documents.withdrawn'), above: null, below: agreement.title },
      ...(agreement.example ? [{ kind: 'notice' as const, text: say('documents.example-note') }] : []),
      paragraph(say('documents.withdrawn-lead', { day })),
      {
        kind: 'facts',
        rows: [
          [say('documents.withdrawn-order'), order],
          [say('documents.original-hash'), originalHash],
          [
            say('documents.original'),
            say(isOriginalKept ? 'documents.original-kept' : 'documents.original-destroyed'),
          ],
        ],
      },
    ],
  };
}
