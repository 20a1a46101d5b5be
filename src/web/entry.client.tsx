import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { HydratedRouter } from 'react-router/dom';
import { keepForReading } from './offline/keep-for-reading.ts';
import { loadMessages } from './words/messages.ts';
import { Words } from './words/words.tsx';

// The sentences of the page's language come first: what React draws must equal what the server drew.
const language = document.documentElement.lang === 'en' ? 'en' : 'es';
const messages = await loadMessages(language);

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <Words language={language} messages={messages}>
        <HydratedRouter />
      </Words>
    </StrictMode>,
  );
});

if (import.meta.env.PROD) keepForReading();
