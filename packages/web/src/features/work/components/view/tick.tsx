import { Check } from 'lucide-react'

type Props = { readonly isOn: boolean }

/** The mark before the chosen entry of a menu, and as much room before the others. */
export function Tick({ isOn }: Props) {
  return isOn ? <Check size={14} aria-hidden /> : <span style={{ display: 'block', inlineSize: 14 }} />
}
