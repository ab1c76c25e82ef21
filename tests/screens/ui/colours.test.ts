import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { colours } from '#client/ui/colours.ts';
import { theme } from '#client/ui/theme.ts';

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const { surface, ground } = colours;

describe('colours', () => {
  it.each([
    ['text', colours.text, ground],
    ['secondary text', colours.textSecondary, ground],
    ['faint text', colours.textFaint, ground],
    ['links', colours.primary, ground],
    ['hovered links', colours.primaryHover, surface],
    ['primary buttons', '#ffffff', colours.primary],
    ['hovered primary buttons', '#ffffff', colours.primaryHover],
    ['the header', '#ffffff', colours.header],
    ['the organisation in the header', '#d6e4f5', colours.header],
    ['the chosen entry of the navigation', colours.primaryActive, colours.infoGround],
    ['good', colours.good, colours.goodGround],
    ['warnings', colours.warn, colours.warnGround],
    ['errors', colours.bad, colours.badGround],
    ['information', colours.info, colours.infoGround],
    ['neutral tags', colours.textSecondary, colours.neutralGround],
  ])('of %s are readable (4.5 : 1)', (_, front, back) => {
    expect(contrast(front, back)).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ['controls', colours.edgeControl, surface],
    ['the focus ring', colours.primary, ground],
  ])('of the edges of %s can be told from the ground (3 : 1)', (_, front, back) => {
    expect(contrast(front, back)).toBeGreaterThanOrEqual(3);
  });

  it('are the same in tokens.css and in the theme of antd', () => {
    const css = readFileSync(new URL('../../../client/ui/tokens.css', import.meta.url), 'utf8');
    for (const [name, value] of Object.entries(colours)) {
      const token = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      expect(css).toContain(`--${token}: ${value};`);
    }
    expect(theme.token).toMatchObject({ colorPrimary: colours.primary, colorError: colours.bad, colorText: colours.text });
  });
});
