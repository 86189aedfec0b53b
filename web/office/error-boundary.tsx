import { Component, type ReactNode } from 'react'

type Props = Readonly<{ children: ReactNode; fallback: (error: Error, again: () => void) => ReactNode }>

/** Keeps a page that broke from taking the rest of the office with it. */
export class ErrorBoundary extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null }

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render(): ReactNode {
    const { error } = this.state
    return error ? this.props.fallback(error, () => this.setState({ error: null })) : this.props.children
  }
}
