import { textOf, type Given } from '../api.ts';

/** What a form says of a round: sectors one a line, with their people after a semicolon where they are known. */
export function roundBody(form: FormData): Omit<Given<'openPulse'>['body'], 'territory'> {
  const lines = textOf(form, 'sectors')
    .split('\n')
    .map((line) => line.split(';').map((part) => part.trim()))
    .filter(([name]) => name);
  const count = (text: string) => Number(text.replaceAll(/[\s.,]/g, ''));
  const sector = Object.fromEntries(
    lines.flatMap(([name = '', people = '']) => (count(people) > 0 ? [[name, count(people)] as const] : [])),
  );
  const [f, m] = [count(textOf(form, 'women')), count(textOf(form, 'men'))];
  return {
    title: textOf(form, 'title'),
    sectors: lines.map(([name = '']) => name),
    people: { sex: f > 0 && m > 0 ? { f, m } : {}, age: {}, sector },
    opensOn: textOf(form, 'opensOn'),
    closesOn: textOf(form, 'closesOn'),
  };
}
