// Who may know whom. Each rule has a reason; a broken rule fails the build.
const rooms = [
  'shared',
  'territories',
  'access',
  'actors',
  'diagnosis',
  'strategy',
  'plans',
  'planning',
  'commitments',
  'agreements',
  'compliance',
  'indicators',
  'values',
  'reporting',
  'surveys',
  'analysis',
  'reports',
  'inbox',
  'audit',
  'operations',
];
const floors = {
  statistics: [],
  domain: ['statistics'],
  words: ['domain'],
  contract: ['domain'],
  formats: ['domain', 'words'],
  database: ['domain', 'words'],
  services: ['domain', 'statistics', 'formats', 'database', 'contract', 'words'],
  http: ['contract', 'services', 'words', 'domain', 'database'],
  web: ['contract', 'domain', 'words', 'statistics'],
  cli: ['contract', 'services', 'formats', 'words', 'domain', 'main', 'database'],
};
const floorRules = Object.entries(floors).map(([floor, below]) => ({
  name: `${floor}-knows-only-the-floors-below`,
  comment: 'Floors look downwards only, so that each can be read, tested and replaced without those above.',
  severity: 'error',
  from: { path: `^src/${floor}/`, pathNot: '[.]test[.]ts$' },
  to: { path: '^src/', pathNot: `^src/(${[floor, ...below].join('|')})/` },
}));
const roomRules = rooms.flatMap((room, index) => {
  const later = rooms.slice(index + 1);
  if (later.length === 0) return [];
  return [
    {
      name: `${room}-does-not-know-later-rooms`,
      comment: 'Rooms know only rooms before them, so that the field itself has no cycles.',
      severity: 'error',
      from: { path: `^src/domain/${room}/`, pathNot: '[.]test[.]ts$' },
      to: { path: `^src/domain/(${later.join('|')})/` },
    },
  ];
});

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...floorRules,
    ...roomRules,
    {
      name: 'no-cycles',
      comment: 'A cycle has no beginning for a reader.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'only-database-speaks-sql',
      comment: 'SQL in one floor: whoever changes a table finds every reader there.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/database/' },
      to: { path: 'node_modules/(kysely|pg)/' },
    },
    {
      name: 'only-http-knows-fastify',
      comment: 'The web server can be replaced in a day as long as nobody else knows it.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(http|main)/' },
      to: { path: 'node_modules/(fastify|@fastify)/' },
    },
    {
      name: 'only-web-knows-react',
      comment: 'Pages are one floor.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(web|http)/' },
      to: { path: 'node_modules/(react|react-dom|react-router)/' },
    },
    {
      name: 'quiet-floors-bring-nothing',
      comment:
        'statistics, domain, words and contract run anywhere: no Node, no library but zod, the message compiler and the solver.',
      severity: 'error',
      from: { path: '^src/(statistics|domain|words|contract)/', pathNot: '[.]test[.]ts$' },
      to: {
        path: '(^node:|node_modules/)',
        pathNot: 'node_modules/(zod|@lingui|@schummar|highs)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'tests-stay-outside',
      comment: 'The product does not know its tests.',
      severity: 'error',
      from: { path: '^src/', pathNot: '[.]test[.]ts$' },
      to: { path: '^(tests|bench)/' },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nobody imports is either an entrance or dead.',
      severity: 'error',
      from: {
        orphan: true,
        path: '^src/',
        pathNot: '([.]test[.]ts|[.]d[.]ts|[.]css)$|^src/(web/(routes|entry|root|service-worker)|main|cli)',
      },
      to: {},
    },
    {
      name: 'nothing-unresolved',
      comment: 'An import must lead somewhere.',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true, pathNot: ['\\+types', '^virtual:', '^(geojson|topojson-specification)$'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\+types|^build/' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.css'],
    },
  },
};
