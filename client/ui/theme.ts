import type { ThemeConfig } from 'antd';
import { colours } from './colours.ts';

/** Calm blue, 15 px text, tabular figures. Colours that antd ships too pale for WCAG AA are darkened. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: colours.primary,
    colorInfo: colours.info,
    colorLink: colours.primary,
    colorLinkHover: colours.primaryHover,
    colorLinkActive: colours.primaryActive,
    colorSuccess: colours.good,
    colorWarning: colours.warn,
    colorError: colours.bad,
    colorText: colours.text,
    colorTextSecondary: colours.textSecondary,
    colorTextTertiary: colours.textFaint,
    colorTextQuaternary: colours.textFaint,
    colorTextDescription: colours.textFaint,
    colorTextPlaceholder: colours.textFaint,
    colorTextDisabled: colours.textFaint,
    colorTextLabel: colours.textSecondary,
    colorBorder: colours.edgeControl,
    colorBorderSecondary: colours.edge,
    colorSplit: colours.edge,
    colorBgLayout: colours.ground,
    fontSize: 15,
    fontFamily: 'var(--font)',
    borderRadius: 6,
    controlHeight: 36,
    lineWidthFocus: 3,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
    Form: { labelColor: colours.text },
  },
};
