// How machines walk on a graphics card: so many rounds at a time that nobody waits for it long, and that whoever leaves is
// heard between two times.
import type { Asked, Walked } from '../core/kernel/shader/card.ts'
import { groupSize } from '../core/kernel/shader/shader.ts'
import { flags } from './webgpu.ts'

export interface Pipeline {
  readonly device: GPUDevice
  readonly layout: GPUBindGroupLayout
  readonly pipeline: GPUComputePipeline
  /** Machines times rounds that a piece of work has, found out by how long they take. */
  readonly pace: { pixels: number }
  /** The card does not answer. */
  readonly lose: () => void
}

/** How long a piece of work takes (ms), more or less. */
const [shortest, longest] = [8, 32]
/** Who does not answer within so long (ms) is lost. */
const patience = 2500
const bytes = Float32Array.BYTES_PER_ELEMENT
/** What a shader is told of its rounds, with room for what its layout wants. */
const bytesOfPlan = 32

export function walkOn(pipeline: Pipeline, asked: Asked): Walked {
  let isLeft = false
  let ends: Float32Array | undefined
  const buffers = buffersFor(pipeline.device, asked)
  const all = Object.values(buffers)
  const walk = async () => {
    try {
      ends = await walked(pipeline, asked, buffers, () => isLeft)
    } catch {
      pipeline.lose()
    } finally {
      for (const buffer of all) buffer.destroy()
    }
  }
  return {
    done: walk(),
    ends: () => ends,
    leave() {
      isLeft = true
    },
  }
}

type Buffers = ReturnType<typeof buffersFor>

function buffersFor(device: GPUDevice, { same, reads, entered, places, left, lanes }: Asked) {
  const { queue } = device
  const { COPY_DST, COPY_SRC, MAP_READ, STORAGE, UNIFORM } = flags.GPUBufferUsage
  const buffer = (size: number, usage: number) => device.createBuffer({ size, usage })
  const buffers = {
    plan: buffer(bytesOfPlan, UNIFORM | COPY_DST),
    same: buffer(same.byteLength, STORAGE | COPY_DST),
    reads: buffer(reads.byteLength, STORAGE | COPY_DST),
    own: buffer(Math.max(1, places) * lanes * bytes, STORAGE | COPY_DST | COPY_SRC),
    ends: buffer(Math.max(1, left.length) * lanes * bytes, MAP_READ | COPY_DST),
  }
  queue.writeBuffer(buffers.same, 0, same as Float32Array<ArrayBuffer>)
  queue.writeBuffer(buffers.reads, 0, reads as Float32Array<ArrayBuffer>)
  for (const { place, numbers } of entered)
    queue.writeBuffer(buffers.own, place * lanes * bytes, numbers as Float32Array<ArrayBuffer>)
  return buffers
}

async function walked(
  { device, layout, pipeline, pace }: Pipeline,
  { left, lanes, rounds }: Asked,
  buffers: Buffers,
  isLeft: () => boolean,
): Promise<Float32Array | undefined> {
  const { queue } = device
  const { plan, same, reads, own, ends } = buffers
  const entries = [plan, same, reads, own].map((buffer, binding) => ({
    binding,
    resource: { buffer },
  }))
  const group = device.createBindGroup({ layout, entries })
  for (let first = 0; first < rounds && !isLeft(); ) {
    const end = Math.min(rounds, first + Math.max(1, Math.floor(pace.pixels / lanes)))
    queue.writeBuffer(plan, 0, Uint32Array.of(lanes, first, end, rounds, 0))
    const encoder = device.createCommandEncoder()
    const pass = encoder.beginComputePass()
    pass.setPipeline(pipeline)
    pass.setBindGroup(0, group)
    pass.dispatchWorkgroups(Math.ceil(lanes / groupSize))
    pass.end()
    const isLast = end === rounds
    if (isLast)
      for (const [i, place] of left.entries())
        encoder.copyBufferToBuffer(
          ...([own, place * lanes * bytes, ends, i * lanes * bytes, lanes * bytes] as const),
        )
    const begun = performance.now()
    queue.submit([encoder.finish()])
    await soon(isLast ? ends.mapAsync(flags.GPUMapMode.READ) : queue.onSubmittedWorkDone())
    const took = performance.now() - begun
    if (took < shortest && !isLast) pace.pixels *= 2
    if (took > longest) pace.pixels = Math.max(lanes, pace.pixels / 2)
    first = end
  }
  return isLeft() ? undefined : new Float32Array(ends.getMappedRange()).slice()
}

/** Fails where nothing is heard. */
const soon = (work: Promise<unknown>): Promise<unknown> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error('The graphics card does not answer')), patience)
  })
  return Promise.race([work, silence]).finally(() => clearTimeout(timer))
}
