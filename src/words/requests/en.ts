import type { es } from './es.ts';

export const en = {
  'refusal.shared.invalid': 'Some of the data needs correcting.',
  'refusal.shared.signed-out': 'Sign in to continue.',
  'refusal.shared.forbidden': 'Your account does not allow this.',
  'refusal.shared.not-found': 'It does not exist, or is not among what you may see.',
  'refusal.shared.stale':
    'Somebody else changed it while you were editing. Nothing was saved: compare the two versions.',
  'refusal.shared.version-required': 'The version that was edited must be named (If-Match).',
  'refusal.shared.too-large':
    'The file or the data is too large: {megabytes} MB fit here. Choose a smaller one or send a link.',
  'request.too-large-back': 'Back to the form',
  'refusal.shared.too-many': 'Too many attempts. Wait a few minutes.',
  'refusal.shared.unsupported-media': 'This type of file is not accepted here. Accepted: {accepted}.',
  'refusal.shared.key-reused': 'That Idempotency-Key was already used for something else.',
  'refusal.shared.key-in-progress': 'The same request is still being answered.',
  'refusal.shared.key-done': 'This request was already done. Reload to see the result.',
  'refusal.shared.cross-site': 'The request came from another site and was not answered.',
  'refusal.shared.read-only': 'For now, reading only.',
  'requests.failure': 'Something failed on our side. What you wrote is not lost; please try again.',
  'problem.request.required': 'This is missing.',
  'problem.request.wrong-type': 'The value is not of the expected type ({expected}).',
  'problem.request.too-short': 'Write at least {minimum, plural, one {# character} other {# characters}}.',
  'problem.request.too-long': 'Write at most {maximum, plural, one {# character} other {# characters}}.',
  'problem.request.too-small': 'The number must be {minimum} or more.',
  'problem.request.too-large': 'The number must be {maximum} or less.',
  'problem.request.not-in-list': 'Choose one of: {options}.',
  'problem.request.unknown-field': 'Not expected: {names}.',
  'problem.request.invalid-value': 'The value is not valid.',
  'problem.request.not-json': 'The text is not valid JSON.',
  'problem.request.empty-file': 'The file is empty.',
  'problem.request.cut-short': 'What was sent arrived incomplete.',
  'problem.request.control-character':
    'There is an invisible character that cannot be stored. Delete it and type it again.',
  'problem.request.bad-key': 'The Idempotency-Key must have 8 to 200 visible characters.',
} as const satisfies Record<keyof typeof es, string>;
