export const agreementsBindings = {};
