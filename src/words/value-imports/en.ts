/** Files of figures that people bring in. */
export const en = {
  'refusal.values.mapping-unfit': 'The file lacks these columns that the mapping names: {headers}.',
  'refusal.values.which-country':
    'It is not clear of which country the places of the file are. Say it: --country PA.',
  'refusal.values.import-not-found': 'That file of figures does not exist or is not visible to you.',
  'refusal.values.import-not-open':
    'That file can no longer be changed: it was imported, taken back, or is still being read.',
  'refusal.values.import-has-problems':
    '{count, plural, one {# problem is} other {# problems are}} left to settle: nothing was imported.',
  'refusal.values.import-not-applied': 'That file is not imported: there is nothing to undo.',
  'refusal.values.place-not-in-file': 'The file does not name that place.',
  'problem.values.no-place': 'The territory is missing.',
  'problem.values.no-period': 'The period is missing.',
  'problem.values.not-a-period': '“{text}” is not a period.',
  'problem.values.ambiguous-day': '“{text}” may be day/month or month/day. Say which comes first.',
  'problem.values.period-too-coarse': '“{text}” is a longer period than those being imported.',
  'problem.values.unknown-indicator': 'It is not known which indicator “{text}” is.',
  'problem.values.unknown-category': 'It is not known which group “{text}” is.',
  'problem.values.not-a-number': '“{text}” is not a number.',
  'problem.values.ambiguous-number': '“{text}” may be thousands or decimals. Say which sign parts decimals.',
  'problem.values.formula-error': 'The cell holds a formula error: “{text}”.',
  'problem.values.negative-count': '“{text}”: a count cannot be negative.',
  'problem.values.not-whole': '“{text}”: a count is a whole number.',
  'problem.values.told-twice': 'It contradicts what another row says of the same cell.',
  'problem.values.unknown-place':
    'The place “{text}” is not known ({times, plural, one {# row} other {# rows}}).',
  'problem.values.several-places':
    '“{text}” may be more than one place ({times, plural, one {# row} other {# rows}}).',
  'problem.values.indicator-unknown': 'There is no indicator {text}.',
  'problem.values.indicator-not-told': 'The indicator {text} is made of others: its values are not imported.',
  'problem.values.out-of-bounds': '{text} is outside the bounds of the indicator.',
  'problem.values.mixed-levels': 'The file mixes levels of territory.',
  'problem.values.unknown-dimension': 'There is no breakdown “{dimension}”.',
  'problem.values.unknown-category-code': 'The breakdown has no category “{category}”.',
  'problem.values.doubt-no-place': 'No column was found that says the territory.',
  'problem.values.doubt-no-period': 'It was not found of which period the figures are.',
  'problem.values.doubt-no-indicator': 'It was not found of which indicator the figures are.',
  'problem.values.doubt-no-value': 'No column was found that holds the figures.',
  'problem.values.doubt-day-order': 'It cannot be told whether “{header}” writes day/month or month/day.',
  'problem.values.doubt-decimals': 'The column “{header}” mixes decimal points and commas.',
  'problem.values.doubt-category': 'In “{header}”, it is not known which group “{text}” is.',
  'problem.values.doubt-column': 'It is not known what the column “{header}” says.',
};
