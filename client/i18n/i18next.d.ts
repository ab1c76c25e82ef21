import 'i18next';
import type { messages } from './zh/index.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    returnNull: false;
    resources: typeof messages;
    strictKeyChecks: true;
    strictInterpolationChecks: true;
  }
}
