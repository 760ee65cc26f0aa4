import { Component, type ReactNode } from 'react'
import { i18n } from '../i18n/i18n.ts'
import { Button } from '../ui/buttons/Button.tsx'
import { ErrorState } from '../ui/feedback/ErrorState.tsx'

interface FailureProps {
  readonly children: ReactNode
}
interface FailureState {
  readonly message: string | null
}

/** Catches a bug in a part of the page: says so there, and offers to show the part again. */
export class Failure extends Component<FailureProps, FailureState> {
  override state: FailureState = { message: null }

  static getDerivedStateFromError(error: unknown): FailureState {
    return { message: error instanceof Error ? error.message : String(error) }
  }

  override render() {
    const { message } = this.state
    if (message === null) return this.props.children
    return (
      <ErrorState
        title={i18n.t('app.workspaceFailed')}
        text={i18n.t('app.workspaceFailedText', { message })}
        actions={<Button onPress={() => this.setState({ message: null })}>{i18n.t('app.retry')}</Button>}
      />
    )
  }
}
