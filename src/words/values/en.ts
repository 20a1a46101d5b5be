/** Figures: series, values, imports, roll-ups, corrections. */
export const en = {
  'refusal.values.series-not-found': 'That source of figures does not exist or is not visible to you.',
  'refusal.values.indicator-not-found': 'There is no indicator {indicator}, or it is not visible to you.',
  'refusal.values.too-much':
    'You ask for {cells} figures at once; the most is {most}. Ask for a shorter time, a higher level or fewer groups.',
  'refusal.values.not-a-period':
    '“{text}” is not a period. Write a year (2024), a month (2024-07), a quarter (2024-Q3) or a day (2024-07-15).',
  'refusal.values.not-a-level': '“{text}” is not a level of territory within that place.',

  'values.state.value': 'Value',
  'values.state.not-reported': 'Not reported',
  'values.state.unknown': 'Unknown',
  'values.state.not-applicable': 'Not applicable',
  'values.state.withheld': 'Suppressed by the source',
  'values.state.protected': 'Protected because the number is small',

  'values.note.held-above':
    'The source does not reach this level: the figure of the wider territory is shown, not divided.',
  'values.note.period-coarser': 'The source only gives longer periods: they are shown as it gives them.',
  'values.note.part-of-territory': 'The source covers only part of this territory.',
  'values.note.protected':
    'Some small numbers are not shown, to protect people. Others from which they could be worked out are hidden too.',
  'values.note.sum-is-least': 'The source suppressed parts of some sums: what is shown is a least.',
  'values.note.population-estimated':
    'The population of some years was estimated between two counts or from the nearest one.',
  'values.note.population-missing': 'Some territories have no population with which to work out the rate.',
  'values.note.rate-of-group': 'There is no population by group: the rate is only worked out for the whole.',
  'values.note.territories-changed':
    'Some territories were split, merged or changed in these years: their series break on that day.',
  'values.note.stock-last': 'This is a stock, not a sum: the last figure of each period is shown.',
  'values.note.computed': 'The system works this indicator out itself; it has no figures loaded.',
  'values.note.no-series': 'No source has figures of this indicator here.',
  'values.note.no-crossing': 'No source breaks this indicator down in that way.',

  'values.column.indicator': 'Indicator',
  'values.column.title': 'Title',
  'values.column.territory': 'Territory (code)',
  'values.column.territory_name': 'Territory',
  'values.column.period': 'Period',
  'values.column.crossing': 'Group',
  'values.column.value': 'Value',
  'values.column.state': 'State of the figure',
  'values.column.unit': 'Unit',
  'values.column.held_at': 'Figure of (wider territory)',
  'values.column.numerator': 'Numerator',
  'values.column.denominator': 'Denominator',
  'values.column.source': 'Source',
};
