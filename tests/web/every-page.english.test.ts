import { lookAtEveryPage } from './every-page-tour.ts';

lookAtEveryPage({ language: 'en', colorScheme: 'dark', width: 1280 });
