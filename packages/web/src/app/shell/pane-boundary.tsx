import { Component, type ReactNode } from 'react'
import { ErrorState } from '../../ui/index.ts'
import { texts } from '../texts.ts'

type Props = { readonly children: ReactNode; readonly onClose: () => void }
type State = { readonly error: unknown }

/** Keeps a fault in the pane from taking the page with it. */
export class PaneBoundary extends Component<Props, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: unknown): State {
    return { error }
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children
    return (
      <ErrorState
        title={texts.pages.itemFailed}
        error={this.state.error}
        onRetry={() => this.setState({ error: null })}
      />
    )
  }
}
