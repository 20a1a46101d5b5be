export const complianceBindings = {};
