import { expect, test } from 'vitest'
import type { Moment } from '../../../core/networks/moment.ts'
import { type Architecture, makeNetwork, sizeOf } from '../../../core/networks/network.ts'
import { plainKernels } from '../../../core/networks/plainKernels.ts'
import { probeOf } from '../../../core/networks/probe.ts'
import { extentOf, isMomentOf, meanOf, pointsOf, responseOf, scaleOf } from './responses.ts'

const architecture: Architecture = { inputs: 2, hidden: [3], activations: ['tanh'], outputs: 2 }
const probe = probeOf({
  inputs: [
    [0, 1],
    [2, 5],
  ],
  targets: [],
})

/** A network asked at the points of the probe. */
function asked(): { readonly moment: Moment; readonly hidden: Float32Array } {
  const points = pointsOf(probe)
  const network = makeNetwork(architecture, points, plainKernels)
  network.parameters.forEach((_, i) => {
    network.parameters[i] = Math.sin(i + 1)
  })
  const answers = Float32Array.from(network.forward(Float32Array.from(probe.points), points))
  const hidden = network.layers[0]?.y as Float32Array
  const byUnit = Float32Array.from(
    { length: hidden.length },
    (_, i) => hidden[(i % points) * 3 + Math.floor(i / points)] as number,
  )
  const { parameters } = network
  return { hidden, moment: { parameters, answers, responses: [byUnit] } as unknown as Moment }
}

const read = ({ values, from, stride, count }: ReturnType<typeof responseOf>) =>
  Array.from({ length: count }, (_, i) => values[from + i * stride])

test('inputs answer what they are given, units what their layer computes, outputs what the network answers', () => {
  const { moment, hidden } = asked()
  const at = 777
  const seen = (column: number, unit: number) =>
    read(responseOf(probe, moment, architecture, [column, unit]))[at]
  expect(seen(0, 1)).toBe(probe.points[2 * at + 1])
  expect(seen(1, 2)).toBe(hidden[3 * at + 2])
  expect(seen(2, 1)).toBe(moment.answers[2 * at + 1])
})

test('a moment of another network is told apart', () => {
  const { moment } = asked()
  expect(isMomentOf(moment, architecture, probe)).toBe(true)
  const others: readonly Architecture[] = [
    { ...architecture, outputs: 1 },
    { ...architecture, hidden: [4] },
    { ...architecture, hidden: [], activations: [] },
    { ...architecture, inputs: 3 },
  ]
  for (const other of others) {
    expect(sizeOf(other)).not.toBe(sizeOf(architecture))
    expect(isMomentOf(moment, other, probe)).toBe(false)
  }
})

test('extent and mean leave out what is not finite', () => {
  const values = Float32Array.of(3, Number.NaN, -1, Number.POSITIVE_INFINITY, 4, -Infinity)
  const response = { values, from: 0, stride: 1, count: 6 }
  expect(extentOf(response)).toEqual({ least: -1, most: 4 })
  expect(meanOf(response)).toBe(2)
  expect(extentOf({ ...response, from: 1, count: 1 })).toEqual({ least: 0, most: 0 })
  expect(meanOf({ ...response, from: 1, count: 1 })).toBe(0)
})

test('a unit is seen on its own scale, unless it hardly answers', () => {
  expect(scaleOf(2, 4)).toBe(2)
  expect(scaleOf(0.001, 4)).toBeGreaterThan(0.1)
  expect(scaleOf(0, 0)).toBeGreaterThan(0)
})
