import { Frame } from '../../../ui/frame.tsx'

export function WorkPage() {
  return <Frame title="Work" />
}
