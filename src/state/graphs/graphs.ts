// state/graphs/: the kind of lab that shows graphs: their passes, their layout, what .grad holds, steps from a point.
//
// The kind of lab that shows expressions as graphs: values flow forward, adjoints flow back.
import {
  type GraphExperiment,
  graphParts,
  type PreparedGraph,
  prepareGraph,
} from '../../core/experiment/graphExperiment.ts'
import { type Backward, backward, forward } from '../../core/graphs/passes.ts'
import { endOfForward } from '../../core/graphs/stages.ts'
import type { Engine } from '../../engine/client.ts'
import { considerText } from '../lab/considerText.ts'
import type { LabKind, Mended, Own } from '../lab/kind.ts'
import type { Lab, LabState, Shown } from '../lab/lab.ts'
import { mend } from '../lab/mend.ts'
import { setPoint, typeExpression } from './edits.ts'
import { accumulated, type Grads } from './grads.ts'
import { type Layout, layOut, layoutOf, type Sizes } from './layouts.ts'
import { type Walk, walkOn } from './walking.ts'

/** What is shown of a graph: both passes through it, and where its nodes stand. */
interface Passes extends Backward {
  readonly values: Float64Array
  readonly layout: Layout
  readonly last: number
}

interface Beside {
  /** The text that could not be used: it stays to be corrected. */
  readonly rejected: string | undefined
  readonly grads: Grads | undefined
  readonly walk: Walk | undefined
  /** The node that is looked at beside the step. */
  readonly selected: number | undefined
  /** The variable whose derivative is checked by differences. */
  readonly checked: string | undefined
  /** The student says what the adjoints are. */
  readonly isAsking: boolean
}

interface Functions {
  /** All values, in one go. */
  forward(): void
  /** All adjoints, in one go; .grad gets them on top of what it has. */
  backward(): void
  zeroGrad(): void
  takeStep(): void
  look(part: Partial<Pick<Beside, 'selected' | 'checked' | 'isAsking' | 'rejected'>>): void
}

type GraphKind = LabKind<GraphExperiment, PreparedGraph, Passes, Beside, Functions>
export type GraphLab = Lab<GraphExperiment, PreparedGraph, Passes, Beside> & Functions
export type GraphState = LabState<GraphExperiment, PreparedGraph, Passes, Beside> & Beside
export type ShownGraph = Shown<GraphExperiment, PreparedGraph, Passes>

/** Both passes; at once where it is known already where the nodes stand. */
function run(engine: Engine, { graph, point, stages }: PreparedGraph, sizes: Sizes) {
  const values = forward(graph, point)
  const passes = { values, ...backward(graph, values), last: stages.length - 1 }
  const layout = layoutOf(graph)
  if (layout) return [{ ...passes, layout }]
  const laidOut = async function* () {
    for await (const layout of layOut(engine, graph, sizes)) yield { ...passes, layout }
  }
  return laidOut()
}

function mended(
  said: Partial<GraphExperiment>,
  initial: GraphExperiment,
): Mended<GraphExperiment, Beside> {
  const { experiment, complaints } = mend(said, { initial, prepare: prepareGraph })
  const rejected = said.f !== undefined && experiment.f !== said.f ? said.f : undefined
  const own = { ...nothing, rejected }
  return {
    experiment,
    complaints,
    own,
    ...(rejected !== undefined && { standsIn: { rejected } }),
  }
}

const nothing: Beside = {
  rejected: undefined,
  grads: undefined,
  walk: undefined,
  selected: undefined,
  checked: undefined,
  isAsking: false,
}

const own: Own<GraphExperiment, PreparedGraph, Passes, Beside, Functions> = {
  initial: nothing,
  remembered: () => ({ rejected: undefined }),
  functions: (lab, set) => ({
    forward() {
      lab.pause()
      lab.seek(endOfForward(lab.store.getState().prepared.stages))
    },
    backward() {
      const { shown, grads } = lab.store.getState()
      if (!shown) return
      lab.pause()
      lab.seek(shown.last)
      set({ grads: accumulated(grads, shown.prepared.graph, shown.adjoints) })
    },
    zeroGrad: () => set({ grads: undefined }),
    takeStep() {
      const { prepared, experiment, walk } = lab.store.getState()
      const next = walkOn(prepared, experiment.run, walk)
      if (!next) lab.complain('This step leads to no number: take a smaller learning rate')
      else if (lab.change(setPoint(next.to), 'step')) set({ walk: next })
    },
    look: set,
  }),
}

interface Options extends Pick<GraphKind, 'id' | 'initial' | 'exports' | 'keys'> {
  /** How much room the parts of its pictures need. */
  readonly sizes: Sizes
}

/** Makes a kind of lab that shows graphs. */
export const graphs = ({ sizes, ...kind }: Options): GraphKind => ({
  ...kind,
  parts: graphParts,
  prepare: prepareGraph,
  run: (engine, _, prepared) => run(engine, prepared, sizes),
  last: ({ last }) => last,
  consider: (change, state) =>
    considerText(change, state, { prepare: prepareGraph, retype: typeExpression }),
  mend: (said) => mended(said, kind.initial),
  own,
})
