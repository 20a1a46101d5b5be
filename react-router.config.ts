import type { Config } from '@react-router/dev/config';

export default {
  appDirectory: 'src/web',
  buildDirectory: 'build',
  ssr: true,
  // All addresses travel once, compressed and cached: no extra request per screen, and they are known without a line.
  routeDiscovery: { mode: 'initial' },
} satisfies Config;
