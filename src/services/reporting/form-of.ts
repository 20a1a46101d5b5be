import { formSchema } from '#domain/reporting/form-schema.ts';
import { cellsOf, type Form } from '#domain/reporting/form.ts';
import type { FormRow } from '#database/reporting/form-store.ts';

/** A form as it is kept in the database. */
export function readForm(content: unknown): Form {
  return formSchema.parse(content);
}

/** A form in a line of a list. */
export function showForm(row: FormRow) {
  return {
    id: row.id,
    title: row.title,
    country: row.country,
    number: row.number,
    cells: cellsOf(readForm(row.content)).length,
    audience: row.audience as 'public',
    example: row.example,
    version: row.version,
  };
}

/** What a form asks, as the API shows it. */
export function showContent(form: Form) {
  return {
    sections: form.sections.map((section) => ({
      ...section,
      items: section.items.map((item) => ({
        ...item,
        choices: [...item.choices],
        dimensions: [...item.dimensions],
      })),
    })),
    rules: form.rules.map((rule) => ({ ...rule, left: [...rule.left], right: [...rule.right] })),
  };
}
