import { Frame } from '../../../ui/frame.tsx'

export function ProcessPage() {
  return <Frame title="Processes" />
}
