const script = '/picture.js';

/** Shows the buttons by which a chart or a map is taken away; what draws it is fetched when one is pressed. */
export function offerPictures(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-picture]')) {
    place.hidden = false;
    place.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest('button') : null;
      if (button) void load().then(() => button.dispatchEvent(new CustomEvent('picture', { bubbles: true })));
    });
  }
}

let loading: Promise<void> | null = null;

async function load(): Promise<void> {
  loading ??= new Promise((resolve, reject) => {
    const element = document.createElement('script');
    element.src = script;
    element.addEventListener('load', () => resolve());
    element.addEventListener('error', () => {
      // The next press tries again.
      loading = null;
      reject(new Error(script));
    });
    document.head.append(element);
  });
  return loading;
}
