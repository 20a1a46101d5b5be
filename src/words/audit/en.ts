import type { es } from './es.ts';

export const en = {
  'refusal.audit.not-found': 'There is no such entry, or none that you may see.',
  'refusal.audit.may-not-redact':
    'You may not erase text from the trail of every territory in which it appears.',
  'refusal.audit.nothing-to-redact': 'There is no typed text to erase, or it was erased already.',
  'refusal.audit.too-many-to-export':
    'Too many entries for one file: up to {maximum, number} are exported. Choose a shorter time.',

  'audit.title': 'Audit trail',
  'audit.about': 'Who did what, when, and what changed. None of it can be modified.',
  'audit.who': 'Who',
  'audit.what': 'What was done',
  'audit.when': 'When',
  'audit.subject': 'About what',
  'audit.territory': 'Territory',
  'audit.organisation': 'Organisation',
  'audit.from': 'From',
  'audit.to': 'To',
  'audit.text': 'Text',
  'audit.changes': 'What changed',
  'audit.before': 'Before',
  'audit.after': 'After',
  'audit.request': 'Request',
  'audit.entry': 'Entry',
  'audit.history': 'History of changes',
  'audit.no-entries': 'There are no entries like that.',
  'audit.erased': 'erased',
  'audit.hidden': 'withheld',
  'audit.by-installation': 'The system',
  'audit.by-visitor': 'Without an account',
  'audit.by-unknown': 'An account that is no longer there',
  'audit.by-token': 'by a program',
  'audit.export-name': 'audit-trail',
  'audit.redact': 'Erase the typed text',
  'audit.redact-about':
    'Use it where somebody typed the name of a victim by mistake, or anything else that must not be there. Correct it first; then erase here what stayed in the trail. It cannot be undone.',
  'audit.redact-reason': 'Why it is erased (without repeating it)',
  'audit.redacted':
    '{count, plural, one {The text of # entry was erased.} other {The text of # entries was erased.}}',

  'audit.verify.sound':
    'The trail is whole: {entries, plural, one {# entry} other {# entries}} in {chains, plural, one {# chain} other {# chains}}, {anchors, plural, one {# anchor} other {# anchors}}.',
  'audit.verify.faults':
    '{faults, plural, one {The trail is not whole: # fault} other {The trail is not whole: # faults}} in {entries, plural, one {# entry} other {# entries}}.',
  'audit.verify.no-log':
    'anchors.log is not in the data folder: only the database itself knows what was taken from the end.',
  'audit.verify.altered': 'chain {chain}: entry {seq} was altered',
  'audit.verify.altered-since': 'chain {chain}: something was altered between entries {seq} and {upTo}',
  'audit.verify.removed': 'chain {chain}: entry {seq} is missing',
  'audit.verify.removed-several': 'chain {chain}: entries {seq} to {upTo} are missing',
  'audit.verify.inserted': 'chain {chain}: entry {seq} was put in',
  'audit.verify.inserted-several': 'chain {chain}: entries {seq} to {upTo} were put in',
  'audit.verify.reordered': 'chain {chain}: entry {seq} is not in its place',
  'audit.verify.anchor-altered': 'the anchor of {at} was altered ({hash})',
  'audit.verify.anchor-removed': 'the anchor of {at} is in anchors.log and not in the database ({hash})',
  'audit.verify.anchor-unlogged': 'the anchor of {at} is in the database and not in anchors.log ({hash})',
} as const satisfies Record<keyof typeof es, string>;
