import { describe, expect, it } from 'vitest';
import { formOf } from './same-form.ts';

const violence = { name: 'violence', elements: ['homicides', 'robberies', 'thefts', 'injuries'] };
const health = { name: 'health', elements: ['births', 'deaths', 'robberies'] };

describe('the form of a file of another system', () => {
  it('is known by its elements, also where some are missing or new', () => {
    expect(formOf([health, violence], ['thefts', 'homicides'])?.name).toBe('violence');
    expect(formOf([violence, health], ['births', 'deaths', 'stillbirths'])?.name).toBe('health');
  });

  it('is none of those remembered where little is shared', () => {
    expect(formOf([violence, health], ['robberies', 'fires', 'floods'])).toBeNull();
    expect(formOf([violence], [])).toBeNull();
    expect(formOf([], ['thefts'])).toBeNull();
  });

  it('is the first, the nearest and newest, where several are alike', () => {
    expect(formOf([{ ...violence, name: 'newer' }, violence], violence.elements)?.name).toBe('newer');
  });
});
