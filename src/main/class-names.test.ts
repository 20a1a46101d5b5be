import { expect, it } from 'vitest';
import { fileURLToPath } from 'node:url';
import { classNames, shortName } from './class-names.ts';

const sheet = fileURLToPath(new URL('../web/design/button.module.css', import.meta.url));

it('names no two classes alike, begins none with a digit and none as an advertisement', () => {
  const names = Array.from({ length: 5000 }, (_, number) => shortName(number));
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => !/^[b-df-hj-np-tv-z]+[0-9a-z]+$/.test(name))).toEqual([]);
});

it('says the same to the server and to the browser, whichever asks first', () => {
  const [one, other] = [classNames(), classNames()];
  const asked = ['button', 'danger'];
  const forward = asked.map((name) => one(name, sheet));
  const backward = asked.toReversed().map((name) => other(name, `${sheet}?used`));
  expect(backward.toReversed()).toEqual(forward);
});
