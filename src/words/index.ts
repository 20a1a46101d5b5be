import { compileMessage } from '@lingui/message-utils/compileMessage';
import { en as accessEn } from './access/en.ts';
import { es as accessEs } from './access/es.ts';
import { en as accessPagesEn } from './access-pages/en.ts';
import { es as accessPagesEs } from './access-pages/es.ts';
import { en as actorPagesEn } from './actor-pages/en.ts';
import { es as actorPagesEs } from './actor-pages/es.ts';
import { en as actorsEn } from './actors/en.ts';
import { es as actorsEs } from './actors/es.ts';
import { en as auditEn } from './audit/en.ts';
import { es as auditEs } from './audit/es.ts';
import { en as auditPagesEn } from './audit-pages/en.ts';
import { es as auditPagesEs } from './audit-pages/es.ts';
import { en as boundariesEn } from './boundaries/en.ts';
import { es as boundariesEs } from './boundaries/es.ts';
import { en as diagnosisEn } from './diagnosis/en.ts';
import { es as diagnosisEs } from './diagnosis/es.ts';
import { en as handingOverEn } from './handing-over/en.ts';
import { es as handingOverEs } from './handing-over/es.ts';
import { en as homeEn } from './home/en.ts';
import { es as homeEs } from './home/es.ts';
import { en as installationPagesEn } from './installation-pages/en.ts';
import { es as installationPagesEs } from './installation-pages/es.ts';
import { en as operationsEn } from './operations/en.ts';
import { es as operationsEs } from './operations/es.ts';
import { en as referenceEn } from './reference/en.ts';
import { es as referenceEs } from './reference/es.ts';
import { en as placesEn } from './places/en.ts';
import { es as placesEs } from './places/es.ts';
import { en as portalEn } from './portal/en.ts';
import { es as portalEs } from './portal/es.ts';
import { en as requestsEn } from './requests/en.ts';
import { es as requestsEs } from './requests/es.ts';
import { en as strategyEn } from './strategy/en.ts';
import { es as strategyEs } from './strategy/es.ts';
import { en as plansEn } from './plans/en.ts';
import { es as plansEs } from './plans/es.ts';
import { en as planningEn } from './planning/en.ts';
import { es as planningEs } from './planning/es.ts';
import { en as commitmentsEn } from './commitments/en.ts';
import { es as commitmentsEs } from './commitments/es.ts';
import { en as ledgerEn } from './ledger/en.ts';
import { es as ledgerEs } from './ledger/es.ts';
import { en as agreementClausesEn } from './agreement-clauses/en.ts';
import { es as agreementClausesEs } from './agreement-clauses/es.ts';
import { en as agreementPagesEn } from './agreement-pages/en.ts';
import { es as agreementPagesEs } from './agreement-pages/es.ts';
import { en as agreementsEn } from './agreements/en.ts';
import { es as agreementsEs } from './agreements/es.ts';
import { en as agreementLifeEn } from './agreement-life/en.ts';
import { es as agreementLifeEs } from './agreement-life/es.ts';
import { en as documentsEn } from './documents/en.ts';
import { es as documentsEs } from './documents/es.ts';
import { en as registeringEn } from './registering/en.ts';
import { es as registeringEs } from './registering/es.ts';
import { en as complianceEn } from './compliance/en.ts';
import { es as complianceEs } from './compliance/es.ts';
import { en as indicatorsEn } from './indicators/en.ts';
import { es as indicatorsEs } from './indicators/es.ts';
import { en as crosswalksEn } from './crosswalks/en.ts';
import { es as crosswalksEs } from './crosswalks/es.ts';
import { en as valueImportsEn } from './value-imports/en.ts';
import { es as valueImportsEs } from './value-imports/es.ts';
import { en as valuesEn } from './values/en.ts';
import { es as valuesEs } from './values/es.ts';
import { en as reportingEn } from './reporting/en.ts';
import { es as reportingEs } from './reporting/es.ts';
import { en as surveysEn } from './surveys/en.ts';
import { es as surveysEs } from './surveys/es.ts';
import { en as analysisEn } from './analysis/en.ts';
import { es as analysisEs } from './analysis/es.ts';
import { en as reportsEn } from './reports/en.ts';
import { es as reportsEs } from './reports/es.ts';
import { en as inboxEn } from './inbox/en.ts';
import { es as inboxEs } from './inbox/es.ts';
import { voice, type ArgsList, type Key, type Language, type Say } from './say.ts';
import { en as sharedEn } from './shared/en.ts';
import { es as sharedEs } from './shared/es.ts';
import { en as shellEn } from './shell/en.ts';
import { es as shellEs } from './shell/es.ts';
import { en as tablesEn } from './tables/en.ts';
import { es as tablesEs } from './tables/es.ts';
import { en as stepsEn } from './steps/en.ts';
import { es as stepsEs } from './steps/es.ts';
import { en as territoriesEn } from './territories/en.ts';
import { es as territoriesEs } from './territories/es.ts';

