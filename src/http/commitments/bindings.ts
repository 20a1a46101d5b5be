export const commitmentsBindings = {};
