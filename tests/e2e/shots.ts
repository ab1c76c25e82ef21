/** A picture for the README: who looks at what, on which screen, in which language. */
export interface Shot {
  readonly name: string;
  readonly path: string;
  /** A demo person's username; nobody for public pages. */
  readonly as?: string;
  readonly language: 'zh' | 'en';
  readonly size: { readonly width: number; readonly height: number };
}

const desk = { width: 1366, height: 768 };
const phone = { width: 360, height: 780 };

export const shots: readonly Shot[] = [
  { name: 'register', path: '/', language: 'zh', size: desk },
  { name: 'register-phone', path: '/', language: 'zh', size: phone },
  { name: 'sign-in', path: '/sign-in', language: 'en', size: desk },
];