// This door is for floors that run natively: sentences are compiled the first time they are said.
// The web takes its own, compiled when it is built (src/main/words-plugin.ts), and only types from here.

/** Every room with its sentences; a new room adds one line to each of the two lists. */
const es = {
  ...sharedEs,
  ...shellEs,
  ...territoriesEs,
  ...actorsEs,
  ...actorPagesEs,
  ...handingOverEs,
  ...accessEs,
  ...diagnosisEs,
  ...accessPagesEs,
  ...auditEs,
  ...auditPagesEs,
  ...operationsEs,
  ...homeEs,
  ...installationPagesEs,
  ...boundariesEs,
  ...referenceEs,
  ...placesEs,
  ...requestsEs,
  ...stepsEs,
  ...tablesEs,
  ...strategyEs,
  ...plansEs,
  ...planningEs,
  ...commitmentsEs,
  ...ledgerEs,
  ...agreementsEs,
  ...agreementPagesEs,
  ...agreementClausesEs,
  ...agreementLifeEs,
  ...documentsEs,
  ...registeringEs,
  ...complianceEs,
  ...indicatorsEs,
  ...crosswalksEs,
  ...valueImportsEs,
  ...valuesEs,
  ...reportingEs,
  ...surveysEs,
  ...analysisEs,
  ...reportsEs,
  ...inboxEs,
  ...portalEs,
};
const en = {
  ...sharedEn,
  ...shellEn,
  ...territoriesEn,
  ...actorsEn,
  ...actorPagesEn,
  ...handingOverEn,
  ...accessEn,
  ...diagnosisEn,
  ...accessPagesEn,
  ...auditEn,
  ...auditPagesEn,
  ...operationsEn,
  ...homeEn,
  ...installationPagesEn,
  ...boundariesEn,
  ...referenceEn,
  ...placesEn,
  ...requestsEn,
  ...stepsEn,
  ...tablesEn,
  ...strategyEn,
  ...plansEn,
  ...planningEn,
  ...commitmentsEn,
  ...ledgerEn,
  ...agreementsEn,
  ...agreementPagesEn,
  ...agreementClausesEn,
  ...agreementLifeEn,
  ...documentsEn,
  ...registeringEn,
  ...complianceEn,
  ...indicatorsEn,
  ...crosswalksEn,
  ...valueImportsEn,
  ...valuesEn,
  ...reportingEn,
  ...surveysEn,
  ...analysisEn,
  ...reportsEn,
  ...inboxEn,
  ...portalEn,
};

export type Spanish = typeof es;

/** Every sentence as it was written, for those who check or translate them. */
export const sentences: Readonly<Record<Language, Readonly<Record<string, string>>>> = { es, en };

const voices = new Map<string, Say>();

/** The voice of a language, with numbers as a country writes them: `voiceOf('es', 'CR')`. */
export function voiceOf(language: Language, country?: string): Say {
  const locale = country ? `${language}-${country}` : language;
  const known = voices.get(locale);
  if (known) return known;
  const made = voice(language, locale, compileAll(sentences[language]));
  voices.set(locale, made);
  return made;
}

function compileAll(written: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(written).map(([key, text]) => [key, compileMessage(text)]));
}

/** Says a sentence in a language. `say.dynamic` is for keys known only when running, such as `refusal.<code>`. */
export const say = Object.assign(
  <K extends Key>(language: Language, key: K, ...args: ArgsList<K>): string =>
    voiceOf(language)(key, ...args),
  {
    dynamic: (language: Language, key: string, args?: Readonly<Record<string, string | number>>): string =>
      voiceOf(language).dynamic(key, args),
  },
);

export { languages, type Key, type Language, type Say } from './say.ts';
