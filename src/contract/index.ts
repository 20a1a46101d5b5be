import { actorsOperations } from './actors/index.ts';
import { accessOperations } from './access/index.ts';
import { boundariesOperations } from './boundaries.ts';
import { auditOperations } from './audit.ts';
import { diagnosisOperations } from './diagnosis/index.ts';
import { strategyOperations } from './strategy/index.ts';
import { plansOperations } from './plans/index.ts';
import { planningOperations } from './planning/index.ts';
import { commitmentsOperations } from './commitments/index.ts';
import { ledgerOperations } from './commitments/ledger.ts';
import { agreementsOperations } from './agreements/index.ts';
import { agreementLifeOperations } from './agreements/life.ts';
import { documentsOperations } from './agreements/documents.ts';
import { registeringOperations } from './agreements/registering.ts';
import { complianceOperations } from './compliance/index.ts';
import { indicatorsOperations } from './indicators/index.ts';
import { valuesOperations } from './values/index.ts';
import { reportingOperations } from './reporting/index.ts';
import { surveysOperations } from './surveys/index.ts';
import { analysisOperations } from './analysis/index.ts';
import { reportsOperations } from './reports/index.ts';
import { inboxOperations } from './inbox/index.ts';
import { cooperationOperations } from './cooperation.ts';
import { situationBlockOperations } from './situation-blocks.ts';
import { operationsOperations } from './operations.ts';
import { situationOperations } from './situation.ts';
import { territoriesOperations } from './territories.ts';

/** The whole API: every operation of every room by its id. A new room adds its line. */
export const operations = {
  ...territoriesOperations,
  ...boundariesOperations,
  ...actorsOperations,
  ...accessOperations,
  ...diagnosisOperations,
  ...strategyOperations,
  ...plansOperations,
  ...planningOperations,
  ...commitmentsOperations,
  ...ledgerOperations,
  ...agreementsOperations,
  ...agreementLifeOperations,
  ...documentsOperations,
  ...registeringOperations,
  ...complianceOperations,
  ...indicatorsOperations,
  ...valuesOperations,
  ...reportingOperations,
  ...surveysOperations,
  ...analysisOperations,
  ...reportsOperations,
  ...inboxOperations,
  ...auditOperations,
  ...operationsOperations,
  ...situationOperations,
  ...cooperationOperations,
  ...situationBlockOperations,
};

export type Operations = typeof operations;
