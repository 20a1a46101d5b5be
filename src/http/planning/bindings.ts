export const planningBindings = {};
