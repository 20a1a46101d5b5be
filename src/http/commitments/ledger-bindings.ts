export const ledgerBindings = {};
