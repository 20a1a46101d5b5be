import { Link } from 'react-router';
import { Table } from '../design/table.tsx';
import { useSay } from '../words/words.tsx';
import { addressOfOrganisation, type Situation } from './home-shapes.ts';

/** Who does what: every function with the institutions that have it. */
export function ByFunction({ functions }: { functions: Situation['functions'] }) {
  const say = useSay();
  if (functions.length === 0) return <p>{say('home.no-functions')}</p>;
  return (
    <Table
      caption={say('home.by-function')}
      isCaptionHidden
      rows={functions}
      rowKey={(row) => row.function}
      columns={[
        {
          id: 'function',
          title: say('home.function'),
          cell: (row) => say.dynamic(`actors.function.${row.function}`),
        },
        {
          id: 'organisations',
          title: say('home.organisations'),
          cell: (row) =>
            row.organisations.map((organisation, index) => (
              <span key={organisation.id}>
                {index > 0 && ', '}
                <Link to={addressOfOrganisation(organisation.id)}>{organisation.name}</Link>
              </span>
            )),
        },
      ]}
    />
  );
}
