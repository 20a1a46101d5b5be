import { keepForReading } from './keep-for-reading.ts';
import { offerPictures } from './offer-pictures.ts';

// All the script that a page has which anybody may read: a few hundred bytes, and nothing waits for them.

keepForReading();

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', offerPictures);
else offerPictures();

window.addEventListener('keydown', (event) => {
  if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  const box = document.querySelector<HTMLInputElement>('#buscar');
  // On a phone the box is not drawn; its page is.
  if (box?.checkVisibility()) box.focus();
  else window.location.assign('/buscar');
});
