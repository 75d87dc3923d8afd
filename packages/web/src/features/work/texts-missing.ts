import { words } from '../../platform/language/index.ts'

/** What the dialog says that asks for what a state needs. */
export const textsMissing = words('features/work/texts-missing', {
  title: (state: string) => `Needed for ${state}`,
  move: (state: string) => `Move to ${state}`,
  fillIn: 'Fill in…',
})
