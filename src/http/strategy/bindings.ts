export const strategyBindings = {};
