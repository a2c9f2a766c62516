import { Component, createContext, type ReactNode, use } from 'react'
import { Said } from './Said.tsx'

/** Whatever stands here being another, what failed is tried again: an experiment that breaks a panel may be undone. */
export const Renewal = createContext<unknown>(undefined)

/** Around a part of the page: where its own code fails, a sentence takes its place, and the rest goes on. */
export function Boundary({ children }: { readonly children: ReactNode }) {
  return <Catch renewal={use(Renewal)}>{children}</Catch>
}

interface Props {
  readonly renewal: unknown
  readonly children: ReactNode
}

interface State {
  readonly failure: { readonly reason: string } | undefined
  readonly renewal: unknown
}

class Catch extends Component<Props, State> {
  override state: State = { failure: undefined, renewal: this.props.renewal }

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { failure: { reason: error instanceof Error ? error.message : String(error) } }
  }

  static getDerivedStateFromProps({ renewal }: Props, state: State): Partial<State> | null {
    return renewal === state.renewal ? null : { failure: undefined, renewal }
  }

  override render() {
    const { failure } = this.state
    if (!failure) return this.props.children
    return (
      <Said onAgain={() => this.setState({ failure: undefined })}>
        This part has failed: {failure.reason}.
      </Said>
    )
  }
}
