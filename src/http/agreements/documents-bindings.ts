export const documentsBindings = {};
