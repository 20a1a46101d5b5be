import type { ReactNode } from 'react';
import { useSay } from '../words/words.tsx';
import { Icon } from './icon.tsx';
import styles from './state-tag.module.css';

export type State = 'fulfilled' | 'on-time' | 'at-risk' | 'late' | 'not-applicable' | 'missing' | 'present';

const looks = {
  fulfilled: { icon: 'fulfilled', style: 'fulfilled' },
  present: { icon: 'fulfilled', style: 'fulfilled' },
  'on-time': { icon: 'on-time', style: 'onTime' },
  'at-risk': { icon: 'at-risk', style: 'atRisk' },
  late: { icon: 'late', style: 'late' },
  missing: { icon: 'missing', style: 'atRisk' },
  'not-applicable': { icon: 'not-applicable', style: 'none' },
} as const;

/** A state in words, then icon and colour: "Vencido hace 12 días". Without own words it says the state's. */
export function StateTag({ state, children }: { state: State; children?: ReactNode }) {
  const say = useSay();
  const { icon, style } = looks[state];
  return (
    <span className={`${styles.tag} ${styles[style]}`}>
      <Icon name={icon} size={18} />
      <span>{children ?? say(`shared.state.${state}`)}</span>
    </span>
  );
}
