import type { strategyOperations } from '#contract/strategy/index.ts';
import { abandonStrategyVersion } from '#services/strategy/abandon-strategy-version.ts';
import { addStrategyElement } from '#services/strategy/add-strategy-element.ts';
import { answerStrategyRemark } from '#services/strategy/answer-strategy-remark.ts';
import { approveStrategyVersion } from '#services/strategy/approve-strategy-version.ts';
import { closeStrategyConsultation } from '#services/strategy/close-strategy-consultation.ts';
import { compareStrategyVersions } from '#services/strategy/compare-strategy-versions.ts';
import { createStrategy } from '#services/strategy/create-strategy.ts';
import { exportStrategyVersion } from '#services/strategy/export-strategy-version.ts';
import { getStrategy } from '#services/strategy/get-strategy.ts';
import { getStrategyLine } from '#services/strategy/get-strategy-line.ts';
import { getStrategyVersion } from '#services/strategy/get-strategy-version.ts';
import { importStrategyVersion } from '#services/strategy/import-strategy-version.ts';
import { listEndedAlignments } from '#services/strategy/list-ended-alignments.ts';
import { listStrategies } from '#services/strategy/list-strategies.ts';
import { listStrategyLines } from '#services/strategy/list-strategy-lines.ts';
import { listStrategyRemarks } from '#services/strategy/list-strategy-remarks.ts';
import { moveStrategyElement } from '#services/strategy/move-strategy-element.ts';
import { openStrategyConsultation } from '#services/strategy/open-strategy-consultation.ts';
import { previewStrategyImport } from '#services/strategy/preview-strategy-import.ts';
import { remarkOnStrategy } from '#services/strategy/remark-on-strategy.ts';
import { removeStrategyElement } from '#services/strategy/remove-strategy-element.ts';
import { startStrategyVersion } from '#services/strategy/start-strategy-version.ts';
import { updateStrategy } from '#services/strategy/update-strategy.ts';
import { updateStrategyElement } from '#services/strategy/update-strategy-element.ts';
import type { Bindings } from '../bind-operations.ts';

/** Each operation of the strategy with the service that does it. */
export const strategyBindings = {
  listStrategies,
  getStrategy,
  getStrategyVersion,
  listStrategyLines,
  getStrategyLine,
  createStrategy,
  updateStrategy,
  startStrategyVersion,
  addStrategyElement,
  updateStrategyElement,
  moveStrategyElement,
  removeStrategyElement,
  openStrategyConsultation,
  closeStrategyConsultation,
  approveStrategyVersion,
  abandonStrategyVersion,
  listStrategyRemarks,
  remarkOnStrategy,
  answerStrategyRemark,
  compareStrategyVersions,
  listEndedAlignments,
  exportStrategyVersion,
  previewStrategyImport,
  importStrategyVersion,
} satisfies Bindings<typeof strategyOperations>;
