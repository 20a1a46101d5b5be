declare module 'virtual:words/root/es' {
  import type { Messages } from '@lingui/core';
  export const messages: Messages;
}
declare module 'virtual:words/root/en' {
  import type { Messages } from '@lingui/core';
  export const messages: Messages;
}
