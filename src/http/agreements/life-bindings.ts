export const agreementLifeBindings = {};
