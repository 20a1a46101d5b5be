/** The rule of repetition that is said by two fields: how often, and how many times. */
export function recurrenceOf(every: string, times: string): string {
  return every === '' || times === '' ? every : `${every};COUNT=${times}`;
}
