import { Component, type ReactNode } from 'react'
import { notifications } from '../../ui/index.ts'
import { texts } from '../texts.ts'

type Props = { readonly children: ReactNode; readonly onFail: () => void }
type State = { readonly hasFailed: boolean }

/** A dialog that cannot be opened, for example because its code cannot be fetched, closes with a word instead of taking the page along. */
export class LayerBoundary extends Component<Props, State> {
  override state: State = { hasFailed: false }

  static getDerivedStateFromError(): State {
    return { hasFailed: true }
  }

  override componentDidCatch(): void {
    notifications.show({
      kind: 'problem',
      title: texts.notices.layerFailed,
      message: texts.notices.layerFailedHint,
    })
    this.props.onFail()
  }

  override render(): ReactNode {
    return this.state.hasFailed ? null : this.props.children
  }
}
