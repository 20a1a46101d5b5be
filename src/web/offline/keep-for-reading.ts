import type { Told } from './told.ts';

/** Lets the device keep what is read, so that it can be read again without a line; tells the page when a new version waits. */
export function keepForReading(): void {
  if (!('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  // The first worker takes an open page over silently; only a later one means a new version.
  let isReloading = serviceWorker.controller === null;
  serviceWorker.addEventListener('controllerchange', () => {
    if (isReloading) {
      isReloading = false;
      tellWhatIsHere();
      return;
    }
    isReloading = true;
    window.location.reload();
  });
  // Where the browser allows no worker (private windows), pages work as they do elsewhere without one.
  void serviceWorker.register('/service-worker.js').then(watch, () => undefined);
}

// A browser that is told to hold workers back may answer with none instead of refusing.
function watch(registration: ServiceWorkerRegistration | undefined): void {
  if (!registration) return;
  offer(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => offer(worker));
  });
}

function offer(worker: ServiceWorker | null): void {
  if (worker?.state !== 'installed' || !navigator.serviceWorker.controller) return;
  window.dispatchEvent(new CustomEvent('articula:new-version', { detail: worker }));
}

/** What the first page fetched before there was a worker: it is asked to keep that too. */
function tellWhatIsHere(): void {
  const assets = performance
    .getEntriesByType('resource')
    .map((entry) => entry.name)
    .filter((name) => new URL(name).pathname.startsWith('/assets/'));
  const told: Told = { page: window.location.href, assets };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
  navigator.serviceWorker.controller?.postMessage(told);
}
