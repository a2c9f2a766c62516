// The browser's graphics card, behind WebGPU.
import type { Card, Loaded } from '../core/kernel/shader/card.ts'
import { cardOn } from '../core/kernel/shader/crowdOn.ts'
import { type Pipeline, walkOn } from './cardWalk.ts'
import { flags } from './webgpu.ts'

/** Machines at once: enough for the threads of large cards. */
const lanes = 2 ** 15

/**
 * Asks for the card, once; nobody waits for it.
 * @returns the card, as soon as there is one and for as long as it is there
 */
export function cardOf(gpu: GPU | undefined): () => Card | undefined {
  let card: Card | undefined
  const find = async (given: GPU) => {
    const device = await (await given.requestAdapter())?.requestDevice()
    if (!device) return
    const lose = () => {
      card = undefined
      device.destroy()
    }
    void device.lost.then(lose)
    card = cardOn({ lanes, load: (text) => load(device, text, lose) })
  }
  // Without a card there is still WebAssembly.
  if (gpu) find(gpu).catch(() => undefined)
  return () => card
}

/** A shader that is made ready; one that the card refuses never is. */
function load(device: GPUDevice, text: string, lose: () => void): Loaded {
  let pipeline: Pipeline | undefined
  device.pushErrorScope('validation')
  const module = device.createShaderModule({ code: text })
  device.popErrorScope().catch(() => undefined)
  const layout = device.createBindGroupLayout({
    entries: (['uniform', 'read-only-storage', 'read-only-storage', 'storage'] as const).map(
      (type, binding) => ({ binding, visibility: flags.GPUShaderStage.COMPUTE, buffer: { type } }),
    ),
  })
  device
    .createComputePipelineAsync({
      layout: device.createPipelineLayout({ bindGroupLayouts: [layout] }),
      compute: { module, entryPoint: 'walk' },
    })
    .then(
      (made) => {
        pipeline = { device, layout, pipeline: made, pace: { pixels: firstPace }, lose }
      },
      () => undefined,
    )
  return {
    isReady: () => pipeline !== undefined,
    walk: (asked) => walkOn(pipeline as Pipeline, asked),
  }
}

/** Machines times rounds of the first piece of work. */
const firstPace = 2 ** 20
