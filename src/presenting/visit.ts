import type { Stage } from '../scenes/stage.ts'
import type { Address } from './talk/address.ts'

/** What a talk is given by the page. */
export interface Visit {
  readonly stage: Stage
  /** One more place for labs: the scene that comes next stands beside the one that is shown. */
  readonly anotherStage: () => Stage
  readonly openFile: (file: File) => Promise<void>
}

/** What a talk is shown with, or made. */
export interface Visited extends Visit {
  readonly address: Address
}
