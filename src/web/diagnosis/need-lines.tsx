import { Link } from 'react-router';
import { ButtonLink, Buttons } from '../design/button.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import { addressOfNeed, addressOfNeeds, groupsOf, type NeedLine } from './need-shapes.ts';
import styles from './needs.module.css';

/** Needs in a few lines each: the problem, how much it matters, whom it affects, since when. */
export function NeedLines({ needs }: { needs: readonly NeedLine[] }) {
  const say = useSay();
  const format = useFormat();
  return (
    <ol className={styles.lines}>
      {needs.map((need) => (
        <li key={need.id}>
          <Link to={addressOfNeed(need.id)}>{need.problem}</Link>
          <small>
            {need.example && <span className={styles.example}>{say('needs.example')} · </span>}
            {say('needs.priority-of', {
              priority: say.dynamic(`diagnosis.priority.${need.priority}`).toLowerCase(),
            })}{' '}
            · {groupsOf(say, need)} · {format.day(need.prioritisedOn)}
          </small>
        </li>
      ))}
    </ol>
  );
}

/** The first needs of a territory on its page, and the way to all of them. */
export function NeedsHere({
  reference,
  needs,
  count,
  mayEdit,
}: {
  reference: string;
  needs: readonly NeedLine[];
  count: number;
  mayEdit: boolean;
}) {
  const say = useSay();
  return (
    <>
      {needs.length === 0 ? (
        <p>
          {say('needs.none-here')} {mayEdit && say('needs.none-lead')}
        </p>
      ) : (
        <NeedLines needs={needs} />
      )}
      <Buttons>
        {count > 0 && (
          <ButtonLink to={addressOfNeeds(reference)}>{say('needs.see-all', { count })}</ButtonLink>
        )}
        {mayEdit && (
          <ButtonLink look="quiet" to={`${addressOfNeeds(reference)}/nueva`}>
            {say('needs.register')}
          </ButtonLink>
        )}
      </Buttons>
    </>
  );
}
