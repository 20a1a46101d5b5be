declare module 'virtual:words/es' {
  export const messages: import('@lingui/core').Messages;
}
declare module 'virtual:words/en' {
  export const messages: import('@lingui/core').Messages;
}
