import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { home } from './suites.ts';

// First the one without a window's parts: the same engine, a third quicker.
const usualPlaces = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

function installed(): string | null {
  const named = process.env['CHROMIUM_PATH'];
  if (named && existsSync(named)) return named;
  return [...usualPlaces, chromium.executablePath()].find((place) => existsSync(place)) ?? null;
}

function install(name: string): void {
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { stdio: 'inherit' });
}

/**
 * Finds a Chromium, or obtains one by the platform's package manager or by Playwright, and says so.
 * @throws {Error} with what to do where none can be had; browser tests are never skipped silently
 */
export async function findChromium(say: (line: string) => void): Promise<string> {
  const found = installed();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('No Chromium here: installing it with apt-get');
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    for (const name of ['chromium-headless-shell', 'chromium']) if (!installed()) install(name);
  } else {
    say('No Chromium here: obtaining one with Playwright');
    spawnSync(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium'], {
      cwd: home,
      stdio: 'inherit',
    });
  }
  const obtained = installed();
  if (obtained) return obtained;
  throw new Error(
    'No Chromium found: install Chromium or Chrome, or set CHROMIUM_PATH to one, and run npm test again.',
  );
}
