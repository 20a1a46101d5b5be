import { commitmentOperations } from './commitments.ts';
import { evidenceOperations } from './evidence.ts';
import { instanceOperations } from './instances.ts';

/** Who owes what to whom, by when, proved how. */
export const commitmentsOperations = {
  ...commitmentOperations,
  ...instanceOperations,
  ...evidenceOperations,
};
