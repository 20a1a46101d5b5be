import { accessRefusals } from '#domain/access/refusals.ts';
import { actorsRefusals } from '#domain/actors/refusals.ts';
import { auditRefusals } from '#domain/audit/refusals.ts';
import { operationsRefusals } from '#domain/operations/refusals.ts';
import { diagnosisRefusals } from '#domain/diagnosis/refusals.ts';
import { strategyRefusals } from '#domain/strategy/refusals.ts';
import { plansRefusals } from '#domain/plans/refusals.ts';
import { planningRefusals } from '#domain/planning/refusals.ts';
import { commitmentsRefusals } from '#domain/commitments/refusals.ts';
import { agreementsRefusals } from '#domain/agreements/refusals.ts';
import { documentsRefusals } from '#domain/agreements/documents-refusals.ts';
import { agreementLifeRefusals } from '#domain/agreements/life-refusals.ts';
import { registeringRefusals } from '#domain/agreements/registering-refusals.ts';
import { complianceRefusals } from '#domain/compliance/refusals.ts';
import { indicatorsRefusals } from '#domain/indicators/refusals.ts';
import { valuesRefusals } from '#domain/values/refusals.ts';
import { reportingRefusals } from '#domain/reporting/refusals.ts';
import { surveysRefusals } from '#domain/surveys/refusals.ts';
import { analysisRefusals } from '#domain/analysis/refusals.ts';
import { reportsRefusals } from '#domain/reports/refusals.ts';
import { inboxRefusals } from '#domain/inbox/refusals.ts';
import type { RefusalTable } from '#domain/shared/refusal.ts';
import { sharedRefusals } from '#domain/shared/refusals.ts';
import { boundaryRefusals } from '#domain/territories/boundary-refusals.ts';
import { territoriesRefusals } from '#domain/territories/refusals.ts';
import { dhis2Refusals } from '#formats/dhis2/refusals.ts';
import { tableRefusals } from '#formats/tables/refusals.ts';

/** Every code of every room with its kind, for those who describe them all. A new table adds its line; a test notices when it doesn't. */
export const refusalKinds: RefusalTable = {
  ...sharedRefusals,
  ...territoriesRefusals,
  ...boundaryRefusals,
  ...actorsRefusals,
  ...diagnosisRefusals,
  ...strategyRefusals,
  ...plansRefusals,
  ...planningRefusals,
  ...commitmentsRefusals,
  ...agreementsRefusals,
  ...agreementLifeRefusals,
  ...documentsRefusals,
  ...registeringRefusals,
  ...complianceRefusals,
  ...indicatorsRefusals,
  ...valuesRefusals,
  ...reportingRefusals,
  ...surveysRefusals,
  ...analysisRefusals,
  ...reportsRefusals,
  ...inboxRefusals,
  ...accessRefusals,
  ...auditRefusals,
  ...operationsRefusals,
  ...tableRefusals,
  ...dhis2Refusals,
};
