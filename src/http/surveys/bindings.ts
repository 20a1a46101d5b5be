import type { surveysOperations } from '#contract/surveys/index.ts';
import { closePulse } from '#services/surveys/close-pulse.ts';
import { confirmSurvey } from '#services/surveys/confirm-survey.ts';
import { createSurvey } from '#services/surveys/create-survey.ts';
import { enterByPulseLink } from '#services/surveys/enter-by-pulse-link.ts';
import { getPulseRound } from '#services/surveys/get-pulse-round.ts';
import { getSurvey } from '#services/surveys/get-survey.ts';
import { importSurvey } from '#services/surveys/import-survey.ts';
import { listPulseRounds } from '#services/surveys/list-pulse-rounds.ts';
import { listSurveys } from '#services/surveys/list-surveys.ts';
import { openPulse } from '#services/surveys/open-pulse.ts';
import { recordEstimate } from '#services/surveys/record-estimate.ts';
import { updateSurvey } from '#services/surveys/update-survey.ts';
import { usePulseLink } from '#services/surveys/use-pulse-link.ts';
import type { Bindings } from '../bind-operations.ts';

/** Each operation of this part with the service that does it. */
export const surveysBindings = {
  closePulse,
  confirmSurvey,
  createSurvey,
  enterByPulseLink,
  getPulseRound,
  getSurvey,
  importSurvey,
  listPulseRounds,
  listSurveys,
  openPulse,
  recordEstimate,
  updateSurvey,
  usePulseLink,
} satisfies Bindings<typeof surveysOperations>;
