/** The house rules (who may import whom), a row each. Each room stands on those below it. */
const room = (name) => `^src/${name}(/|\\.ts$)`;
const may = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: '^(src|commands|tests)/', pathNot: [from, ...allowed] },
});

const libraries = [];
const kit = ['discord', 'jobs', 'database', 'i18n', 'charts', 'platform', 'shared'].map(room);

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    may('database-stands-alone', room('database'), [
      ...libraries,
      '^src/features/[^/]+/table\\.ts$',
      '^src/jobs/table\\.ts$',
      room('platform'),
      room('shared'),
    ]),
    may('charts', room('charts'), [room('platform'), ...libraries]),
    may('platform-stands-alone', room('platform'), libraries),
    may('shared-imports-nothing', room('shared'), libraries),
    may('config-stands-alone', room('config'), libraries),
    may('logger-stands-alone', room('logger'), libraries),
    may('jobs', room('jobs'), [room('database'), room('platform'), room('shared')]),
    may('i18n', room('i18n'), [room('shared')]),
    may('sandbox', room('sandbox'), ['^src/platform/']),
    may('discord-knows-no-feature', room('discord'), [room('i18n'), room('platform'), room('shared')]),
    {
      name: 'features-do-not-know-each-other',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: {
        path: '^(src|commands|tests)/',
        pathNot: ['^src/features/$1/', '^src/features/[^/]+/table\\.ts$', ...kit],
      },
    },
    {
      name: 'commands-are-thin',
      severity: 'error',
      from: { path: '^commands/' },
      to: {
        path: '^(src|commands|tests)/',
        pathNot: [
          '^src/discord/',
          '^src/features/[^/]+/(service|views|custom-ids|rules|components|ports)\\.ts$',
          '^src/features/[^/]+/[a-z-]*(service|views|view|types|input)\\.ts$',
          '^src/i18n/',
          '^src/shared/',
          '^src/platform/',
        ],
      },
    },
    may('app-is-the-composition-root', room('app'), ['^src/(?!main|sandbox)', '^commands/']),
    may('main-is-the-process', '^src/main\\.ts$', [
      '^src/(app|config|logger)\\.ts$',
      '^src/sandbox/',
      '^src/platform/',
    ]),
    may('rekey-is-a-process', '^src/rekey\\.ts$', ['^src/(app/rekey[a-z-]*|config)\\.ts$', '^src/platform/']),
    {
      name: 'src-never-imports-tests',
      severity: 'error',
      from: { path: '^(src|commands)/' },
      to: { path: '^tests/' },
    },
    {
      name: 'no-sql-outside-repositories',
      severity: 'error',
      from: {
        path: '^(src/features|commands)/',
        pathNot: ['/[a-z-]*(repository|table)\\.ts$'],
      },
      to: { path: 'node_modules/(better-sqlite3|drizzle-orm)' },
    },
    {
      name: 'views-and-rules-are-pure',
      severity: 'error',
      from: { path: '^src/features/[^/]+/[a-z-]*(rules|views)\\.ts$' },
      to: { path: 'node_modules/discord\\.js|^src/(database|jobs)/|^node:' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    exclude: { path: '^(dist|src/sandbox/web)' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
};
