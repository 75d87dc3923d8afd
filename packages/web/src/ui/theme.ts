import { createTheme, type MantineColorsTuple } from '@mantine/core'
import { texts } from './texts.ts'

const accent: MantineColorsTuple = [
  '#eef2ff',
  '#dfe6ff',
  '#bac8ff',
  '#91a7ff',
  '#748ffc',
  '#5c7cfa',
  '#4c6ef5',
  '#3b5bdb',
  '#324fc4',
  '#2b44a8',
]
const gray: MantineColorsTuple = [
  '#fafaf9',
  '#f3f3f1',
  '#ececea',
  '#e4e4e1',
  '#d0d1ce',
  '#a0a3a9',
  '#6b6f78',
  '#4a4d55',
  '#32343a',
  '#1b1c1f',
]
const dark: MantineColorsTuple = [
  '#e8e9ec',
  '#b9bcc4',
  '#8f949e',
  '#6d727c',
  '#3d4047',
  '#2c2e33',
  '#1f2125',
  '#16171a',
  '#1b1c20',
  '#101114',
]

/** Menus and dialogs open at once: motion there only delays the next key. */
const still = { transitionProps: { duration: 0 } }
const dialog = {
  // Blur costs a hundred milliseconds a letter where the graphics card is slow.
  overlayProps: { backgroundOpacity: 0.32, blur: 0 },
  closeButtonProps: { 'aria-label': texts.close },
}
const small = { defaultProps: { size: 'sm' } }

/** The kit's theme; colours that carry meaning and sizes of our own parts live in tokens.css. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: 7,
  colors: { accent, gray, dark },
  black: '#1b1c1f',
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font-mono)',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '19px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.45', lg: '1.4', xl: '1.3' },
  headings: { fontWeight: '620' },
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  // Plain objects instead of `Button.extend`: the theme is on every page, most of these parts are not.
  components: {
    Button: small,
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 28 } },
    TextInput: small,
    Textarea: small,
    PasswordInput: small,
    NumberInput: small,
    TagsInput: { defaultProps: { size: 'sm', comboboxProps: still } },
    Select: { defaultProps: { size: 'sm', comboboxProps: still, checkIconPosition: 'right' } },
    MultiSelect: { defaultProps: { size: 'sm', comboboxProps: still } },
    Menu: {
      defaultProps: {
        ...still,
        withInitialFocusPlaceholder: false,
        position: 'bottom-start',
        shadow: 'none',
        offset: 4,
      },
    },
    Popover: { defaultProps: { ...still, shadow: 'none', offset: 4 } },
    Modal: { defaultProps: { ...still, ...dialog, radius: 'lg', yOffset: '12vh' } },
    Drawer: { defaultProps: { ...dialog, transitionProps: { duration: 100 }, position: 'right' } },
    Tooltip: { defaultProps: { ...still, openDelay: 500, withArrow: false } },
    Tabs: { defaultProps: { keepMounted: false } },
  },
})
