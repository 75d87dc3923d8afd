import { Pages } from './app/pages.tsx'

export const shown = <Pages />
