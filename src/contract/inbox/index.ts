import { defineOperations } from '../operation.ts';

export const inboxOperations = defineOperations('inbox', {});
