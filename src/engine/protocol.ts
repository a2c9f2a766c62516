// The whole vocabulary between page and worker: the iterator protocol. Not asking is pausing, closing is cancelling.

export type Request =
  | { readonly type: 'open'; readonly id: number; readonly job: string; readonly spec: unknown }
  /** Asks for what comes next, and says something to a job that listens. */
  | { readonly type: 'next'; readonly id: number; readonly message?: unknown }
  | { readonly type: 'close'; readonly id: number }

export type Reply =
  /** The worker's script has arrived; unasked. */
  | { readonly type: 'ready' }
  | {
      readonly type: 'chunks'
      readonly id: number
      /** One or several that were quick: a race is one answer. */
      readonly chunks: readonly unknown[]
      /** Nothing comes after these. */
      readonly isLast: boolean
    }
  /** Still at it: ask again. */
  | { readonly type: 'busy'; readonly id: number }
  | { readonly type: 'done'; readonly id: number }
  | { readonly type: 'failed'; readonly id: number; readonly message: string }

/** One end of a conversation: a Worker, a worker's own scope, a MessagePort. */
export interface Endpoint<Incoming, Outgoing> {
  postMessage(message: Outgoing, transfer: Transferable[]): void
  onmessage: ((event: MessageEvent<Incoming>) => void) | null
}
