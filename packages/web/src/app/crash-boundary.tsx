import { Component, type ReactNode } from 'react'
import styles from './crash-boundary.module.css'
import { texts } from './texts.ts'

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
        <h1>{texts.pages.crashed}</h1>
        <p>{texts.pages.crashedHint}</p>
        <button type="button" className={styles.button} onClick={() => window.location.reload()}>
          {texts.pages.loadAgain}
        </button>
      </main>
    )
  }
}
