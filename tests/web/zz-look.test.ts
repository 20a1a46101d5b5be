import { it } from 'vitest';
import { loadFiguresPack } from '#services/values/load-figures-pack.ts';
import { startDemoWeb } from './browser.ts';
it('looks', async () => {
  const demo = await startDemoWeb();
  await loadFiguresPack(demo.context, { folder: 'packs/PA', country: 'PA' });
  const list = (process.env['LOOK'] ?? '').split('\n').filter(Boolean);
  for (const [index, line] of list.entries()) {
    const [path = '', who = '', sizes = '390,1280'] = line.split(' ');
    for (const width of sizes.split(',').map(Number)) {
      const page = await demo.open(who === '-' ? null : who, { viewport: { width, height: 900 } });
      await page.goto(path);
      await page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))");
      await page.screenshot({ path: `/tmp/an-shots/${index}-${width}.png`, fullPage: true });
      await page.context().close();
    }
  }
  await demo.stop();
}, 600_000);
