import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { treeOf, type Branch } from '#domain/strategy/tree.ts';
import { useFormat, useSay } from '../words/words.tsx';
import { addressOfLine, namesOf, type Element, type Version } from './strategy-shapes.ts';
import styles from './strategy.module.css';

type Levels = Version['strategy']['levels'];
type Shown = {
  readonly levels: Levels;
  /** What else is offered at an element: editing, remarks. */
  readonly beside?: (element: Element) => ReactNode;
};

/** A version as it is read: axes and objectives as headings, lines of action as a list under them. */
export function VersionTree({ elements, ...shown }: Shown & { elements: readonly Element[] }) {
  // They come in reading order: where each stands among its siblings is where it comes.
  const branches = treeOf(elements.map((element, position) => ({ ...element, position })));
  return (
    <div className={styles.tree}>
      {branches.map((branch) => (
        <Part key={branch.element.id} branch={branch} {...shown} />
      ))}
    </div>
  );
}

function Part({ branch, levels, beside }: Shown & { branch: Branch<Element> }) {
  const { element, branches } = branch;
  const lines = branches.filter((below) => below.element.kind === 'line');
  const parts = branches.filter((below) => below.element.kind !== 'line');
  if (element.kind === 'line') return <Lines branches={[branch]} beside={beside} />;
  return (
    <section className={element.level === 1 ? styles.axis : styles.objective}>
      <Heading element={element} levels={levels} />
      {element.description && <p>{element.description}</p>}
      {beside?.(element)}
      {parts.map((below) => (
        <Part key={below.element.id} branch={below} levels={levels} {...(beside && { beside })} />
      ))}
      {lines.length > 0 && <Lines branches={lines} beside={beside} />}
    </section>
  );
}

function Heading({ element, levels }: { element: Element; levels: Levels }) {
  const say = useSay();
  const kind = levels[element.level - 1]?.[say.language] ?? '';
  const inside = (
    <>
      <span className={styles.kind}>{kind}</span>
      {element.code && <span className={styles.code}>{element.code}</span>}
      {element.title}
    </>
  );
  return element.level === 1 ? <h2>{inside}</h2> : <h3>{inside}</h3>;
}

function Lines({ branches, beside }: { branches: readonly Branch<Element>[]; beside: Shown['beside'] }) {
  const say = useSay();
  const format = useFormat();
  return (
    <ul className={styles.lines}>
      {branches.map(({ element }) => (
        <li key={element.id}>
          <span>
            {element.code && <span className={styles.code}>{element.code}</span>}
            <Link to={addressOfLine(element.threadId)}>{element.title}</Link>
          </span>
          {element.description && <p>{element.description}</p>}
          {element.lead.length > 0 && (
            <small>{say('strategies.leads', { names: namesOf(format, element.lead) })}</small>
          )}
          {beside?.(element)}
        </li>
      ))}
    </ul>
  );
}
