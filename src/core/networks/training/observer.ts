// What is to be seen of a training before a batch: computed where it is trained.
import type { Floats } from '../floats.ts'
import { layerNumbers } from '../insight/layerNumbers.ts'
import type { Kernels } from '../kernel.ts'
import type { Moment } from '../moment.ts'
import type { Network } from '../network.ts'
import type { Probe } from '../probe.ts'
import { type Batch, piecesOf } from './batches.ts'
import { widthOf } from './measuring.ts'
import { rowsOf, type Task, type Trainer } from './trainer.ts'

/** Numbers of a layer's responses at most: of a wide layer over a plane only the first units are told. */
const mostTold = 2 ** 18

/**
 * Makes what looks at trainings of a task.
 * @returns the moment before the next batch; the training itself goes on as if nobody had looked
 */
export function observerOf(
  task: Task,
  probe: Probe,
  { room }: Kernels,
): (trainer: Trainer, previous?: Floats) => Moment {
  const { dataset, architecture } = task
  const count = probe.points.length / probe.inputs
  const inputs = probe.points.map((value, i) => {
    const { mean = 0, deviation = 1 } = dataset.scaling[i % probe.inputs] ?? {}
    return (value - mean) / deviation
  })
  const mostSeen = Math.max(1, Math.floor(mostTold / count))
  const pieces = piecesOf({ count, inputs, targets: new Float64Array() }, rowsOf(task), room)
  return (trainer, previous) => {
    const { network } = trainer
    const { loss } = trainer.look()
    const answers = new Float32Array(count * architecture.outputs)
    const responses = architecture.hidden.map(
      (units) => new Float32Array(Math.min(units, mostSeen) * count),
    )
    let from = 0
    for (const piece of pieces) {
      ask(network, piece, { from, count, answers, responses })
      from += piece.rows
    }
    return {
      ...{ step: trainer.step(), epoch: trainer.epoch() },
      parameters: network.parameters.slice(),
      gradient: network.gradient.slice(),
      batch: trainer.places(),
      batchLoss: loss,
      rate: trainer.rate(),
      ...{ answers, responses },
      layers: layerNumbers(network, previous),
    }
  }
}

interface Told {
  readonly from: number
  readonly count: number
  readonly answers: Float32Array
  readonly responses: readonly Float32Array[]
}

function ask(network: Network, { x, rows }: Batch, { from, count, answers, responses }: Told) {
  const width = widthOf(network)
  const output = network.forward(x, rows)
  for (let i = 0; i < rows * width; i++) answers[from * width + i] = output[i] as number
  responses.forEach((response, l) => {
    const { y, units } = network.layers[l] as Network['layers'][number]
    for (let u = 0; u * count < response.length; u++)
      for (let r = 0; r < rows; r++) response[u * count + from + r] = y[r * units + u] as number
  })
}
