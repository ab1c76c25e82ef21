/**
 * The portal's colours, once for antd (theme.ts); tokens.css holds the same for our own CSS, and a test compares the two
 * and checks the contrast of every pair (WCAG 2.2 AA: 4.5 for text, 3 for the edges of controls).
 */
export const colours = {
  primary: '#1a5ca8',
  primaryHover: '#2a6fc0',
  primaryActive: '#134684',
  header: '#123f73',
  text: '#1f2a37',
  textSecondary: '#465264',
  textFaint: '#5b6676',
  ground: '#f4f6f9',
  surface: '#ffffff',
  edge: '#d5dbe4',
  edgeControl: '#848e9c',
  good: '#1c7038',
  goodGround: '#e7f4ea',
  warn: '#835400',
  warnGround: '#fdf3dc',
  bad: '#b8232a',
  badGround: '#fdecec',
  info: '#1a5ca8',
  infoGround: '#e8f1fb',
  neutralGround: '#eceff3',
} as const;
