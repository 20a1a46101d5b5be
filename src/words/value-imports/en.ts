/** Files of figures that people bring in. */
export const en = {
  'refusal.values.mapping-unfit': 'The file lacks these columns that the mapping names: {headers}.',
  'refusal.values.which-country':
    'No column of the file names places of one single country of this installation. If they are of one, say which, and which column names them.',
  'refusal.values.import-not-found': 'That file of figures does not exist or is not visible to you.',
  'refusal.values.import-not-open':
    'That file can no longer be changed: it was imported, taken back, or is still being read.',
  'refusal.values.import-has-problems':
    '{count, plural, one {# problem is} other {# problems are}} left to settle: nothing was imported.',
  'refusal.values.import-not-applied': 'That file is not imported: there is nothing to undo.',
  'refusal.values.place-not-in-file': 'The file does not name that place.',
  'refusal.values.survey-answers':
    'Each row of this file is what one person answered to a survey ({headers}): they are not figures. Surveys have a place of their own, where they are estimated with their weights and margin of error.',
  'refusal.values.personal-rows':
    'This file identifies persons ({headers}). No data of victims, witnesses or suspects are kept here: take those columns out, or bring the counts.',
  'refusal.values.no-exchange-file':
    'Metadata go with a file of DHIS2 or ADX; this file is read by its columns.',
  'refusal.values.not-proposed':
    'The metadata do not describe these elements, or they are indicators already: {elements}.',
  'refusal.dhis2.not-values': 'This is not a data value set of DHIS2 or ADX: it holds {found}.',
  'refusal.dhis2.metadata-alone':
    'This DHIS2 file describes data ({found}) and brings no figures. Send the file of values and, beside it, this one as the metadata file.',
  'refusal.dhis2.not-metadata':
    'This is not a DHIS2 metadata file in JSON: it describes no elements, units or categories.',
  'refusal.dhis2.unreadable': 'The file is broken or incomplete, near line {line}.',
  'refusal.dhis2.declares-entities':
    'The file declares a document type or entities of its own (DOCTYPE). For safety it is not read: export it without that.',
  'refusal.dhis2.too-deep':
    'The file nests elements too deeply, near line {line}: it is not a data value set.',
  'refusal.dhis2.too-long':
    'The file has a text that is too long near line {line}: it is not a data value set.',
  'refusal.dhis2.other-encoding': 'The file says that it is in {encoding} and it is not. Export it in UTF-8.',
  'refusal.dhis2.metadata-too-large':
    'The metadata are larger than {megabytes} MB. Export only the elements, units and categories of this data set.',
  'problem.values.no-place': 'The territory is missing.',
  'problem.values.no-period': 'The period is missing.',
  'problem.values.not-a-period': '“{text}” is not a period.',
  'problem.values.ambiguous-day': '“{text}” may be day/month or month/day. Say which comes first.',
  'problem.values.period-too-coarse': '“{text}” is a longer period than those being imported.',
  'problem.values.period-too-fine':
    '“{text}” is a shorter period than those being imported. Say that rows are parts that add up, or bring equal periods.',
  'problem.values.unknown-indicator':
    'It is not known which indicator “{text}” is ({times, plural, one {# row} other {# rows}}).',
  'problem.values.unknown-category':
    'It is not known which group “{text}” is ({times, plural, one {# row} other {# rows}}).',
  'problem.values.not-a-number': '“{text}” is not a number.',
  'problem.values.ambiguous-number': '“{text}” may be thousands or decimals. Say which sign parts decimals.',
  'problem.values.formula-error': 'The cell holds a formula error: “{text}”.',
  'problem.values.negative-count': '“{text}”: a count cannot be negative.',
  'problem.values.not-whole': '“{text}”: a count is a whole number.',
  'problem.values.place-not-then':
    '“{text}”: that territory did not exist then ({times, plural, one {# row} other {# rows}}).',
  'problem.values.told-twice': 'It contradicts what another row says of the same place, period and group.',
  'problem.values.second-table':
    'The row looks like the headers of another table ("{text}"). Leave one table on a sheet.',
  'problem.values.merged-figure':
    'The figure stands in merged cells: nobody can tell to which row or column it belongs. Split them and write a figure in each.',
  'problem.values.side-by-side':
    'There are two tables side by side: "{text}" is there twice. Leave one table on a sheet, or say which columns are not used.',
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
  'problem.values.period-unheld':
    '“{text}” is a real period that is not kept here: years begin in January and weeks on Monday. Bring months, quarters or calendar years.',
  'problem.values.not-figures':
    '“{text}” is not told in numbers but in text, dates or yes and no ({times, plural, one {# row} other {# rows}}): leave it out.',
  'problem.values.unknown-crossing':
    'It is not known which group “{text}” is ({times, plural, one {# row} other {# rows}}).',
  'problem.values.yes-or-no': '“{text}” is a yes or a no, not a figure.',
  'problem.values.annotated-zero':
    'The value is 0 and has a text beside it: ADX writes texts so too. Bring the metadata, which say which it is, or leave the element out.',
  'problem.values.mixed-crossings':
    'The indicator {text} comes with different breakdowns ({times, plural, one {# figure} other {# figures}}): a total beside its parts would be counted twice. Leave one of the two out.',
  'problem.values.doubt-no-place': 'No column was found that says the territory.',
  'problem.values.doubt-period-of-title':
    'The period, {text}, was taken from the title or the name of the file. Confirm it.',
  'problem.values.doubt-no-period': 'It was not found of which period the figures are.',
  'problem.values.doubt-no-indicator': 'It was not found of which indicator the figures are.',
  'problem.values.doubt-no-value': 'No column was found that holds the figures.',
  'problem.values.doubt-day-order': 'It cannot be told whether “{header}” writes day/month or month/day.',
  'problem.values.doubt-decimals': 'The column “{header}” mixes decimal points and commas.',
  'problem.values.doubt-category': 'In “{header}”, it is not known which group “{text}” is.',
  'problem.values.doubt-column': 'It is not known what the column “{header}” says.',
  'value-imports.title': 'Import figures',
  'value-imports.lead':
    'Send a file of figures as you have it. The system says how it understands it, you correct, and only then it is imported: all or nothing. It can be undone.',
  'value-imports.file': 'File',
  'value-imports.file-help':
    'CSV or Excel (.xlsx), DHIS2 (JSON, CSV, XML) or ADX, also packed (.gz, .zip). Years or months as columns, one row a figure or one row an event.',
  'value-imports.territory': 'Territory',
  'value-imports.territory-help': 'The country or territory to which all figures of the file belong.',
  'value-imports.send': 'Send and see how it is understood',
  'value-imports.sent': 'Files sent',
  'value-imports.none': 'There are no files of figures yet.',
  'value-imports.none-lead':
    'The files you send will stay here, with what is left to settle and the way to undo each import.',
  'value-imports.state': 'State',
  'value-imports.at': 'Sent',
  'value-imports.stage.waiting': 'Waiting',
  'value-imports.stage.reading': 'Being read',
  'value-imports.stage.open': 'To be checked',
  'value-imports.stage.writing': 'Being saved',
  'value-imports.stage.applied': 'Imported',
  'value-imports.stage.revoked': 'Undone',
  'value-imports.stage.refused': 'Could not be read',
  'value-imports.of-place': 'Figures of {place}',
  'value-imports.counts':
    '{rows, plural, one {# row read} other {# rows read}}; {values, plural, one {# figure} other {# figures}} to import.',
  'value-imports.apply': 'Import {count, plural, one {# figure} other {# figures}}',
  'value-imports.places': '{count, plural, one {One place to recognise} other {# places to recognise}}',
  'value-imports.problems': '{count, plural, one {One problem to settle} other {# problems to settle}}',
  'value-imports.left-out.total': 'totals',
  'value-imports.left-out.blank': 'blank',
  'value-imports.left-out.note': 'notes or titles',
  'value-imports.left-out.header': 'headers repeated',
  'value-imports.left-out.uncounted': 'offences that no indicator counts',
  'value-imports.left-out.chosen': 'those somebody left out',
  'value-imports.left-out.silent': 'without a figure',
  'value-imports.left-out.hidden': 'hidden in the sheet',
  'value-imports.left-out-rows':
    '{rows, plural, one {# row was left out} other {# rows were left out}}: {reason}.',
  'value-imports.left-out-named':
    '{rows, plural, one {# row was left out} other {# rows were left out}}: {reason} (rows {first}).',
  'value-imports.not-read': 'What was not read',
  'value-imports.how-read': 'How the file is read',
  'value-imports.layout.guessed':
    'This was gathered from the headers and the first rows. Correct what is not so.',
  'value-imports.layout.remembered': 'It is read like the last file with the same headers.',
  'value-imports.layout.given': 'It is read as you said.',
  'value-imports.another': 'Send another file',
  'value-imports.done':
    'Imported: {written, plural, one {# figure new or changed} other {# figures new or changed}}; {same, plural, one {# was the same already} other {# were the same already}}.',
  'value-imports.undo': 'Undo the import',
  'value-imports.undone': 'The import was undone: figures are as before.',
  'value-imports.being-read':
    'The file is being read: {rows, plural, one {# row} other {# rows}} so far. This page looks again by itself; you can close it and come back.',
  'value-imports.row': 'row {row}',
  'value-imports.more': 'And {count, plural, one {# more problem} other {# more problems}} like these.',
  'value-imports.place-rows': '({count, plural, one {# row} other {# rows}})',
  'value-imports.may-be': 'It may be',
  'value-imports.another-place': 'Or another',
  'value-imports.which-place': 'Which territory it is',
  'value-imports.choose': 'Choose…',
  'value-imports.left-out': '{count, plural, one {One row is} other {# rows are}} left out, of {places}.',
  'value-imports.see-how': 'See and correct how it is read',
  'value-imports.settle': 'It is this place',
  'value-imports.columns': 'What each column says',
  'value-imports.whole': 'About the whole file',
  'value-imports.map': 'Read it so',
  'value-imports.for-example': 'For example: {texts}',
  'value-imports.unknown-texts': 'Texts that are not recognised',
  'value-imports.text-of': '“{text}” in {header}',
  'value-imports.blank': '(blank)',
  'value-imports.offence': '“{text}” is',
  'value-imports.leave-out': 'Leave those rows out',
  'value-imports.role.none': 'Not used',
  'value-imports.role.place-code': 'Territory: code',
  'value-imports.role.place-name': 'Territory: name',
  'value-imports.role.year': 'Year',
  'value-imports.role.month': 'Month',
  'value-imports.role.period': 'Date or period',
  'value-imports.role.indicator': 'What is counted (offence, indicator)',
  'value-imports.role.value': 'The figure',
  'value-imports.role.figure-period': 'Figures of the period of the header',
  'value-imports.role.dimension': 'Group',
  'value-imports.role.figure': 'Figures of',
  'value-imports.period': 'Period of all figures',
  'value-imports.period-help': 'A year (2018), a month (2018-07) or a quarter (2018-Q3).',
  'value-imports.indicator': 'Indicator of all figures',
  'value-imports.count-by': 'Counted by',
  'value-imports.by.day': 'day',
  'value-imports.by.week': 'week',
  'value-imports.by.month': 'month',
  'value-imports.by.quarter': 'quarter',
  'value-imports.by.semester': 'semester',
  'value-imports.by.year': 'year',
  'value-imports.by.as-told': 'each by the period that it tells',
  'value-imports.decimals': 'Decimals are written',
  'value-imports.decimals.point': 'with a point (1,234.5)',
  'value-imports.decimals.comma': 'with a comma (1.234,5)',
  'value-imports.decimals.either': 'no matter: there is no doubt',
  'value-imports.day-order': 'Dates are written',
  'value-imports.day-order.day-first': 'day/month/year',
  'value-imports.day-order.month-first': 'month/day/year',
  'value-imports.day-order.either': 'no matter: there is no doubt',
  'value-imports.adds-rows': 'Several rows of the same place, period and group are added up',
  'value-imports.sheet': 'Sheet',
  'value-imports.hidden-sheet': '{name} (hidden)',
  'value-imports.header-row': 'Row of the headers',
  'value-imports.source': 'Source',
  'value-imports.source-help': 'Who says it. Two sources are never mixed: they are shown side by side.',
  'value-imports.publisher': 'Institution that publishes it',
  'value-imports.cutoff': 'Data up to the day',
  'value-imports.status': 'They are',
  'value-imports.status.final': 'final',
  'value-imports.status.provisional': 'provisional',
  'value-imports.audience': 'Who may see them',
  'value-imports.audience.public': 'Everybody',
  'value-imports.audience.network': 'Whoever has an account',
  'value-imports.audience.territory': 'Only those who keep figures there',
  'value-imports.is-published': 'The source has published them in this same detail',
  'value-imports.is-complete': 'The source told everything: what is missing is zero',
  'value-imports.metadata': 'Metadata of DHIS2',
  'value-imports.metadata-other': 'Other metadata',
  'value-imports.metadata-help':
    'Only with files of DHIS2 or ADX: the JSON of metadata that names their elements, units and categories.',
  'value-imports.describe': 'Read with these metadata',
  'value-imports.other-system': 'What the other system says',
  'value-imports.described':
    'describes {elements, plural, one {# element} other {# elements}}, {places, plural, one {# unit} other {# units}} and {crossings, plural, one {# combination} other {# combinations}}; also {indicators, plural, one {# computed indicator} other {# computed indicators}} and {sets, plural, one {# data set} other {# data sets}}, which are not imported.',
  'value-imports.left-deleted':
    '{count, plural, one {# value is deleted} other {# values are deleted}} in the other system: they are not imported. If they were here already, they stay as they were.',
  'value-imports.left-followed':
    '{count, plural, one {# value has} other {# values have}} the mark to be looked at again: they are imported without it.',
  'value-imports.left-comments':
    '{count, plural, one {# comment is} other {# comments are}} not imported, since they may speak of persons.',
  'value-imports.layout.exchange':
    'The format says what each column is. All that is left to know is which indicator each element is and which group each combination.',
  'value-imports.elements': 'Which indicator each element is',
  'value-imports.crossings': 'Which group each combination is',
  'value-imports.whole-crossing': 'Everybody, not broken down',
  'value-imports.and-also': 'And also, “{text}”',
  'value-imports.nothing-else': 'Nothing else',
  'value-imports.proposals':
    '{count, plural, one {An element that could be an indicator} other {# elements that could be indicators}}',
  'value-imports.proposals-lead':
    'No indicator is made by itself. Tick those that you want here; they are made with the name and definition of the other system and can be corrected later.',
  'value-imports.proposed': 'Elements',
  'value-imports.adds-up': 'How “{title}” adds up',
  'value-imports.adds-up-help':
    'As the metadata have it. Once there are figures it cannot be changed: look at it before you create.',
  'value-imports.accept': 'Make the ticked indicators',
  'value-imports.value': 'value {row}',
  'value-imports.asked-below': 'What each element and each combination is, is asked further down.',
} as const;
