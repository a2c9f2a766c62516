// The whole vocabulary between page and worker: the iterator protocol. Not asking is pausing, closing is cancelling.

import type { Trace } from '../core/descent/trace.ts'
import type { Experiment } from '../core/experiment/experiment.ts'
import type { CriticalPoint, Landscape, Region } from '../core/landscape/landscape.ts'
import type { Cloud, CloudSpec } from '../core/runs/cloud.ts'
import type { ScentSpec, Verdict } from '../core/runs/scent.ts'

/** What workers can do: from which specification, in pieces of which kind. */
interface Jobs {
  /** One trace for each run of the experiment. */
  readonly descend: { readonly spec: Experiment; readonly chunk: Trace }
  /** The largest learning rate with which a run works; nothing if there is none. */
  readonly largestRate: {
    readonly spec: { readonly experiment: Experiment; readonly run: number }
    readonly chunk: number
  }
  /** What each value of a hyper-parameter would do, pass by pass, from coarse to fine. */
  readonly scent: { readonly spec: ScentSpec; readonly chunk: readonly Verdict[] }
  /** The heights of a function of two variables, from coarse to fine. */
  readonly landscape: {
    readonly spec: {
      readonly f: string
      readonly params?: Readonly<Record<string, number>>
      readonly region: Region
    }
    readonly chunk: {
      readonly landscape: Landscape
      readonly critical: readonly CriticalPoint[]
    }
  }
  /** A noisy run many times, each with other noise. */
  readonly cloud: { readonly spec: CloudSpec; readonly chunk: Cloud }
}

export type Job = keyof Jobs
export type Spec<J extends Job> = Jobs[J]['spec']
export type Chunk<J extends Job> = Jobs[J]['chunk']

type Open = {
  [J in Job]: {
    readonly type: 'open'
    readonly id: number
    readonly job: J
    readonly spec: Spec<J>
  }
}[Job]

export type Request = Open | { readonly type: 'next' | 'close'; readonly id: number }

export type Reply =
  | {
      readonly type: 'chunks'
      readonly id: number
      /** One or several that were quick: a race is one answer. */
      readonly chunks: readonly Chunk<Job>[]
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
