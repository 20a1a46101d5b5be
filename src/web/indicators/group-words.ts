import type { Say } from '#words/say.ts';
import type { Answer } from '../api.ts';
import { titleIn, type Target } from './indicator-shapes.ts';

export type Dimensions = Answer<'listDimensions'>['items'];

/** Of whom a figure tells: "mujeres; 18-24 años", or everybody. */
export function groupWords(say: Say, dimensions: Dimensions, group: Target['group']): string {
  const words = Object.entries(group).map(([dimension, category]) => {
    const found = dimensions
      .find(({ code }) => code === dimension)
      ?.categories.find(({ code }) => code === category);
    return found ? titleIn(say, found) : category;
  });
  return words.length === 0 ? say('indicators.everybody') : words.join('; ');
}
