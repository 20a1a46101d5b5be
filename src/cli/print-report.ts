import type { Problem } from '#domain/shared/refusal.ts';
import { placeOf, sentenceOf } from './explain.ts';

const shownAtMost = 20;

/** Prints the report of an import: counts as they are, lists shortened, problems in words. */
export function printReport(report: unknown, indent = ''): void {
  for (const [name, value] of Object.entries(report as Record<string, unknown>)) {
    if (Array.isArray(value)) printList(name, value, indent);
    else if (typeof value === 'object' && value !== null) {
      process.stdout.write(`${indent}${name}:\n`);
      printReport(value, `${indent}  `);
    } else process.stdout.write(`${indent}${name}: ${String(value)}\n`);
  }
}

function printList(name: string, items: readonly unknown[], indent: string): void {
  if (items.length === 0) return;
  process.stdout.write(`${indent}${name} (${items.length}):\n`);
  for (const item of items.slice(0, shownAtMost)) process.stdout.write(`${indent}  - ${lineOf(item)}\n`);
  if (items.length > shownAtMost) process.stdout.write(`${indent}  … +${items.length - shownAtMost}\n`);
}

function lineOf(item: unknown): string {
  if (typeof item !== 'object' || item === null) return String(item);
  if ('code' in item && !('reference' in item))
    return `${placeOf(item as Problem)}${sentenceOf(item as Problem)}`;
  return Object.values(item)
    .filter((value) => typeof value === 'string' || typeof value === 'number')
    .join(' · ');
}
