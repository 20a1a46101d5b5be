import { Link } from 'react-router';
import { DefinitionList } from '../design/definition-list.tsx';
import { useSay } from '../words/words.tsx';
import { addressOfOrganisation, type Situation } from './home-shapes.ts';

/** Who does what: every function with the institutions that have it. */
export function ByFunction({ functions }: { functions: Situation['functions'] }) {
  const say = useSay();
  if (functions.length === 0) return <p>{say('home.no-functions')}</p>;
  const named = functions.map((one) => ({ ...one, name: say.dynamic(`actors.function.${one.function}`) }));
  return (
    <DefinitionList
      facts={named
        .toSorted((one, other) => one.name.localeCompare(other.name, say.language))
        .map(({ name, organisations }) => ({
          term: name,
          value: organisations.map((organisation, index) => (
            <span key={organisation.id}>
              {index > 0 && ', '}
              <Link to={addressOfOrganisation(organisation.id)}>{organisation.name}</Link>
            </span>
          )),
        }))}
    />
  );
}
