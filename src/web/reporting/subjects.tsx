import { Radios, Select, TextArea, type Option } from '../design/field.tsx';
import { useSay } from '../words/words.tsx';
import styles from './reporting.module.css';

type Parts = {
  readonly levels: readonly Option[];
  readonly organisations: readonly Option[];
  readonly agreements: readonly Option[];
};

/** Who is asked: territories of a level, some of them by code, institutions, or the parties of an agreement. */
export function Subjects({ levels, organisations, agreements }: Parts) {
  const say = useSay();
  return (
    <div className={styles.subjects}>
      <Radios
        name="subjects"
        label={say('reporting.ask-whom')}
        defaultValue="level"
        options={(['level', 'territories', 'organisations', 'agreement'] as const).map((kind) => ({
          value: kind,
          label: say(`reporting.subjects.${kind}`),
          help: say(`reporting.subjects.${kind}-help`),
        }))}
      />
      <div className={styles.ofLevel}>
        <Select name="level" label={say('reporting.level')} options={levels} defaultValue="2" />
      </div>
      <div className={styles.ofTerritories}>
        <TextArea
          name="references"
          label={say('reporting.codes')}
          help={say('reporting.codes-help')}
          rows={3}
        />
      </div>
      <div className={styles.ofOrganisations}>
        <Select
          name="organisations"
          label={say('reporting.institutions')}
          help={say('reporting.institutions-help')}
          options={organisations}
          multiple
          size={6}
          defaultValue={[]}
        />
      </div>
      <div className={styles.ofAgreement}>
        <Select
          name="agreement"
          label={say('reporting.agreement')}
          options={agreements}
          empty={say('reporting.choose')}
        />
      </div>
    </div>
  );
}
