import { Button } from '../design/button.tsx';
import { Radios } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import type { Answer } from '../api.ts';
import { useFormat, useSay } from '../words/words.tsx';
import styles from './registering.module.css';

type Problem = Answer<'getCommitmentSheet'>['problems'][number];
type Suggestion = Problem['suggestions'][number];

/** What a list leaves open: each thing once, with what would settle it, and one button for all that is proposed. */
export function SheetProblems({ problems, version }: { problems: readonly Problem[]; version: number }) {
  const say = useSay();
  const proposed = problems.filter(({ suggestions }) => suggestions.length > 0).length;
  return (
    <>
      {proposed > 0 && (
        <DataForm name="accept">
          <input type="hidden" name="version" value={version} />
          <Button>{say('registering.accept-all', { count: proposed })}</Button>
          <p>{say('registering.accept-help')}</p>
        </DataForm>
      )}
      <ol className={styles.problems}>
        {problems.map((problem) => (
          <li key={`${problem.code} ${problem.rows[0]} ${problem.text}`}>
            <OneProblem problem={problem} version={version} />
          </li>
        ))}
      </ol>
    </>
  );
}

function OneProblem({ problem, version }: { problem: Problem; version: number }) {
  const say = useSay();
  const suggest = useSuggestion();
  const { code, rows, text, suggestions } = problem;
  const title = say.dynamic(`registering.code.${code}`, { text: text ?? '' });
  return (
    <DataForm name={`decide-${code}-${rows[0]}`}>
      <p className={styles.problem}>
        <strong>{title}</strong>{' '}
        <span className={styles.where}>
          {say('registering.rows', { count: rows.length, first: rows[0] ?? 0 })}
        </span>
      </p>
      {suggestions.length === 0 ? (
        <p>{say('registering.no-proposal')}</p>
      ) : (
        <>
          <input type="hidden" name="version" value={version} />
          <Radios
            name="resolution"
            label={say('registering.resolution')}
            options={suggestions.map((one) => ({
              value: JSON.stringify(one.resolution),
              label: suggest(one),
            }))}
            defaultValue={JSON.stringify(suggestions[0]?.resolution)}
          />
          <Button look="plain">{say('registering.decide')}</Button>
        </>
      )}
    </DataForm>
  );
}

/** Says what a suggestion would decide. */
function useSuggestion() {
  const say = useSay();
  const format = useFormat();
  return ({ resolution, name }: Suggestion): string => {
    switch (resolution.kind) {
      case 'party':
        return say('registering.do.party', { name: name ?? '' });
      case 'due':
        return say('registering.do.due', { day: format.day(resolution.day) });
      case 'skip':
        return say('registering.do.skip');
      case 'confirm-text':
        return say('registering.do.confirm-text');
      default:
        if (name !== null) return say('registering.do.default-party', { name });
        return resolution.field === 'proof'
          ? say('registering.do.default-proof', { value: resolution.value })
          : say('registering.do.default-due', { value: resolution.value });
    }
  };
}
