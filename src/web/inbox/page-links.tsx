import { ButtonLink, Buttons } from '../design/button.tsx';
import { useSay } from '../words/words.tsx';

/** The ways on and back through a list of which only so many are shown at a time. */
export function PageLinks({
  path,
  page,
  next,
  size,
}: {
  path: string;
  page: number;
  next: number | null;
  size: number;
}) {
  const say = useSay();
  if (page === 1 && next === null) return null;
  return (
    <>
      <p>{say('inbox.page-lead', { size })}</p>
      <Buttons>
        {page > 1 && (
          <ButtonLink look="quiet" to={`${path}?pagina=${page - 1}`}>
            {say('inbox.page-before')}
          </ButtonLink>
        )}
        {next !== null && <ButtonLink to={`${path}?pagina=${next}`}>{say('inbox.next-page')}</ButtonLink>}
      </Buttons>
    </>
  );
}
