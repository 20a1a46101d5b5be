import { lookAtEveryPage } from './every-page-tour.ts';

lookAtEveryPage({ language: 'es', colorScheme: 'light', width: 390 });
