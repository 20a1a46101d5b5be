import type { Refused } from '../api.ts';

/** What stands in a form for each cell: `a:` the answer, `s:` that there is none, `v:` the version that was seen. */
export function answersOfForm(form: FormData) {
  const cells = [...form.keys()].flatMap((name) => (name.startsWith('v:') ? [name.slice(2)] : []));
  return [...new Set(cells)].map((cell) => {
    const state = form.get(`s:${cell}`);
    const typed = form.get(`a:${cell}`);
    const version = form.get(`v:${cell}`);
    return {
      cell,
      text: typeof state === 'string' && state !== '' ? state : typeof typed === 'string' ? typed : '',
      version: typeof version === 'string' && version !== '' ? Number(version) : null,
    };
  });
}

/** The reasons for which what is questioned is sent. */
export function reasonsOfForm(form: FormData) {
  return [...form.entries()].flatMap(([name, value]) =>
    name.startsWith('r:') && typeof value === 'string' && value.trim() !== ''
      ? [{ check: name.slice(2), reason: value.trim() }]
      : [],
  );
}

/** The remarks of whoever returns a report, by cell. */
export function remarksOfForm(form: FormData) {
  return [...form.entries()].flatMap(([name, value]) =>
    name.startsWith('m:') && typeof value === 'string' && value.trim() !== ''
      ? [{ cell: name.slice(2), remark: value.trim() }]
      : [],
  );
}

/** Faults beside the fields of the form they are of: the API names the cell or the check. */
export function besideFields(refused: Refused, mark: 'a:' | 'r:' | 'm:'): Refused {
  return {
    ...refused,
    problems: refused.problems.map((fault) => ({
      ...fault,
      ...(fault.field === undefined ? {} : { field: mark + fault.field }),
    })),
  };
}

/** Faults of a workbook, each with its sheet and cell: `Informe!F3: …`. */
export function withCells(refused: Refused): Refused {
  return {
    ...refused,
    problems: refused.problems.map(({ sheet, cell, ...fault }) => ({
      ...fault,
      message:
        sheet === undefined
          ? fault.message
          : `${sheet}${cell === undefined ? '' : `!${cell}`}: ${fault.message}`,
    })),
  };
}
