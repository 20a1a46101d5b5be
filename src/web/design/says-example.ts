/** Whether what somebody is called says already that it is an example; then nothing beside it says so again. */
export function saysExample(title: string): boolean {
  return /\((?:ejemplo|example)\)/i.test(title);
}
