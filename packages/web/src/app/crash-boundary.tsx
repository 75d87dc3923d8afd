import { Component, type ReactNode } from 'react'
import styles from './crash-boundary.module.css'

type Props = { readonly children: ReactNode }
type State = { readonly hasCrashed: boolean }

/** The last net under everything, which needs nothing that could itself be broken. */
export class CrashBoundary extends Component<Props, State> {
  override state: State = { hasCrashed: false }

  static getDerivedStateFromError(): State {
    return { hasCrashed: true }
  }

  override render(): ReactNode {
    if (!this.state.hasCrashed) return this.props.children
    return (
      <main className={styles.page} role="alert">
        <h1>Millrace has stumbled</h1>
        <p>What was saved is safe. Load the page again to go on.</p>
        <button type="button" className={styles.button} onClick={() => window.location.reload()}>
          Load again
        </button>
      </main>
    )
  }
}
