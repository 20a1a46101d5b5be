// Plain JavaScript for any Node from 20 on: it only finds a newer Node and starts it.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = dirname(dirname(fileURLToPath(import.meta.url)));

function isNewEnough(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}

function runs(binary) {
  const asked = spawnSync(binary, ['--version'], { encoding: 'utf8' });
  return asked.status === 0 && isNewEnough(asked.stdout.trim());
}

/** The pinned Node, found even where npm ran no install scripts; else the one that is running, if it will do. */
function findNode() {
  const platform = `${process.platform}-${process.arch}`;
  const places = [
    join(home, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node'),
    join(home, 'node_modules', 'node', 'node_modules', `node-${platform}`, 'bin', 'node'),
    join(home, 'node_modules', `node-${platform}`, 'bin', 'node'),
  ];
  for (const place of places) if (existsSync(place) && runs(place)) return place;
  return isNewEnough(process.version) ? process.execPath : null;
}

export function launch(script, args, flags = []) {
  if (!existsSync(join(home, 'node_modules'))) {
    console.error(
      'Falta instalar: ejecute «npm ci» en esta carpeta. · Not installed yet: run "npm ci" in this folder.',
    );
    process.exit(1);
  }
  const node = findNode();
  if (node === null) {
    console.error(
      `Se necesita Node 22.18 o superior; este es ${process.version}. Ejecute «npm rebuild node» o instale un Node reciente.\n` +
        `Node 22.18 or newer is needed; this is ${process.version}. Run "npm rebuild node" or install a current Node.`,
    );
    process.exit(1);
  }
  const env = {
    ...process.env,
    PATH: `${dirname(node)}:${process.env.PATH ?? ''}`,
    ARTICULA_CALLED_FROM: process.cwd(),
  };
  const child = spawn(
    node,
    ['--disable-warning=ExperimentalWarning', ...flags, join(home, script), ...args],
    {
      stdio: 'inherit',
      env,
    },
  );
  // Ctrl-C reaches the child by itself (same terminal); we only wait for it. Other signals are passed on.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (problem) => {
    console.error(problem.message);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    if (signal) process.exit(128 + (signal === 'SIGINT' ? 2 : 15));
    process.exit(code ?? 1);
  });
}
