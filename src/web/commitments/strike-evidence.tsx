import { StrikeFileForm } from '../agreement-life/strike-file-form.tsx';
import { Section } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import type { Instance } from './commitment-shapes.ts';
import { evidenceToStrike } from './strike-evidence-file.ts';

/** Orders about the files of evidence of one due date: a file that shows a minor is blurred or taken away. */
export function StrikeEvidence({ instance }: { instance: Instance | undefined | null }) {
  const say = useSay();
  const struck = evidenceToStrike(instance);
  if (struck.length === 0) return null;
  return (
    <Section title={say('agreement-life.strike-files')} id="orden">
      <p>{say('agreement-life.strike-files-lead')}</p>
      {struck.map(({ id, file, version }) => (
        <StrikeFileForm key={id} file={{ id, name: file?.name ?? '' }} version={version} />
      ))}
    </Section>
  );
}
