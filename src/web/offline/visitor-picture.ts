import { savePicture } from '../design/save-picture.ts';

// Fetched by a page without script when somebody wants a picture, and not before.

document.addEventListener('picture', (event) => {
  const button = event.target instanceof HTMLButtonElement ? event.target : null;
  const place = button?.closest<HTMLElement>('[data-picture]');
  const figure = place?.closest('figure');
  if (!button || !place || !figure) return;
  const kind = button.value === 'svg' ? 'svg' : 'png';
  const lines = JSON.parse(place.dataset.lines ?? '[]') as string[];
  void savePicture(figure, { kind, name: place.dataset.picture ?? 'articula', lines });
});
