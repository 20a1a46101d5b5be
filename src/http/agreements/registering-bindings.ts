export const registeringBindings = {};
