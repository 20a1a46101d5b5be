import type { es } from './es.ts';

/** Reporting cycles: forms, reports, review. */
export const en = {
  'refusal.reporting.cycle-not-found': 'That reporting cycle does not exist or is not visible to you.',
  'refusal.reporting.form-not-found': 'That form does not exist or is not of this country.',
  'refusal.reporting.report-not-found': 'That report does not exist or is not visible to you.',
  'refusal.reporting.form-faults': 'The form has faults.',
  'refusal.reporting.cycle-faults': 'The cycle cannot be opened like this.',
  'refusal.reporting.cycle-twice': 'One of them already owes a report of that form and period.',
  'refusal.reporting.not-open': 'The cycle takes no answers: it has not opened yet or was closed.',
  'refusal.reporting.not-as-it-stands': 'As the report stands, that cannot be done.',
  'refusal.reporting.answer-changed':
    'Somebody else changed that answer meanwhile. See how it stands before you change it.',
  'refusal.reporting.answer-faults': 'Some answers cannot be saved.',
  'refusal.reporting.checks-remain':
    '{count, plural, one {One point has} other {# points have}} to be cleared before sending. Correct the figure or give the reason.',
  'refusal.reporting.not-yours-to-decide': 'Another office decides on that step.',
  'refusal.reporting.own-approval':
    'Whoever sent or already approved this report cannot approve it again: other eyes are needed.',
  'refusal.reporting.not-a-template':
    'The file is not a report template. Download the template of this report and fill it in.',
  'refusal.reporting.template-of-another':
    'That template is of another report: “{title}”, {subject}, period {period}. Period {wanted} is expected here.',
  'refusal.reporting.template-outdated':
    'The form has changed since that template was downloaded. Download it again.',
  'refusal.reporting.template-problems':
    '{count, plural, one {The file has one fault} other {The file has # faults}}. Nothing was saved.',
  'refusal.reporting.link-not-found': 'That link does not exist. Check that you copied all of it.',
  'refusal.reporting.link-spent':
    'That link was used, withdrawn or has expired. Ask whoever gave it to you for another.',
  'problem.reporting.unknown-indicator': 'There is no indicator “{code}” in this country.',
  'problem.reporting.not-askable': 'The indicator “{code}” is worked out from others: it is not asked for.',
  'problem.reporting.question-without-words': 'Write the question.',
  'problem.reporting.too-few-choices': 'Give at least two choices.',
  'problem.reporting.bounds-crossed': 'The minimum is greater than the maximum.',
  'problem.reporting.unknown-dimension': 'There is no breakdown “{dimension}”.',
  'problem.reporting.too-many-groups': 'Too many groups; use fewer breakdowns.',
  'problem.reporting.key-twice': 'The key “{key}” stands twice.',
  'problem.reporting.indicator-twice': 'The indicator “{code}” is asked for twice.',
  'problem.reporting.rule-names-nothing': 'A rule names “{name}”, which is no figure of the form.',
  'problem.reporting.no-subjects': 'Say who reports: nobody is left.',
  'problem.reporting.levels-differ':
    'The territories are of different levels; open one cycle for each level.',
  'problem.reporting.unknown-subject': 'There is no territory “{reference}” there.',
  'problem.reporting.unknown-organisation': 'One of the institutions does not exist in this country.',
  'problem.reporting.not-a-period':
    'Write a month (2026-09), quarter (2026-Q3), semester (2026-S2) or year (2026).',
  'problem.reporting.period-to-come': 'That period has not begun yet.',
  'problem.reporting.due-before-opening': 'It is due before it opens.',
  'problem.reporting.not-a-day': 'Write a date such as 2026-11-23.',
  'problem.reporting.not-yes-or-no': 'Answer yes or no.',
  'problem.reporting.not-a-choice': 'It is not one of the choices.',
  'problem.reporting.not-a-number':
    '“{text}” is not a number. If there is no figure, say so; if it is zero, write 0.',
  'problem.reporting.not-whole': 'Write a whole number.',
  'problem.reporting.text-too-long': 'The text is too long.',
  'problem.reporting.below-least': 'It cannot be less than {least}.',
  'problem.reporting.above-most': 'It cannot be more than {most}.',
  'problem.reporting.unknown-cell': 'The form does not ask for that.',
  'problem.reporting.not-taken-away':
    'In a reopened report a figure is corrected or said to be “No figure”; it is not deleted.',
  'problem.reporting.answer-changed-here': 'Somebody else changed it.',
  'problem.reporting.return-without-words': 'Say what has to be corrected.',
  'problem.reporting.row-not-of-this-report': 'This row is not of this report, or stands twice.',
  'problem.reporting.rows-are-missing':
    'The sheet lacks {count, plural, one {one row} other {# rows}} of the template.',
  'problem.reporting.formula-error': 'The formula gives an error ({text}).',
  'problem.reporting.date-for-number': 'There is a date where a number belongs.',
  'problem.reporting.check-missing': '{label}: not answered yet.',
  'problem.reporting.check-out-of-range':
    '{label}: {value} lies outside of what is expected ({low} to {high}).',
  'problem.reporting.check-unusual':
    '{label}: {value} departs from the {periods} earlier periods (usual is {low} to {high}).',
  'problem.reporting.check-sum-equals': '{words} ({left} and {right}).',
  'problem.reporting.check-at-most': '{words} ({left} and {right}).',
  'problem.reporting.check-ratio': '{words} ({left} and {right}).',
  'reporting.series-title': 'Reports: {form}',
  'reporting.state.value': 'There is a figure',
  'reporting.state.unknown': 'No data',
  'reporting.state.not-applicable': 'Not applicable',
  'reporting.yes': 'Yes',
  'reporting.no': 'No',
  'reporting.template.instructions': 'Instructions',
  'reporting.template.sheet': 'Report',
  'reporting.template.title': '{title} · {subject} · {period}',
  'reporting.template.how': 'Fill in the column “Answer” of the sheet “Report”. It is due on {day}.',
  'reporting.template.zero':
    'If the figure is zero, write 0. If there is none or it does not apply, choose or write those words.',
  'reporting.template.blank':
    'A blank cell is a question without an answer: it changes nothing of what was answered.',
  'reporting.template.back':
    'Save the file as XLSX and upload it on the page or by the link that you were given. You need no connection to fill it in.',
  'reporting.template.key': 'Key',
  'reporting.template.section': 'Section',
  'reporting.template.item': 'What is asked (* required)',
  'reporting.template.group': 'Group',
  'reporting.template.unit': 'Unit',
  'reporting.template.answer': 'Answer',
  'reporting.template.previous': 'Period before',
  'reporting.template.help': 'Help',
  'reporting.template.wrong': 'Not an answer',
  'reporting.template.wrong-number': 'Write a number, “No data” or “Not applicable”.',
  'reporting.template.number-prompt':
    'A number. Zero is written 0. “No data” or “Not applicable” will do too.',
  'reporting.template.choice-prompt': 'Choose one of the list.',
} as const satisfies Record<keyof typeof es, string>;
