export const plansBindings = {};
