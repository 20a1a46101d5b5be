export const inboxBindings = {};
