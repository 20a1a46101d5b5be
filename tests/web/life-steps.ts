import type { Page } from 'playwright-core';
import { press } from './agreement-steps.ts';

/** Opens a deed on the page of an agreement's life, says what it asks for, and does it. */
export async function act(
  page: Page,
  life: string,
  title: string,
  fields: Record<string, string>,
  button = title,
): Promise<void> {
  await page.goto(life);
  const step = `details:has(> summary:has-text("${title}"))`;
  await page.click(`${step} > summary`);
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`${step} [name="${name}"]`).first();
    const tag = await field.evaluate((element) => element.tagName);
    await (tag === 'SELECT' ? field.selectOption({ label: value }) : field.fill(value));
  }
  await press(page, button, step);
}
