import { Component, type ReactNode } from 'react'
import { ErrorState } from '../ui/index.ts'

type Props = { readonly children: ReactNode }
type State = { readonly error: unknown }

/** The last net under everything: says what is safe, and offers to load the page again. */
export class CrashBoundary extends Component<Props, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: unknown): State {
    return { error }
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children
    return (
      <ErrorState
        title="Millrace has stumbled"
        error={this.state.error}
        onRetry={() => window.location.reload()}
      />
    )
  }
}
