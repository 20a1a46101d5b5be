import type { es } from './es.ts';

export const en = {
  'boundaries.title': 'Boundaries',
  'boundaries.layers': 'Boundary layers',
  'boundaries.current': 'current',
  'boundaries.former': 'former',
  'boundaries.restore': 'Use this layer again',
  'boundaries.approximate-title': 'Approximate areas, drawn from points',
  'boundaries.approximate-note':
    'These boundaries are not official: every place was given to the nearest point. They help to find one’s way, not to measure.',
  'boundaries.map-source': 'Boundaries: {source}',
  'boundaries.map-licence': 'Licence: {licence}',
  'boundaries.areas': '{count, plural, one {# area} other {# areas}}',
  'boundaries.without-shape':
    '{count, plural, =0 {Every territory has a shape.} one {# territory has no shape.} other {# territories have no shape.}}',
  'boundaries.outside-frame': 'Outside the frame of the map',

  'boundaries.import': 'Import boundaries',
  'boundaries.import-help':
    'A GeoJSON or TopoJSON file (also .gz) with one feature a territory and its official code or its name.',
  'boundaries.file': 'File',
  'boundaries.level': 'Level',
  'boundaries.level-guess': 'Find out from the file',
  'boundaries.projection': 'Projection of the coordinates',
  'boundaries.preview': 'See what would happen',
  'boundaries.apply': 'Save the boundaries',
  'boundaries.nothing-saved': 'Nothing has been saved yet.',
  'boundaries.saved': 'The boundaries were saved. The former layer is kept and can be used again.',
  'boundaries.matched': '{matched} of {territories} territories would have a shape.',
  'boundaries.by-code': 'by code',
  'boundaries.by-iso': 'by ISO code',
  'boundaries.by-name': 'by name',
  'boundaries.by-alias': 'by another name',
  'boundaries.by-code-with-zeros': 'by code, with the zeros that were lost',
  'boundaries.unmatched': 'Features that are no territory',
  'boundaries.ambiguous': 'Features that may be several territories',
  'boundaries.repeated': 'Territories that come more than once',
  'boundaries.lost-zeros': 'Codes that seem to have lost a zero',
  'boundaries.name-differs': 'Joined by code, although the file calls them otherwise',
  'boundaries.far-from-point': 'Shapes far from the known place',
  'boundaries.far-by': '{km} km away',
  'boundaries.without-shape-title': 'Territories without a shape in this file',
  'boundaries.broken': 'Features that cannot be read',
  'boundaries.repairs': 'What was mended',
  'boundaries.converted-from': 'The coordinates were converted from {projection}.',
  'boundaries.was-swapped': 'Latitude and longitude were swapped.',
  'boundaries.omitted-parts':
    '{count, plural, one {# island too small to be seen was left out.} other {# islands too small to be seen were left out.}}',

  'boundaries.question.lost-zeros': 'Are these the codes, with the zeros that are missing?',
  'boundaries.question.repeated-features': 'Are these parts of one territory?',
  'boundaries.question.broken-features': 'Go on without these features?',
  'boundaries.question.swapped-axes': 'Does latitude come before longitude?',
  'boundaries.answer.accept': 'Yes, join them',
  'boundaries.answer.leave': 'No, leave them out',

  'boundaries.repair.unclosed-ring': 'Open outlines that were closed: {count}',
  'boundaries.repair.repeated-position': 'Features with repeated points, which were removed: {count}',
  'boundaries.repair.spike': 'Features with lines that went out and back, which were removed: {count}',
  'boundaries.repair.short-ring':
    'Features with holes of fewer than three points, which were removed: {count}',
  'boundaries.repair.ring-outside':
    'Features with an outline outside their own, which was taken as a further part: {count}',
  'boundaries.repair.crossing-ring':
    'Features with outlines that crossed themselves, which were split: {count}',
  'boundaries.repair.wrong-winding': 'Features drawn clockwise: {count}',
  'boundaries.repair.empty-part': 'Features with parts that enclose nothing, which were removed: {count}',

  'refusal.boundaries.empty': 'The file is empty.',
  'refusal.boundaries.too-large':
    '{unit, select, features {The file has more than {limit, number} features. Split it by level.} positions {The file has more than {limit, number} points. Simplify the lines and try again.} other {Unpacked, the file is larger than {limit} MB. Simplify the lines and try again.}}',
  'refusal.boundaries.too-heavy':
    'The file asks for more memory or time than it can be given. Simplify the lines and try again.',
  'refusal.boundaries.broken-compression': 'The .gz file is damaged and cannot be unpacked.',
  'refusal.boundaries.not-json':
    'This is a {format} file. Open it in your mapping program and export it as GeoJSON (WGS84).',
  'refusal.boundaries.broken-json':
    'The file is not valid JSON: “{found}” was not expected in line {line}, column {column}.',
  'refusal.boundaries.not-boundaries':
    'The file is {format}, but neither GeoJSON nor TopoJSON. Export it as GeoJSON and try again.',
  'refusal.boundaries.broken-topology': 'The TopoJSON is damaged: it names lines that it does not contain.',
  'refusal.boundaries.several-layers': 'The file has several layers: {layers}. Say which one.',
  'refusal.boundaries.unknown-layer': 'The file has no layer called “{layer}”. It has: {layers}.',
  'refusal.boundaries.no-features': 'The file has no features.',
  'refusal.boundaries.all-broken': 'No feature of the file has an area that can be read.',
  'refusal.boundaries.not-degrees':
    'The coordinates are not degrees: the largest is {largest, number}. {candidates, select, none {Say which projection they are in ({known}), or export them in WGS84.} other {They could be in {candidates}: say so, or export them in WGS84.}}',
  'refusal.boundaries.unknown-projection':
    'The projection “{projection}” is not known. Known are: {known}. You can also export the file in WGS84.',
  'refusal.boundaries.swapped-axes':
    'Latitude and longitude seem to be swapped: the first point is {first, number}, {second, number}. Confirm it or correct the file.',
  'refusal.boundaries.elsewhere':
    'The shapes lie outside the country: the first point is {first, number}, {second, number}.',
  'refusal.boundaries.open-questions': 'Some questions have no answer yet. Nothing was saved.',
  'refusal.boundaries.nothing-joined':
    'None of the {features, number} features is a territory. Nothing was saved.',
  'refusal.boundaries.no-such-level': 'There are no territories of that level.',
  'refusal.boundaries.no-map': 'There is no map of this level yet.',
  'refusal.boundaries.layer-not-found': 'There is no such boundary layer.',

  'problem.boundaries.no-geometry': 'Feature {feature} has no shape.',
  'problem.boundaries.not-an-area': 'Feature {feature} is a point or a line, not an area.',
  'problem.boundaries.not-a-number': 'Feature {feature} has a coordinate that is not a number.',
  'problem.boundaries.broken-coordinates': 'The coordinates of feature {feature} do not form outlines.',
  'problem.boundaries.too-deep': 'Feature {feature} has too many collections inside one another.',
  'problem.boundaries.short-ring': 'The outline of feature {feature} has fewer than three different points.',
  'problem.boundaries.no-area': 'The outline of feature {feature} encloses nothing.',
  'problem.boundaries.tangled-ring':
    'The outline of feature {feature} crosses itself too often to be mended.',
  'problem.boundaries.lost-zeros': 'Feature {feature}: “{given}”, is it {code} ({name})?',
  'problem.boundaries.repeated-features': '{name} comes in features {features}.',
  'problem.boundaries.unknown-question': 'There is no such question.',
} as const satisfies Record<keyof typeof es, string>;
