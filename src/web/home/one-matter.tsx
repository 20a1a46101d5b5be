import type { Answer } from '../api.ts';
import { ButtonLink } from '../design/button.tsx';
import { StateTag, type State } from '../design/state-tag.tsx';
import { useFormat, useSay, useToday } from '../words/words.tsx';
import { Caller } from './caller.tsx';
import styles from './home.module.css';

export type Matters = Answer<'getMatters'>;
export type Matter = Matters['items'][number];

const states: Readonly<Record<Matter['kind'], State>> = {
  'holding-back': 'late',
  notice: 'at-risk',
  help: 'missing',
  plan: 'on-time',
  ending: 'at-risk',
};

const doors: Readonly<Record<Matter['kind'], (matter: Matter) => string>> = {
  'holding-back': ({ id }) => `/compromisos/${id}`,
  notice: ({ id }) => `/convenios/${id}/vida`,
  help: ({ id, step }) => `/ruta/${id}/${step ?? 1}#ayuda`,
  plan: ({ id }) => `/planes/${id}/revision`,
  ending: ({ id }) => `/convenios/${id}/vida`,
};

/** One thing that holds others back: how it stands, what it is, whom to call, and the one thing to do about it. */
export function OneMatter({ matter }: { matter: Matter }) {
  const say = useSay();
  const format = useFormat();
  const when = format.relativeDay(matter.on, useToday());
  const party = matter.party?.name ?? matter.territory.name;
  return (
    <article className={styles.exception}>
      <div className={styles.what}>
        <StateTag state={states[matter.kind]}>{say(`home.matter-state-${matter.kind}`, { when })}</StateTag>
        <h3>{matter.kind === 'help' ? say('home.matter-asks', { party }) : matter.title}</h3>
        <p>
          {matter.kind === 'help'
            ? say('home.matter-question', { question: matter.title, step: matter.step ?? 1 })
            : `${party} · ${matter.territory.name}`}
        </p>
        {matter.held > 0 && (
          <p>
            {say('home.matter-holds', {
              count: matter.held,
              names: format.list(matter.waiting.map(({ name }) => name)),
            })}
          </p>
        )}
      </div>
      <Caller call={matter.call} />
      <ButtonLink look="quiet" icon="next" to={doors[matter.kind](matter)}>
        {say(`home.matter-do-${matter.kind}`)}
      </ButtonLink>
    </article>
  );
}
