import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { HydratedRouter } from 'react-router/dom';
import { keepForReading } from './offline/keep-for-reading.ts';
import { languageHere, messagesHere } from './words/messages.ts';
import { Words } from './words/words.tsx';

// The sentences of the page's language come first: what React draws must equal what the server drew.
const messages = await messagesHere();

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <Words language={languageHere()} messages={messages}>
        <HydratedRouter />
      </Words>
    </StrictMode>,
  );
});

if (import.meta.env.PROD) keepForReading();
// On a slow line the page is live first; its type comes after. A device that keeps it had it from the start (root.tsx).
document.documentElement.dataset['type'] = 'here';
